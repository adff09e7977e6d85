/** Draws a button that shows an icon and no word. */
import { html, nothing } from 'lit';
import { icon } from './icon.js';
import type { Shape } from './icons.js';

export interface IconButton {
  /** Its `part`, for style sheets. */
  readonly part: string;
  /** What it does, for screen readers and the pointer. */
  readonly name: string;
  readonly shape: Shape;
  readonly onClick: () => void;
  /** Whether what it opens is open; undefined for a button that opens nothing. */
  readonly isExpanded?: boolean;
}

export function iconButton({ part, name, shape, onClick, isExpanded }: IconButton) {
  return html`<button
    part=${part}
    class="ghost"
    type="button"
    aria-label=${name}
    aria-expanded=${isExpanded ?? nothing}
    title=${name}
    @click=${onClick}
  >
    ${icon(shape)}
  </button>`;
}
