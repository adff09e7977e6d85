/** `<hs-dialer>`: where the user types a number and calls it. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  awaitsWrapUp,
  cleanNumber,
  dialableNumber,
  findCall,
  formatAsTyped,
  formatNumber,
  isIntended,
  isLive,
  isSameNumber,
  isTooLong,
  type Call,
  type DialIntent,
  type WidgetState,
} from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { icon } from '../shared/icon.js';
import { deleteDigit, phone } from '../shared/icons.js';
import { phoneNumber } from '../shared/phone-number.js';
import { sharedStyles } from '../shared/shared.styles.js';
import type { KeyPress } from '../keypad/keypad.js';
import { dialerStyles } from './dialer.styles.js';

/** Numbers that HubSpot asked to dial and that a dialer has filled in: one that is moved, or a second one, skips them. */
const taken = new WeakSet<DialIntent>();

/** Numbers that HubSpot asked to dial during a call, or while one is being started: they are filled in after it, but `auto-dial` does not call them. */
const offered = new WeakSet<DialIntent>();

const isHidden = ({ visibility }: WidgetState) => visibility?.isHidden ?? false;

/** It goes on, or the user has still to save it. */
const isUnfinished = (call: Call) => isLive(call) || (awaitsWrapUp(call) && call.saving !== 'pending');

type Mistake = 'enterNumber' | 'numberTooLong' | 'callNotStarted';

/**
 * Starts calls. The user types a number, or HubSpot sends one, which is filled in. Enter in the field and the Call button
 * start the call; nothing else does, unless `auto-dial` is set.
 *
 * @tag hs-dialer
 * @fires hs-call-request - The user pressed Call, or HubSpot sent a number and `auto-dial` is set: `{ toNumber, fromNumber, party }`. Cancelable.
 * @slot footer - Below the Call button.
 * @csspart label - The label of the number field.
 * @csspart field - The frame around the field and the delete button.
 * @csspart number - The number field.
 * @csspart delete-button - Deletes the digit before the caret.
 * @csspart formatted - The number, formatted, and the number to call from.
 * @csspart error - What is wrong with the number, or that the call was not started.
 * @csspart keypad - The keypad.
 * @csspart key - Each key of the keypad.
 * @csspart call-button - The Call button.
 * @cssproperty [--hs-key-size=52px] - Height of a key.
 * @cssproperty [--hs-color-call] - Background of the Call button.
 * @cssproperty [--hs-color-on-call] - Text of the Call button.
 */
export class HsDialer extends HsElement {
  static override readonly tag = 'hs-dialer';

  static override styles = [sharedStyles, dialerStyles];

  static override properties: PropertyDeclarations = {
    autoDial: { type: Boolean, attribute: 'auto-dial' },
    value: {},
    fromNumber: { attribute: 'from-number' },
    mistake: { attribute: false },
  };

  /** Whether a number that HubSpot asks to dial is called at once. Default: false, it is filled in. */
  autoDial = false;

  /** The number to call, as typed by the user or sent by HubSpot. Default: empty. */
  value = '';

  /** The number to call from. Default: the one chosen in `<hs-from-number>`, or the voice's own. */
  fromNumber: string | undefined;

  private mistake: Mistake | undefined;

  /** The number that HubSpot sent, until it is changed: it belongs to the country that HubSpot says. */
  #sent: DialIntent | undefined;

  /** The value that was called, and stays for another try until the widget is hidden. */
  #called: string | undefined;

  /** The value that cannot be called. */
  #refused: string | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ intent, pending, voice }) => [intent, pending, voice?.state],
    follow: (now, previous) => {
      this.#follow(now, previous);
    },
    refuse: () => {
      this.mistake = 'callNotStarted';
    },
  });

  /** Puts the focus into the field. */
  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A number that HubSpot sends and that is called at once may be refused in the same update.
    if (changed.has('value') && this.value !== this.#refused) this.#refuse(undefined);
  }

  protected override render() {
    const mistake = this.#bridge.isMissing ? 'problem.NO_BRIDGE' : this.mistake;
    return html`
      <form part="form" novalidate @submit=${this.#onSubmit}>
        <label part="label" for="number">${this.localize.term('phoneNumber')}</label>
        <div part="field">
          <input
            id="number"
            part="number"
            type="tel"
            inputmode="tel"
            autocomplete="off"
            enterkeyhint="go"
            dir="ltr"
            .value=${this.value}
            aria-invalid=${mistake ? 'true' : nothing}
            aria-describedby="formatted error"
            @input=${this.#onInput}
            @paste=${this.#onPaste}
          />
          ${this.value === '' ? nothing : this.#renderDelete()}
        </div>
        ${mistake ? nothing : html`<p part="formatted" id="formatted">${this.#renderFormatted()}</p>`}
        <p part="error" id="error" role="alert">${mistake ? this.localize.term(mistake) : nothing}</p>
        <hs-keypad part="keypad" exportparts="key" @hs-key-press=${this.#onKeyPress}></hs-keypad>
        <button
          part="call-button"
          class="main"
          type="submit"
          aria-disabled=${this.#isCalling ? 'true' : nothing}
        >
          ${icon(phone)} ${this.localize.term(this.#callWords)}
        </button>
        <slot name="footer"></slot>
      </form>
    `;
  }

  /** A call is being started, whoever asked for it. */
  get #isCalling(): boolean {
    return this.#bridge.isPending('hs-call-request');
  }

  get #callWords() {
    if (!this.#isCalling) return 'call';
    return this.#bridge.state?.voice?.state === 'connecting' ? 'phoneConnecting' : 'calling';
  }

  /** The country whose number it is, as HubSpot says; undefined for the page's own. */
  get #country(): string | undefined {
    return this.#sent?.phoneNumber === this.value ? this.#sent.countryCode : undefined;
  }

  /** The number as it is dialled. */
  get #dialable(): string {
    return dialableNumber(this.value, this.#country);
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #renderDelete() {
    return html`<button
      part="delete-button"
      type="button"
      aria-label=${this.localize.term('deleteDigit')}
      @click=${this.#onDelete}
    >
      ${icon(deleteDigit)}
    </button>`;
  }

  #renderFormatted() {
    const number = this.#dialable;
    const whole = formatNumber(number, this.#country);
    const shown = whole === number ? formatAsTyped(number, this.#country) : whole;
    return html`${number !== '' && shown !== this.value ? phoneNumber(number, this.localize, shown) : nothing}
    ${
      this.fromNumber
        ? html`<span>${this.localize.term('callFrom')} ${phoneNumber(this.fromNumber, this.localize)}</span>`
        : nothing
    }`;
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    this.#forgetCalled(now, previous);
    const { intent } = now;
    if (!intent || taken.has(intent)) return;
    if (now.calls.some(isLive) || this.#isCalling) {
      offered.add(intent);
      return;
    }
    taken.add(intent);
    this.value = intent.phoneNumber;
    this.#sent = intent;
    const isCalled = now.calls.some(
      (call) => awaitsWrapUp(call) && isSameNumber(call.toNumber ?? '', this.#dialable),
    );
    this.#called = isCalled ? this.value : undefined;
    this.mistake = undefined;
    if (this.autoDial && !offered.has(intent) && !isCalled) this.#call();
  }

  // After a completed call its number is cleared. After a call that was not answered it stays, for another try, until
  // HubSpot hides the widget, or shows it again for the next task.
  #forgetCalled(now: WidgetState, previous: WidgetState | undefined): void {
    if (this.value === '' || !previous) return;
    for (const was of now.calls === previous.calls ? [] : previous.calls) {
      const call = isLive(was) ? findCall(now, was.externalCallId) : undefined;
      if (!call || isLive(call) || !isSameNumber(call.toNumber ?? '', this.#dialable)) continue;
      this.#called = this.value;
      if (call.endStatus === 'COMPLETED') this.value = '';
    }
    const isTurned = isHidden(now) !== isHidden(previous);
    if (isTurned && this.value === this.#called && !now.calls.some(isUnfinished)) this.value = '';
  }

  #refuse(mistake: Mistake | undefined): void {
    if (!mistake && this.mistake === 'callNotStarted') return;
    this.mistake = mistake;
    this.#refused = mistake && this.value;
  }

  #call(): void {
    if (this.#isCalling) return;
    const toNumber = this.#dialable;
    const mistake = toNumber === '' ? 'enterNumber' : isTooLong(toNumber) ? 'numberTooLong' : undefined;
    if (mistake) {
      this.#refuse(mistake);
      this.focus();
      return;
    }
    this.mistake = undefined;
    const { state } = this.#bridge;
    this.#bridge.ask('hs-call-request', {
      toNumber,
      fromNumber: this.fromNumber ?? state?.fromNumber,
      party: state && isIntended(state, toNumber) ? state.intent?.party : undefined,
    });
  }

  #insert(text: string): void {
    const field = this.#field;
    if (!field) return;
    const { selectionStart, selectionEnd } = field;
    field.setRangeText(text, selectionStart ?? field.value.length, selectionEnd ?? field.value.length, 'end');
    this.value = field.value;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.#call();
  }

  #onInput(): void {
    this.value = this.#field?.value ?? '';
  }

  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    this.#insert(cleanNumber(text));
  }

  #onKeyPress(event: CustomEvent<KeyPress>): void {
    event.preventDefault();
    this.#insert(event.detail.key);
  }

  #onDelete(): void {
    const field = this.#field;
    if (!field) return;
    const start = field.selectionStart ?? field.value.length;
    const end = field.selectionEnd ?? start;
    // Without a selection, the digit before the caret is deleted.
    field.setSelectionRange(start === end ? Math.max(0, start - 1) : start, end);
    this.#insert('');
    // With the last digit the button disappears, and the focus would be lost.
    if (this.value === '') this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-dialer': HsDialer;
  }
}
