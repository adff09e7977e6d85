/** `<hs-dialer>`: where the user types a number and calls it. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  awaitsWrapUp,
  findCall,
  isIntended,
  isLive,
  isSameNumber,
  isUserGone,
  openCalls,
  otherNumber,
  type DialIntent,
  type WidgetState,
  type WrongNumber,
} from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { icon } from '../shared/icon.js';
import { iconButton } from '../shared/icon-button.js';
import { deleteDigit, keypad, phone } from '../shared/icons.js';
import { NumberField } from '../shared/number-field.js';
import { screenStyles } from '../shared/screen.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import type { KeyPress } from '../keypad/keypad.js';
import { offered, taken } from './dial-intents.js';
import { dialerStyles } from './dialer.styles.js';
import { deleteBefore, insertText } from '../shared/edit-field.js';
import { renderFormatted } from './formatted-number.js';

/** Of longer numbers the digits are less large where there is little room. */
const maxLarge = 12;

type Mistake = `number.${WrongNumber}` | 'callNotStarted';

/**
 * Starts calls. The user types a number, which is formatted meanwhile, or HubSpot sends one, which is filled in. Where what
 * is dialled is not simply what was typed, it is told. Enter in the field and the Call button start the call; nothing else
 * does, unless `auto-dial` is set.
 *
 * @tag hs-dialer
 * @fires hs-call-request - The user pressed Call, or HubSpot sent a number and `auto-dial` is set: `{ toNumber, fromNumber, party }`. Cancelable.
 * @slot from-number - Below the number field: the choice of the number to call from.
 * @slot recent - Under the keypad.
 * @slot footer - Below the Call button.
 * @csspart label - The label of the number field, for screen readers; the field shows it while it is empty.
 * @csspart field - The frame around the field and the delete button.
 * @csspart number - The number field.
 * @csspart delete-button - Deletes the digit before the caret.
 * @csspart keypad-button - Shows and hides the keypad in a small frame.
 * @csspart formatted - What is dialled, where that is not what was typed, and the number to call from.
 * @csspart error - What is wrong with the number, or that the call was not started.
 * @csspart keypad - The keypad.
 * @csspart key - Each key of the keypad.
 * @csspart dock - The row at the end, with the Call button. It stays in sight.
 * @csspart call-button - The Call button.
 * @cssproperty [--hs-key-size=56px] - Height of a key.
 * @cssproperty [--hs-color-call] - Background of the Call button.
 * @cssproperty [--hs-color-on-call] - Text of the Call button.
 */
export class HsDialer extends HsElement {
  static override readonly tag = 'hs-dialer';

  static override styles = [sharedStyles, screenStyles, dialerStyles];

  static override properties: PropertyDeclarations = {
    autoDial: { type: Boolean, attribute: 'auto-dial' },
    value: {},
    fromNumber: { attribute: 'from-number' },
    mistake: { attribute: false },
    isKeypadOpen: { attribute: false },
  };

  /** Whether a number that HubSpot asks to dial is called at once. Default: false, it is filled in. */
  autoDial = false;

  /** The number to call, as typed by the user, without the separators that the field puts in, or as sent by HubSpot. Default: empty. */
  value = '';

  /** The number to call from. Default: the one chosen in `<hs-from-number>`, or the voice's own. */
  fromNumber: string | undefined;

  private mistake: Mistake | undefined;
  private isKeypadOpen = false;

  /** The number that HubSpot sent, until it is changed: it belongs to the country that HubSpot says. */
  #sent: DialIntent | undefined;

  /** The value that was called, and stays for another try until the widget is hidden. */
  #called: string | undefined;

  /** Why the page refused the last call, in its own words. */
  #reason: string | undefined;

  /** The value that cannot be called. */
  #refused: string | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ intent, pending, voice }) => [intent, pending, voice?.state],
    follow: (now, previous) => {
      this.#follow(now, previous);
    },
    // Also when the form after a call has asked, which is gone by then.
    fail: (error) => {
      if (!('reason' in error && error.request === 'hs-call-request')) return;
      [this.#reason, this.mistake] = [error.reason, 'callNotStarted'];
    },
    refuse: () => {
      this.mistake = 'callNotStarted';
    },
  });

  readonly #number = new NumberField(this, {
    localize: this.localize,
    field: () => this.#field,
    value: () => this.value,
    country: () => this.#country,
    onEdit: (value) => (this.value = value),
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
    const words = mistake && ((mistake === 'callNotStarted' && this.#reason) || this.localize.term(mistake));
    return html`
      <form part="form" class="column" novalidate @submit=${this.#onSubmit}>
        <label part="label" class="visually-hidden" for="number">${this.localize.term('phoneNumber')}</label>
        <div part="field">
          <input
            id="number"
            part="number"
            type="tel"
            inputmode="tel"
            autocomplete="off"
            enterkeyhint="go"
            dir="ltr"
            placeholder=${this.localize.term('phoneNumber')}
            .value=${this.#number.shown}
            ?data-long=${this.#number.shown.length > maxLarge}
            aria-invalid=${mistake ? 'true' : nothing}
            aria-describedby="formatted error"
            @input=${this.#number.onInput}
            @compositionend=${this.#number.onInput}
            @paste=${this.#number.onPaste}
          />
          ${this.#renderButtons()}
        </div>
        ${mistake ? nothing : html`<p part="formatted" id="formatted">${this.#renderFormatted()}</p>`}
        <p part="error" id="error" role="alert">${words ?? nothing}</p>
        <slot name="from-number"></slot>
        <hs-keypad
          part="keypad"
          exportparts="key"
          ?data-open=${this.isKeypadOpen}
          @hs-key-press=${this.#onKeyPress}
        ></hs-keypad>
        <slot name="recent"></slot>
        <div part="dock" class="dock">
          <button
            part="call-button"
            class="main"
            type="submit"
            aria-disabled=${this.#isCalling ? 'true' : nothing}
          >
            ${icon(phone)} ${this.localize.term(this.#callWords)}
          </button>
          <slot name="footer"></slot>
        </div>
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

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #renderButtons() {
    const { localize, value, isKeypadOpen: isExpanded } = this;
    const deleteButton = { part: 'delete-button', name: localize.term('deleteDigit'), shape: deleteDigit };
    const keypadButton = { part: 'keypad-button', name: localize.term('keypad'), shape: keypad, isExpanded };
    return html`${value === '' ? nothing : iconButton({ ...deleteButton, onClick: this.#onDelete })}
    ${iconButton({ ...keypadButton, onClick: this.#onKeypad })}`;
  }

  #renderFormatted() {
    return renderFormatted(this.#number.will, this.fromNumber, this.localize);
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
    const ended = now.calls.filter(awaitsWrapUp);
    const isCalled = ended.some(({ toNumber }) =>
      isSameNumber(toNumber ?? '', this.#number.dialled.toNumber),
    );
    const isFormOpen = ended.length > 0 && this.#bridge.bridge?.hasWrapUp;
    this.#called = isCalled ? this.value : undefined;
    this.mistake = undefined;
    const isOurs = this.autoDial && this.#bridge.acts && !now.frame.needsWindow;
    if (isOurs && !offered.has(intent) && !isCalled && !isFormOpen) this.#call();
  }

  // After a call that was reached, and with its user, its number is cleared. After one that was not answered it stays, for
  // another try, until HubSpot hides the widget, or shows it again for the next task.
  #forgetCalled(now: WidgetState, previous: WidgetState | undefined): void {
    if (this.value === '' || !previous) return;
    if (isUserGone(now, previous)) this.value = '';
    for (const was of now.calls === previous.calls ? [] : previous.calls) {
      const call = isLive(was) ? findCall(now, was.externalCallId) : undefined;
      if (!call || isLive(call) || !isSameNumber(otherNumber(call) ?? '', this.#number.dialled.toNumber))
        continue;
      this.#called = this.value;
      if (call.answeredAt !== undefined) this.value = '';
    }
    const isTurned = !now.visibility?.isHidden !== !previous.visibility?.isHidden;
    const isBusy = openCalls(now).some(({ saving }) => saving !== 'pending');
    if (isTurned && this.value === this.#called && !isBusy) this.value = '';
  }

  #refuse(mistake: Mistake | undefined): void {
    if (!mistake && this.mistake === 'callNotStarted') return;
    this.mistake = mistake;
    this.#refused = mistake && this.value;
  }

  #call(): void {
    if (this.#isCalling) return;
    const { toNumber, wrong } = this.#number.dialled;
    if (wrong) {
      this.#refuse(`number.${wrong}`);
      this.focus();
      return;
    }
    this.mistake = this.#reason = undefined;
    const { state } = this.#bridge;
    this.#bridge.ask('hs-call-request', {
      toNumber,
      fromNumber: this.fromNumber ?? state?.fromNumber,
      party: state && isIntended(state, toNumber) ? state.intent?.party : undefined,
    });
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.#call();
  }

  readonly #onKeypad = (): void => {
    this.isKeypadOpen = !this.isKeypadOpen;
  };

  #onKeyPress(event: CustomEvent<KeyPress>): void {
    event.preventDefault();
    this.#number.edit((field) => insertText(field, event.detail.key));
  }

  readonly #onDelete = (): void => {
    this.#number.edit(deleteBefore);
    // With the last digit the button disappears, and the focus would be lost.
    if (this.value === '') this.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-dialer': HsDialer;
  }
}
