/** Draws an icon, in the colour of the text. The shapes are in `icons.ts`, which `tools/icons.mjs` makes. */
import { html, type TemplateResult } from 'lit';
import type { Shape } from './icons.js';

/** An icon beside a word. Screen readers skip it. */
export function icon(shape: Shape): TemplateResult {
  return html`<svg
    part="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape()}
  </svg>`;
}
