/** What is written down during a call: its notes, and its outcome where that is known already. */
import { html, nothing } from 'lit';
import { callNoted } from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { Localize } from '../shared/localize.js';
import { NotesField, type NotesHost } from '../wrap-up/notes-field.js';
import { renderOutcomeList } from '../wrap-up/outcome-field.js';
import { OutcomeSource, type Outcomes } from '../wrap-up/outcome-source.js';

export class DraftFields {
  readonly #source: OutcomeSource;
  readonly #bridge: BridgeController;
  readonly #notes: NotesField;

  constructor(host: NotesHost, bridge: BridgeController) {
    this.#source = new OutcomeSource(host);
    this.#bridge = bridge;
    this.#notes = new NotesField(host, bridge);
  }

  /**
   * A call that nobody writes notes for has no fields. What is written is the draft of the form after the call. There the
   * user is told if the outcomes cannot be loaded; here there is only none to choose.
   */
  render(given: Outcomes, localize: Localize) {
    const { state, bridge } = this.#bridge;
    const call = callNoted(state);
    const isNoted = call && !call.unattended;
    this.#source.use(given, isNoted && call.answeredAt !== undefined ? call : undefined);
    if (!isNoted) return nothing;
    const onChoose = (outcome: string) =>
      bridge?.updateCall({ externalCallId: call.externalCallId, engagement: { outcome } });
    const { outcomes } = this.#source;
    return html`
      ${this.#notes.render(call, localize)}
      ${
        call.answeredAt !== undefined && outcomes.length > 0
          ? html`<div class="outcome">
              <label for="outcome">${localize.term('outcome')}</label>
              ${renderOutcomeList({ call, localize, onChoose }, outcomes)}
            </div>`
          : nothing
      }
    `;
  }
}
