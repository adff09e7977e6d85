/** The field for notes during a call. */
import { html, nothing } from 'lit';
import type { Call, WidgetState } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import { wordsFor } from '../shared/spoken-who.js';

/** A call that nobody writes notes for has no field. */
export function renderNotes(
  call: Call | undefined,
  state: WidgetState | undefined,
  localize: Localize,
  onInput: (event: Event) => void,
) {
  if (!call || call.unattended) return nothing;
  const name = localize.term('notes');
  return html`
    <label for="notes">${name}</label>
    <textarea
      id="notes"
      part="notes"
      rows="3"
      aria-label=${wordsFor(call, name, state, localize)}
      .value=${call.engagement.notes ?? ''}
      @input=${onInput}
    ></textarea>
  `;
}
