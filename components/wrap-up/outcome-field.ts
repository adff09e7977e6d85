/** The list of outcomes in the form after a call. */
import { html, nothing } from 'lit';
import { shownText } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';

/** An outcome to choose from. */
export interface Outcome {
  /** The id of one of the account's call dispositions. */
  readonly id: string;
  /** The name that the user sees. */
  readonly label: string;
}

export interface OutcomeField {
  readonly outcomes: readonly Outcome[];
  /** The id of the outcome that is chosen. */
  readonly chosen: string | undefined;
  readonly isRequired: boolean;
  /** The user tried to save without one. */
  readonly isMissing: boolean;
  readonly localize: Localize;
  readonly onChange: (event: Event) => void;
}

export function renderOutcomes(field: OutcomeField) {
  const { outcomes, chosen, isRequired, isMissing, localize, onChange } = field;
  return html`
    <label part="label" for="outcome">
      ${localize.term('outcome')} ${isRequired ? html`<span>${localize.term('required')}</span>` : nothing}
    </label>
    <select
      id="outcome"
      part="outcome"
      aria-required=${isRequired}
      aria-invalid=${isMissing ? 'true' : nothing}
      aria-describedby=${isMissing ? 'error' : nothing}
      @change=${onChange}
    >
      <option value="" ?selected=${!chosen}>${localize.term('choose')}</option>
      ${outcomes.map(
        ({ id, label }) => html`<option value=${id} ?selected=${id === chosen}>${shownText(label)}</option>`,
      )}
    </select>
    ${isMissing ? html`<p part="error" id="error" role="alert">${localize.term('chooseOutcome')}</p>` : nothing}
  `;
}
