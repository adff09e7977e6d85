/** `<hs-keypad>`: twelve keys. */
import { html, nothing } from 'lit';
import { callOnLine } from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { keypadStyles } from './keypad.styles.js';

/** A key of the phone: `0`–`9`, `*`, `#`, or `+` by holding the zero. */
export interface KeyPress {
  readonly key: string;
}

const keys = Array.from('123456789*0#');
const letters = ['', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ', '', '+', ''];

/** Keys whose sign is not enough of a name. */
const words = { '*': 'star', '#': 'pound', '0': 'zeroHint' } as const;
const zero = 10;
/** Ms that the zero is held for a plus. */
const longPressMs = 500;

/** How far each key of the keyboard moves the focus, as long as it stays on the pad. */
const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -3,
  ArrowDown: 3,
  Home: -12,
  End: 12,
};

/**
 * Twelve keys. In a dialer they type; during a call they send tones (DTMF). One stop for the Tab key, then arrow
 * keys, Home and End; digits, `*`, `#` and `+` of the keyboard work while the focus is inside.
 *
 * @tag hs-keypad
 * @fires hs-key-press - A key was pressed: `{ key }`. Cancelable; not prevented, it is sent as a tone in a call. Does not bubble.
 * @fires hs-dtmf-request - Send this tone in the call: `{ externalCallId, digits }`. Cancelable.
 * @csspart keys - The grid of keys.
 * @csspart key - Each key.
 * @csspart letters - The letters on a key, and the plus on the zero.
 * @cssproperty [--hs-key-size=52px] - Height of a key.
 * @cssproperty [--hs-color-raised] - Background of a key.
 */
export class HsKeypad extends HsElement {
  static override readonly tag = 'hs-keypad';

  static override styles = [sharedStyles, keypadStyles];

  @state() private current = 0;

  readonly #bridge = new BridgeController(this, { select: () => [] });
  #holding: ReturnType<typeof setTimeout> | undefined;
  #wasHeld = false;

  /** Puts the focus on the key that had it last. */
  override focus(options?: FocusOptions): void {
    // A keypad that has just been put into the page has no keys yet.
    void this.updateComplete.then(() => this.#buttons[this.current]?.focus(options));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
  }

  protected override render() {
    return html`
      <div
        part="keys"
        role="group"
        dir="ltr"
        aria-label=${this.localize.term('keypad')}
        @click=${this.#onClick}
        @contextmenu=${this.#onContextMenu}
        @focusin=${this.#onFocus}
        @keydown=${this.#onKeydown}
        @pointercancel=${this.#release}
        @pointerdown=${this.#hold}
        @pointerleave=${this.#release}
        @pointerup=${this.#release}
      >
        ${keys.map(
          (key, index) =>
            html`<button part="key" type="button" tabindex=${index === this.current ? 0 : -1}>
              <span aria-hidden=${key in words ? 'true' : nothing}>${key}</span>
              <span part="letters" aria-hidden=${index === zero ? 'true' : nothing}>${letters[index]}</span>
              ${
                key in words
                  ? html`<span class="visually-hidden">${this.localize.term(words[key as '0'])}</span>`
                  : nothing
              }
            </button>`,
        )}
      </div>
    `;
  }

  get #buttons(): NodeListOf<HTMLButtonElement> {
    return this.renderRoot.querySelectorAll('button');
  }

  #indexOf(event: Event): number {
    return [...this.#buttons].findIndex((button) => event.composedPath().includes(button));
  }

  #press(key: string): void {
    const event = new CustomEvent<KeyPress>('hs-key-press', { detail: { key }, cancelable: true });
    const isWanted = this.dispatchEvent(event) && key !== '+';
    const call = callOnLine(this.#bridge.state);
    if (!isWanted || call?.phase !== 'active') return;
    this.#bridge.request('hs-dtmf-request', { externalCallId: call.externalCallId, digits: key });
  }

  #onClick(event: Event): void {
    const key = keys[this.#indexOf(event)];
    // The click that ends a long press is not a press of its own.
    if (key && !this.#wasHeld) this.#press(key);
    this.#wasHeld = false;
  }

  #onFocus(event: Event): void {
    this.current = Math.max(0, this.#indexOf(event));
  }

  #hold(event: Event): void {
    this.#release();
    this.#wasHeld = false;
    if (this.#indexOf(event) !== zero) return;
    this.#holding = setTimeout(() => {
      this.#wasHeld = true;
      this.#press('+');
    }, longPressMs);
  }

  #release(): void {
    clearTimeout(this.#holding);
  }

  // On a touch screen a long press would open the menu instead.
  #onContextMenu(event: Event): void {
    if (this.#indexOf(event) === zero) event.preventDefault();
  }

  #onKeydown(event: KeyboardEvent): void {
    const move = moves[event.key];
    const index = keys.indexOf(event.key);
    if (event.ctrlKey || event.altKey || event.metaKey || !(move || index >= 0 || event.key === '+')) return;
    event.preventDefault();
    if (move) {
      const to = this.current + move;
      const last = keys.length - 1;
      // Arrow keys stay on the pad; Home and End go to its ends.
      const isFar = Math.abs(move) > last;
      this.#buttons[isFar ? Math.min(last, Math.max(0, to)) : to]?.focus();
    } else {
      this.#buttons[index]?.focus();
      this.#press(event.key);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-keypad': HsKeypad;
  }

  interface HTMLElementEventMap {
    'hs-key-press': CustomEvent<KeyPress>;
  }
}
