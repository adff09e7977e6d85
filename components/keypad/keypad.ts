/** `<hs-keypad>`: the twelve keys of a phone. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { callOnLine } from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { keypadStyles } from './keypad.styles.js';

/** The key that was pressed: `0`–`9`, `*`, `#`, or `+`, which is a long press of the zero. */
export interface KeyPress {
  readonly key: string;
}

const keys = Array.from('123456789*0#');
const letters = ['', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ', '', '+', ''];

/** The terms that name the keys whose sign is not a name by itself. */
const words = { '*': 'star', '#': 'pound', '0': 'zeroHint' } as const;
const zeroIndex = 10;
/** Ms that the zero is held for a plus. */
const longPressMs = 500;

/** By how many keys each key of the keyboard moves the focus. Home and End move it to the first and the last key. */
const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -3,
  ArrowDown: 3,
  Home: -12,
  End: 12,
};

/**
 * Twelve keys. In a dialer they type digits, during a call they send tones (DTMF). The keypad is one tab stop; arrow keys,
 * Home and End move inside it. While the focus is inside, the keyboard's digits, `*`, `#` and `+` press the keys too.
 *
 * @tag hs-keypad
 * @fires hs-key-press - A key was pressed: `{ key }`. Cancelable: unless prevented, it is sent as a tone during a call. Does not bubble.
 * @fires hs-dtmf-request - Send this tone in the call: `{ externalCallId, digits }`. Cancelable.
 * @csspart keys - The grid of keys.
 * @csspart key - Each key.
 * @csspart letters - The letters on a key, and the plus on the zero.
 * @cssproperty [--hs-key-size=56px] - Height of a key.
 * @cssproperty [--hs-color-raised] - Background of a key.
 */
export class HsKeypad extends HsElement {
  static override readonly tag = 'hs-keypad';

  static override styles = [sharedStyles, keypadStyles];

  static override properties: PropertyDeclarations = {
    current: { attribute: false },
  };

  private current = 0;

  readonly #bridge = new BridgeController(this, { select: () => [] });
  #holding: ReturnType<typeof setTimeout> | undefined;
  #wasHeld = false;

  /** Puts the focus on the key that had it last, at first on the 1. */
  override focus(options?: FocusOptions): void {
    // A keypad that has just been added to the page has not rendered its keys yet.
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
              <span part="letters" aria-hidden=${index === zeroIndex ? 'true' : nothing}
                >${letters[index]}</span
              >
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
    // The click at the end of a long press does not count as a press.
    if (key && !this.#wasHeld) this.#press(key);
    this.#wasHeld = false;
  }

  #onFocus(event: Event): void {
    this.current = Math.max(0, this.#indexOf(event));
  }

  #hold(event: Event): void {
    this.#release();
    this.#wasHeld = false;
    if (this.#indexOf(event) !== zeroIndex) return;
    this.#holding = setTimeout(() => {
      this.#wasHeld = true;
      this.#press('+');
    }, longPressMs);
  }

  #release(): void {
    clearTimeout(this.#holding);
  }

  // On a touch screen a long press would open the context menu.
  #onContextMenu(event: Event): void {
    if (this.#indexOf(event) === zeroIndex) event.preventDefault();
  }

  #onKeydown(event: KeyboardEvent): void {
    const move = moves[event.key];
    const index = keys.indexOf(event.key);
    if (event.ctrlKey || event.altKey || event.metaKey || !(move || index >= 0 || event.key === '+')) return;
    event.preventDefault();
    if (move) {
      const to = this.current + move;
      const last = keys.length - 1;
      // An arrow key that would leave the keypad does nothing. Home and End stop at its ends.
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
