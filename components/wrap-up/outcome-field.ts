/** The outcomes of a call to choose from: tiles if they are few, else a list. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  hubSpotCallOutcomes,
  hubSpotOutcomeOf,
  suggestedOutcome,
  type Call,
  type Outcome,
} from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import type { OutcomeSource } from './outcome-source.js';

/** More outcomes than that are a list. */
const maxTiles = 6;

export interface OutcomeField {
  readonly call: Call;
  readonly source: Pick<OutcomeSource, 'outcomes' | 'state'>;
  readonly isRequired: boolean;
  /** The user tried to save without one. */
  readonly isMissing: boolean;
  readonly localize: Localize;
  /** The empty id: none. */
  readonly onChoose: (id: string) => void;
  readonly onRetry: () => void;
}

/**
 * The outcome that counts as chosen: the user's, else the one that is suggested, if it is among those to choose from. The
 * empty id: none.
 */
export function chosenOutcome(call: Call, outcomes: readonly Outcome[]): string {
  const suggested = suggestedOutcome(call);
  return call.engagement.outcome ?? outcomes.find(({ id }) => id === suggested)?.id ?? '';
}

export function renderOutcomes(field: OutcomeField) {
  const { call, source, isRequired, isMissing, localize, onRetry } = field;
  const { state } = source;
  if (state === 'ready' && source.outcomes.length === 0) return nothing;
  const outcomes = shownOutcomes(call, source.outcomes);
  const isSuggested = call.engagement.outcome === undefined && chosenOutcome(call, outcomes) !== '';
  const isList = outcomes.length > maxTiles;
  const label = html`${localize.term('outcome')}
  ${isRequired ? html`<span>${localize.term('required')}</span>` : nothing}
  ${isSuggested ? html`<span part="suggested">${localize.term('suggested')}</span>` : nothing}`;
  return html`
    ${
      isList
        ? html`<label part="label" for="outcome">${label}</label>`
        : html`<p part="label" id="outcome-label">${label}</p>`
    }
    <p part="loading" role="status">${state === 'loading' ? localize.term('outcomesLoading') : nothing}</p>
    ${state === 'ready' ? (isList ? renderOutcomeList : renderTiles)(field, outcomes) : nothing}
    ${
      state === 'failed'
        ? html`<p part="error" role="alert">${localize.term('outcomesFailed')}</p>
            <button part="retry-button" class="quiet" type="button" @click=${onRetry}>
              ${localize.term('tryAgain')}
            </button>`
        : nothing
    }
    ${isMissing ? html`<p part="error" id="error" role="alert">${localize.term('chooseOutcome')}</p>` : nothing}
  `;
}

/** One list, closed until it is pressed. */
export function renderOutcomeList(
  field: Pick<OutcomeField, 'call' | 'localize' | 'onChoose'> & Partial<OutcomeField>,
  given: readonly Outcome[],
) {
  const { call, isRequired = false, isMissing = false, localize, onChoose } = field;
  const outcomes = shownOutcomes(call, given);
  const chosen = chosenOutcome(call, outcomes);
  return html`<select
    id="outcome"
    part="outcome"
    aria-required=${isRequired}
    aria-invalid=${isMissing ? 'true' : nothing}
    aria-describedby=${isMissing ? 'error' : nothing}
    @change=${(event: Event) => {
      onChoose((event.target as HTMLSelectElement).value);
    }}
  >
    <option value="" .selected=${live(chosen === '')}>${localize.term('choose')}</option>
    ${outcomes.map(
      (each) =>
        html`<option value=${each.id} .selected=${live(each.id === chosen)}>
          ${labelOf(each, localize)}
        </option>`,
    )}
  </select>`;
}

function renderTiles(field: OutcomeField, outcomes: readonly Outcome[]) {
  const { call, isRequired, isMissing, localize, onChoose } = field;
  const chosen = chosenOutcome(call, outcomes);
  // A press on what the user has chosen takes the choice back; the second press of a double click does not.
  const onClick = (event: MouseEvent) => {
    const { value } = event.target as HTMLInputElement;
    const isTakenBack = value === call.engagement.outcome && !isRequired && event.detail < 2;
    onChoose(isTakenBack ? '' : value);
  };
  return html`<div
    part="outcomes"
    role="radiogroup"
    aria-labelledby="outcome-label"
    aria-required=${isRequired}
    aria-invalid=${isMissing ? 'true' : nothing}
    aria-describedby=${isMissing ? 'error' : nothing}
  >
    ${outcomes.map(
      (each, i) =>
        html`<label part="outcome">
          <input
            type="radio"
            name="outcome"
            value=${each.id}
            aria-keyshortcuts=${i + 1}
            .checked=${live(each.id === chosen)}
            @click=${onClick}
          />
          <span>${labelOf(each, localize)}</span>
          <kbd aria-hidden="true">${i + 1}</kbd>
        </label>`,
    )}
  </div>`;
}

/** With what was chosen before, also where the app has another list by now: it is still what would be saved. */
export function shownOutcomes({ engagement }: Call, outcomes: readonly Outcome[]): readonly Outcome[] {
  const { outcome: id } = engagement;
  if (!id || outcomes.length === 0 || outcomes.some((each) => each.id === id)) return outcomes;
  return [...outcomes, hubSpotCallOutcomes.find((each) => each.id === id) ?? { id, label: id }];
}

function labelOf(outcome: Outcome, localize: Localize): string {
  const name = hubSpotOutcomeOf(outcome);
  return name ? localize.term(`outcome.${name}`) : outcome.label;
}
