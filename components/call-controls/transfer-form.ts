/** The form that transfers a call: at once, or after a consultation. */
import { html, nothing, type TemplateResult } from 'lit';
import { numberToDial, type Party, type WrongNumber } from '../../src/index.js';
import type { Bridge } from '../shared/bridges.js';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import { NumberField } from '../shared/number-field.js';
import type { PressGuard } from '../shared/press-guard.js';
import { isOtherThanTyped, renderWillCall } from '../shared/will-call.js';
import type { PeopleList } from './people-list.js';
import type { Directory, Person } from './read-people.js';

/** What was asked for with the form. */
export interface Transfer {
  readonly toNumber: string;
  readonly attended: boolean;
  /** Who was chosen from the directory. */
  readonly party?: Party;
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
  readonly #host: HsElement;
  readonly #localize: Localize;
  readonly #guard: Pick<PressGuard, 'start'>;
  readonly #number: NumberField;
  #value = '';
  /** Why the number cannot be dialled; undefined before it was tried. */
  #wrong: WrongNumber | undefined;
  #directory: Directory | undefined;
  #bridge: Bridge | undefined;
  /** The list of whom the directory knows, once its code is loaded. */
  #loaded: PeopleList | undefined;
  /** Who was chosen from it. The field names them. */
  #chosen: Person | undefined;

  /** @param guard - Keeps a second press that comes too soon from handing over. */
  constructor(host: HsElement, localize: Localize, guard: Pick<PressGuard, 'start'>) {
    this.#host = host;
    this.#localize = localize;
    this.#guard = guard;
    this.#number = new NumberField(host, {
      localize,
      field: () => this.#field,
      value: () => this.#value,
      onEdit: (value) => {
        const isOther = value !== this.#value;
        this.#set(value);
        if (isOther) this.#people?.search(value);
      },
    });
  }

  /** To be called before each rendering, with the app's directory. Without one only numbers are taken. */
  use(directory: unknown, bridge: Bridge | undefined): void {
    this.#bridge = bridge;
    if (directory === this.#directory) return;
    const had = this.#directory;
    this.#directory = typeof directory === 'function' ? (directory as Directory) : undefined;
    if (this.#directory && !had) void this.#loadPeople();
    if (!this.#directory) this.#loaded?.stop();
  }

  /** Begins with this number. */
  begin(number: string): void {
    this.#set(number);
    this.#people?.search(number);
  }

  /** Forgets what was typed. */
  clear(): void {
    this.begin('');
  }

  /** Nobody searches any more. */
  close(): void {
    this.#people?.stop();
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
      const { name } = this.#chosen ?? {};
      this.#people?.remember(this.#chosen ?? { name: '', toNumber, kind: 'number', availability: undefined });
      onTransfer({ toNumber, attended, ...(name && { party: { name } }) });
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
    const people = this.#people;
    const { isExpanded = false, activeId } = people?.field ?? {};
    return html`
      <form part="transfer" novalidate @submit=${onSubmit}>
        <label for="to">${term('transferTo')}</label>
        <input
          id="to"
          name="to"
          type=${people ? 'text' : 'tel'}
          inputmode=${people ? nothing : 'tel'}
          dir=${people ? 'auto' : 'ltr'}
          placeholder=${people ? term('nameOrNumber') : nothing}
          autocomplete="off"
          required
          role=${people ? 'combobox' : nothing}
          aria-autocomplete=${people ? 'list' : nothing}
          aria-expanded=${people ? isExpanded : nothing}
          aria-controls=${isExpanded ? 'people' : nothing}
          aria-activedescendant=${activeId ?? nothing}
          .value=${this.#chosen ? this.#value : number.shown}
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby="problem will wrong people-words"
          @input=${number.onInput}
          @compositionend=${number.onInput}
          @paste=${number.onPaste}
          @keydown=${people?.onKeydown ?? nothing}
        />
        ${people?.render() ?? nothing}
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
    const will = this.#chosen ? { typed: this.#value, toNumber: this.#chosen.toNumber } : this.#number.will;
    return isOtherThanTyped(will) ? renderWillCall(will, this.#localize) : nothing;
  }

  get #people(): PeopleList | undefined {
    return this.#directory && this.#loaded;
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('input');
  }

  async #loadPeople(): Promise<void> {
    const list = await import('./people-list.js').catch(() => undefined);
    // Where it cannot be loaded, numbers can still be typed.
    if (!list) return;
    this.#loaded ??= new list.PeopleList(this.#host, {
      localize: this.#localize,
      directory: () => this.#directory,
      bridge: () => this.#bridge,
      onPick: (person) => {
        this.#set(list.fieldText(person), person);
        this.#people?.stop();
        // What lay under the list is not pressed with it.
        this.#guard.start();
      },
    });
    if (this.#field) this.#people?.search(this.#value);
    this.#host.requestUpdate();
  }

  /** The number to transfer to. Where it cannot be dialled it is undefined, and the field gets the focus. */
  #read(): string | undefined {
    // What a program has put in raised no event.
    if (!this.#chosen || this.#field?.value !== this.#value) this.#number.edit(() => undefined);
    const { toNumber, wrong } = this.#chosen ? numberToDial(this.#chosen.toNumber) : this.#number.dialled;
    this.#wrong = wrong;
    this.#host.requestUpdate();
    if (wrong) this.#field?.focus();
    return wrong ? undefined : toNumber;
  }

  #set(value: string, chosen?: Person): void {
    this.#value = value;
    this.#chosen = chosen;
    this.#wrong = undefined;
    this.#host.requestUpdate();
  }
}

// Enter that is held down in the field goes on in the button.
function ignoreRepeated(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}
