/** The form that transfers a call: at once, or after a consultation. */
import { html, nothing } from 'lit';
import { dialableNumber } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';

export interface TransferFormOptions {
  readonly localize: Localize;
  /** Whether the voice can call the new party first (an attended transfer). */
  readonly canAskFirst: boolean;
  /** The value of `aria-disabled` while a transfer is under way. */
  readonly isBusy: 'true' | typeof nothing;
  readonly onSubmit: (event: SubmitEvent) => void;
}

export function renderTransferForm({ localize, canAskFirst, isBusy, onSubmit }: TransferFormOptions) {
  return html`
    <form part="transfer" novalidate @submit=${onSubmit}>
      <label for="to">${localize.term('transferTo')}</label>
      <input id="to" name="to" type="tel" inputmode="tel" dir="ltr" autocomplete="off" required />
      <button class="quiet" type="submit" value="now" aria-disabled=${isBusy}>
        ${localize.term('transferNow')}
      </button>
      ${
        canAskFirst
          ? html`<button class="quiet" type="submit" value="ask" aria-disabled=${isBusy}>
              ${localize.term('askFirst')}
            </button>`
          : nothing
      }
    </form>
  `;
}

/** The transfer that was submitted. Without a number it is undefined, and the field gets the focus. */
export function readTransfer(event: SubmitEvent): { toNumber: string; attended: boolean } | undefined {
  const field = (event.target as HTMLFormElement).querySelector('input');
  const toNumber = dialableNumber(field?.value ?? '');
  if (toNumber === '') {
    field?.focus();
    return undefined;
  }
  return { toNumber, attended: (event.submitter as HTMLButtonElement | null)?.value === 'ask' };
}
