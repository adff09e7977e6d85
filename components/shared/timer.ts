/** Draws a time that goes on. Screen readers find it, and are not told of each second. */
import { html, type TemplateResult } from 'lit';
import { formatTimer } from './duration.js';

/** @param part - Its `part`, for style sheets. */
export function timer(part: string, name: string, timeMs: number): TemplateResult {
  return html`<span part=${part} role="timer" aria-live="off" aria-label=${name}
    >${formatTimer(Math.max(0, timeMs))}</span
  >`;
}
