/** The form that transfers a call: at once, or after a consultation. */
import { html, nothing } from 'lit';
import { dialableNumber } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import type { PressGuard } from '../shared/press-guard.js';
import type { ConsultationEnd } from './consultation-end.js';

/** What was asked for with the form. */
export interface Transfer {
  readonly toNumber: string;
  readonly attended: boolean;
}

export interface TransferFormOptions {
  readonly localize: Localize;
  /** Whether the voice can call the new party first (an attended transfer). */
  readonly canAskFirst: boolean;
  /** How the consultation before failed, and its number, with which the field begins. */
  readonly consultation: Pick<ConsultationEnd, 'number' | 'problem'>;
  /** Keeps a second press that comes too soon from handing over. */
  readonly guard: Pick<PressGuard, 'start'>;
  /** The value of `aria-disabled` while a transfer is under way. */
  readonly isBusy: 'true' | typeof nothing;
  readonly onTransfer: (transfer: Transfer) => void;
}

/**
 * The form. Enter in the field asks first; where the voice cannot, it goes to the button: a call is handed over only by a
 * press of that.
 */
export function renderTransferForm(options: TransferFormOptions) {
  const { localize, canAskFirst, consultation, isBusy, guard, onTransfer } = options;
  const ask = (form: HTMLFormElement | null, attended: boolean) => {
    const toNumber = readNumber(form);
    if (toNumber === undefined) return;
    guard.start();
    onTransfer({ toNumber, attended });
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (canAskFirst) ask(form, true);
    else if (readNumber(form) !== undefined) {
      form.querySelector('button')?.focus();
      guard.start();
    }
  };
  return html`
    <form part="transfer" novalidate @submit=${onSubmit}>
      <label for="to">${localize.term('transferTo')}</label>
      <input
        id="to"
        name="to"
        type="tel"
        inputmode="tel"
        dir="ltr"
        autocomplete="off"
        required
        aria-describedby=${consultation.problem ? 'problem' : nothing}
        .value=${consultation.number}
      />
      ${consultation.problem ? html`<p part="error" id="problem">${consultation.problem}</p>` : nothing}
      <button
        class="quiet"
        type="button"
        aria-disabled=${isBusy}
        @keydown=${ignoreRepeated}
        @click=${({ currentTarget }: Event) => ask((currentTarget as HTMLButtonElement).form, false)}
      >
        ${localize.term('transferNow')}
      </button>
      ${
        canAskFirst
          ? html`<button class="quiet" type="submit" aria-disabled=${isBusy}>
              ${localize.term('askFirst')}
            </button>`
          : nothing
      }
    </form>
  `;
}

/** The number to transfer to. Without one it is undefined, and the field gets the focus. */
function readNumber(form: HTMLFormElement | null): string | undefined {
  const field = form?.querySelector('input');
  const toNumber = dialableNumber(field?.value ?? '');
  if (toNumber !== '') return toNumber;
  field?.focus();
  return undefined;
}

// Enter that is held down in the field goes on in the button.
function ignoreRepeated(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}
