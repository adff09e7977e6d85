/** Draws how long they talked: as a timer shows it for the eye, in words for screen readers. */
import { html } from 'lit';
import { formatTimer } from './duration.js';
import type { Localize } from './localize.js';

export function talkedFor(durationMs: number, localize: Localize) {
  return html`<span aria-hidden="true">${formatTimer(durationMs)}</span>
    <span class="visually-hidden">${localize.duration(durationMs)}</span>`;
}
