/** The field for notes during a call. */
import { html, nothing } from 'lit';
import type { Call } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';

/** A call that nobody writes notes for has no field. */
export function renderNotes(call: Call | undefined, localize: Localize, onInput: (event: Event) => void) {
  if (!call || call.unattended) return nothing;
  const { notes = '' } = call.engagement;
  return html`
    <label for="notes">${localize.term('notes')}</label>
    <textarea id="notes" part="notes" rows="3" .value=${notes} @input=${onInput}></textarea>
  `;
}
