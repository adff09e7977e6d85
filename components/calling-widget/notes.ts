/** The field for notes during a call. */
import { html, nothing } from 'lit';
import type { Call } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';

/** @param call - The call on the line. Without one, or for one that nobody wraps up, there are no notes. */
export function renderNotes(call: Call | undefined, localize: Localize, onInput: (event: Event) => void) {
  if (!call || call.unattended) return nothing;
  return html`
    <label for="notes">${localize.term('notes')}</label>
    <textarea
      id="notes"
      part="notes"
      rows="3"
      .value=${call.engagement.notes ?? ''}
      @input=${onInput}
    ></textarea>
  `;
}
