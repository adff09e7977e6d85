/** The form that transfers a call: at once, or after a consultation. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { WrongNumber } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import { NumberField } from '../shared/number-field.js';
import type { PressGuard } from '../shared/press-guard.js';
import { isOtherThanTyped, renderWillCall } from '../shared/will-call.js';

/** What was asked for with the form. */
export interface Transfer {
  readonly toNumber: string;
  readonly attended: boolean;
}

export interface TransferFormOptions {
  /** Whether the voice can call the new party first (an attended transfer). */
  readonly canAskFirst: boolean;
  /** How the consultation before failed, in words. */
  readonly problem: string | undefined;
  /** The value of `aria-disabled` while a transfer is under way. */
  readonly isBusy: 'true' | typeof nothing;
  readonly onTransfer: (transfer: Transfer) => void;
}

export class TransferForm {
  readonly #host: LitElement;
  readonly #localize: Localize;
  readonly #guard: Pick<PressGuard, 'start'>;
  readonly #number: NumberField;
  #value = '';
  /** Why the number cannot be dialled; undefined before it was tried. */
  #wrong: WrongNumber | undefined;

  /** @param guard - Keeps a second press that comes too soon from handing over. */
  constructor(host: LitElement, localize: Localize, guard: Pick<PressGuard, 'start'>) {
    this.#host = host;
    this.#localize = localize;
    this.#guard = guard;
    this.#number = new NumberField(host, {
      localize,
      field: () => host.renderRoot.querySelector('input'),
      value: () => this.#value,
      onEdit: (value) => {
        this.#set(value, undefined);
      },
    });
  }

  /** Begins with this number. */
  begin(number: string): void {
    this.#set(number, undefined);
  }

  /** Forgets what was typed. */
  clear(): void {
    this.begin('');
  }

  /**
   * The form. Enter in the field asks first; where the voice cannot, it goes to the button: a call is handed over only by a
   * press of that.
   */
  render({ canAskFirst, problem, isBusy, onTransfer }: TransferFormOptions): TemplateResult {
    const ask = (attended: boolean) => {
      const toNumber = this.#read();
      if (toNumber === undefined) return;
      this.#guard.start();
      onTransfer({ toNumber, attended });
    };
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      if (canAskFirst) ask(true);
      else if (this.#read() !== undefined) {
        (event.currentTarget as Element).querySelector('button')?.focus();
        this.#guard.start();
      }
    };
    const [term, number, wrong] = [this.#localize.term.bind(this.#localize), this.#number, this.#wrong];
    return html`
      <form part="transfer" novalidate @submit=${onSubmit}>
        <label for="to">${term('transferTo')}</label>
        <input
          id="to"
          name="to"
          type="tel"
          inputmode="tel"
          dir="ltr"
          autocomplete="off"
          required
          .value=${number.shown}
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby="problem will wrong"
          @input=${number.onInput}
          @compositionend=${number.onInput}
          @paste=${number.onPaste}
        />
        ${problem ? html`<p part="error" id="problem">${problem}</p>` : nothing}
        ${wrong ? nothing : html`<p part="formatted" id="will">${this.#renderWill()}</p>`}
        <p part="number-error" id="wrong" role="alert">${wrong ? term(`number.${wrong}`) : nothing}</p>
        <button
          class="quiet"
          type="button"
          aria-disabled=${isBusy}
          @keydown=${ignoreRepeated}
          @click=${() => {
            ask(false);
          }}
        >
          ${term('transferNow')}
        </button>
        ${
          canAskFirst
            ? html`<button class="quiet" type="submit" aria-disabled=${isBusy}>${term('askFirst')}</button>`
            : nothing
        }
      </form>
    `;
  }

  #renderWill() {
    const { will } = this.#number;
    return isOtherThanTyped(will) ? renderWillCall(will, this.#localize) : nothing;
  }

  /** The number to transfer to. Where it cannot be dialled it is undefined, and the field gets the focus. */
  #read(): string | undefined {
    // What a program has put in raised no event.
    this.#number.edit(() => undefined);
    const { toNumber, wrong } = this.#number.dialled;
    this.#set(this.#value, wrong);
    if (wrong) this.#host.renderRoot.querySelector('input')?.focus();
    return wrong ? undefined : toNumber;
  }

  #set(value: string, wrong: WrongNumber | undefined): void {
    this.#value = value;
    this.#wrong = wrong;
    this.#host.requestUpdate();
  }
}

// Enter that is held down in the field goes on in the button.
function ignoreRepeated(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}
