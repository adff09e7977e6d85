/** `<hs-from-number>`: which of the user's numbers to call from. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import {
  callingError,
  formatNumber,
  raise,
  shownText,
  type FromNumber,
  type HostContext,
} from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { fromNumberStyles } from './from-number.styles.js';

/**
 * Lets the user choose one of several numbers to call from. The choice applies to every dialer of the bridge, and is
 * remembered in this browser for the HubSpot account and user. By itself it chooses one only where none is chosen, or where
 * the chosen one is no longer among its numbers. What the app chooses with `chooseFromNumber` stays.
 *
 * @tag hs-from-number
 * @fires hs-error - The browser does not remember the choice: `NOT_STORED`, once. Does not bubble.
 * @csspart label - The label.
 * @csspart choice - The list to choose from.
 * @cssstate open - There are several numbers. Otherwise the element is hidden.
 */
export class HsFromNumber extends HsElement {
  static override readonly tag = 'hs-from-number';

  static override styles = [sharedStyles, panelStyles, fieldStyles, fromNumberStyles];

  static override properties: PropertyDeclarations = {
    numbers: { attribute: false },
  };

  /** The numbers: `[{ number, label }]`. Default: those of the voice. */
  numbers: readonly FromNumber[] | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ fromNumber, host, voice, frame }) => [fromNumber, host, voice, frame],
  });

  /** What was there when a number was last chosen by itself: it is chosen anew only where this changes. */
  #chosenFor: readonly unknown[] = [];
  /** The numbers there were then. */
  #known: readonly FromNumber[] = [];

  protected override willUpdate(): void {
    this.toggleOpen(this.#all.length > 1);
    this.#chooseByItself();
  }

  protected override render() {
    const chosen = this.#bridge.state?.fromNumber;
    const all = this.#all;
    if (all.length < 2) return nothing;
    return html`
      <label part="label" for="choice">${this.localize.term('callFrom')}</label>
      <select id="choice" part="choice" @change=${this.#onChange}>
        ${
          includes(all, chosen)
            ? nothing
            : html`<option value=${chosen ?? ''} selected>${chosen && formatNumber(chosen)}</option>`
        }
        ${all.map(
          ({ number, label }) =>
            html`<option value=${number} .selected=${number === chosen}>
              ${label ? `${shownText(label)}, ` : ''}&#x2066;${formatNumber(number)}&#x2069;
            </option>`,
        )}
      </select>
    `;
  }

  get #all(): readonly FromNumber[] {
    return this.numbers ?? this.#bridge.state?.voice?.fromNumbers ?? [];
  }

  // Never in answer to a choice, so that two elements, or an element and the app, cannot undo each other's for ever.
  #chooseByItself(): void {
    const { bridge, state } = this.#bridge;
    const all = this.#all;
    if (!bridge || !state?.host || !this.#bridge.acts || all.length === 0) return;
    const occasion = [bridge, keyOf(state.host), ...all.map(({ number }) => number)];
    if (isSame(occasion, this.#chosenFor)) return;
    const { fromNumber: chosen } = state;
    // What the app has chosen stays, also if it is none of these.
    const isGone = includes(this.#known, chosen) && !includes(all, chosen);
    this.#chosenFor = occasion;
    this.#known = all;
    if (chosen !== undefined && !isGone) return;
    const remembered = recall(state.host);
    bridge.chooseFromNumber((all.find(({ number }) => number === remembered) ?? all[0])?.number);
  }

  #onChange(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const { bridge, state } = this.#bridge;
    bridge?.chooseFromNumber(value);
    if (!state?.host || remember(state.host, value) || isRefusalTold) return;
    isRefusalTold = true;
    raise(this, 'hs-error', callingError('NOT_STORED', 'the number to call from'));
  }
}

const includes = (all: readonly FromNumber[], chosen: string | undefined) =>
  all.some(({ number }) => number === chosen);

const isSame = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((value, i) => value === other[i]);

const keyOf = ({ portalId, userId }: HostContext) =>
  `hs-calling-elements.from-number.${String(portalId)}.${String(userId)}`;

// A browser may refuse storage to a page in a frame. Then nothing is remembered, and the first number is chosen.
function recall(host: HostContext): string | undefined {
  try {
    return localStorage.getItem(keyOf(host)) ?? undefined;
  } catch {
    return undefined;
  }
}

// Where it is refused, the choice lasts as long as the page.
function remember(host: HostContext, number: string): boolean {
  try {
    localStorage.setItem(keyOf(host), number);
    return true;
  } catch {
    return false;
  }
}

/** That the browser remembers nothing was told. */
let isRefusalTold = false;

declare global {
  interface HTMLElementTagNameMap {
    'hs-from-number': HsFromNumber;
  }
}
