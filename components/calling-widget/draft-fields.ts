/** What is written down during a call: its notes, and its outcome where that is known already. */
import { html, nothing } from 'lit';
import { callNoted, type EngagementDraft } from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import { wordsFor } from '../shared/spoken-who.js';
import { renderOutcomeList } from '../wrap-up/outcome-field.js';
import { OutcomeSource, type Outcomes } from '../wrap-up/outcome-source.js';

export class DraftFields {
  readonly #source: OutcomeSource;
  readonly #bridge: BridgeController;

  constructor(host: HsElement, bridge: BridgeController) {
    this.#source = new OutcomeSource(host);
    this.#bridge = bridge;
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
    const store = (engagement: EngagementDraft) =>
      bridge?.updateCall({ externalCallId: call.externalCallId, engagement });
    const { outcomes } = this.#source;
    const name = localize.term('notes');
    return html`
      <label for="notes">${name}</label>
      <textarea
        id="notes"
        part="notes"
        rows="3"
        aria-label=${wordsFor(call, name, state, localize)}
        .value=${call.engagement.notes ?? ''}
        @input=${(event: Event) => store({ notes: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      ${
        call.answeredAt !== undefined && outcomes.length > 0
          ? html`<div class="outcome">
              <label for="outcome">${localize.term('outcome')}</label>
              ${renderOutcomeList({ call, localize, onChoose: (outcome) => store({ outcome }) }, outcomes)}
            </div>`
          : nothing
      }
    `;
  }
}
