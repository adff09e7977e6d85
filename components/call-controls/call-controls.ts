/** `<hs-call-controls>`: the buttons of a call. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  callOnLine,
  findCall,
  isTaken,
  type Call,
  type RequestDetails,
  type RequestName,
} from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { icon } from '../shared/icon.js';
import { end } from '../shared/icons.js';
import { panelStyles } from '../shared/panel.styles.js';
import { screenStyles } from '../shared/screen.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { spokenWho, wordsFor } from '../shared/spoken-who.js';
import { Ticker } from '../shared/ticker.js';
import { whoStyles } from '../shared/who.styles.js';
import type { KeyPress } from '../keypad/keypad.js';
import { callControlsStyles } from './call-controls.styles.js';
import { flagOf, iconOf, shownControls, type Control } from './controls.js';
import { renderKeypad } from './dtmf-pad.js';
import { TransferForm } from './transfer-form.js';
import { waitingBeside, waitingCall } from './waiting-call.js';

/**
 * Mute, hold, keypad, record, transfer and End for the call in focus, as far as the voice is capable of them. A button shows
 * what has happened, not what was requested; until that has happened it cannot be pressed again.
 *
 * @tag hs-call-controls
 * @fires hs-mute-request - Mute or unmute: `{ externalCallId, muted }`. Cancelable.
 * @fires hs-hold-request - Hold or resume: `{ externalCallId, held }`. Cancelable.
 * @fires hs-record-request - Start or stop recording: `{ externalCallId, recording }`. Cancelable.
 * @fires hs-dtmf-request - Send this tone in the call: `{ externalCallId, digits }`. Cancelable.
 * @fires hs-transfer-request - Transfer the call: `{ externalCallId, toNumber, attended, consultation }`. Cancelable.
 * @fires hs-merge-request - Merge two calls into one: `{ externalCallId, other }`. Cancelable.
 * @fires hs-hang-up-request - End the call: `{ externalCallId }`. Cancelable.
 * @slot - What belongs to the call, above the controls: its notes, for example.
 * @csspart dock - The row at the end, with the controls and the End button. It stays in sight.
 * @csspart controls - The row of controls above the End button.
 * @csspart control - Each control.
 * @csspart keypad - The keypad, while it is open.
 * @csspart key - Each key of the keypad.
 * @csspart digits - The digits that were sent.
 * @csspart transfer - The form for a transfer, while it is open.
 * @csspart formatted - What is dialled for a transfer, where that is not what was typed.
 * @csspart other-call - A second call.
 * @csspart avatar - The initials of whoever is in the second call.
 * @csspart hold-timer - How long the second call has been on hold.
 * @csspart error - The request that failed.
 * @csspart number-error - What is wrong with the number to transfer to.
 * @csspart end-button - Ends the call.
 * @cssstate open - There is a call. Without one the element is hidden.
 * @cssproperty [--hs-color-danger] - Background of the End button.
 */
export class HsCallControls extends HsElement {
  static override readonly tag = 'hs-call-controls';

  static override styles = [sharedStyles, panelStyles, screenStyles, whoStyles, callControlsStyles];

  static override properties: PropertyDeclarations = {
    controls: {},
    externalCallId: { attribute: 'external-call-id' },
    openPanel: { attribute: false },
    failed: { attribute: false },
    digits: { attribute: false },
  };

  /**
   * Which controls to show, of `mute hold keypad record transfer`, separated by spaces. Default: those that the voice is
   * capable of; without a voice, `mute hold keypad`.
   */
  controls: string | undefined;

  /** The call that the controls are for, by its id. Default: the call on the line. */
  externalCallId: string | undefined;

  private openPanel: 'keypad' | 'transfer' | undefined;
  private failed: 'transferFailed' | 'requestFailed' | undefined;
  private digits = '';
  #shownId: string | undefined;
  readonly #ticker = new Ticker(this);

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ calls, focus, voice, pending }) => [calls, focus, voice, pending],
    follow: ({ calls }) => {
      this.#ticker.run(calls.some(({ heldAt }) => heldAt !== undefined));
    },
    refuse: (request) => {
      this.failed = request === 'hs-transfer-request' ? 'transferFailed' : 'requestFailed';
    },
  });

  readonly #transfer: TransferForm = new TransferForm(this, this.localize);

  /** Puts the focus on Resume where the call is on hold, else on the first control of one that was answered, else on End. */
  override focus(options?: FocusOptions): void {
    // The buttons of a new state may not be drawn yet.
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const call = this.#call;
      const inTalk = call?.held ? '[name=resume]' : '[part=control]';
      const first = call?.phase === 'active' ? inTalk : '[part=end-button]';
      this.renderRoot.querySelector<HTMLElement>(first)?.focus(options);
    });
  }

  protected override willUpdate(): void {
    const id = this.#call?.externalCallId;
    // What was open, sent or wrong belongs to the call that was shown before.
    if (id !== this.#shownId) {
      this.openPanel = this.failed = undefined;
      this.digits = '';
    }
    this.#shownId = id;
    this.toggleOpen(id !== undefined);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // When a panel opens, its first field gets the focus.
    if (!changed.has('openPanel') || !this.openPanel) return;
    this.renderRoot.querySelector<HTMLElement>(this.openPanel === 'keypad' ? 'hs-keypad' : 'input')?.focus();
  }

  protected override render() {
    const call = this.#call;
    if (!call) return nothing;
    const isActive = call.phase === 'active';
    return html`
      <div
        part="base"
        class="column"
        role="group"
        aria-label=${this.#named('callControls', call)}
        @keydown=${this.#onKeydown}
      >
        ${call.held ? this.#renderResume(call) : nothing}
        ${waitingBeside(call, this.#bridge.state).map((other) => this.#renderOther(other, call))}
        ${isActive && this.openPanel === 'keypad' ? renderKeypad(this.digits, this.#bridge.bridge, this.#onKeyPress) : nothing}
        ${isActive && this.openPanel === 'transfer' ? this.#renderTransfer(call) : nothing}
        <slot></slot>
        <div part="dock" class="dock">
          <div part="controls">
            ${shownControls(this.controls, this.#capabilities).map((name) => this.#renderControl(name, call))}
          </div>
          <p part="error" role="alert">${this.failed ? this.localize.term(this.failed) : nothing}</p>
          <button
            part="end-button"
            class="main danger"
            type="button"
            aria-label=${this.#named('endCall', call)}
            aria-disabled=${this.#busy('hs-hang-up-request', call)}
            @click=${this.#onEnd}
          >
            ${icon(end)} ${this.localize.term('endCall')}
          </button>
        </div>
      </div>
    `;
  }

  /** The call that is shown: the one in focus, or another that goes on. */
  get #call(): Call | undefined {
    const { state } = this.#bridge;
    if (this.externalCallId === undefined || !state) return callOnLine(state);
    const call = findCall(state, this.externalCallId);
    return call && isTaken(call) ? call : undefined;
  }

  get #capabilities() {
    return this.#bridge.state?.voice?.capabilities;
  }

  /** One of the round buttons. It is there from the start, and works once somebody has answered. */
  #renderControl(name: Control, call: Call) {
    const isActive = call.phase === 'active';
    const isPanel = name === 'keypad' || name === 'transfer';
    const isOn = !isPanel && call[flagOf[name]];
    const isBusy = isPanel ? nothing : this.#busy(`hs-${name}-request`, call);
    return html`<button
      part="control"
      type="button"
      name=${name}
      aria-label=${this.#named(name, call)}
      aria-expanded=${isPanel ? isActive && this.openPanel === name : nothing}
      aria-pressed=${isPanel ? nothing : isOn}
      aria-disabled=${isActive ? isBusy : 'true'}
      @click=${isPanel ? this.#onOpen : this.#onToggle}
    >
      <span class="circle">${icon(iconOf[name][isOn ? 'on' : 'off'])}</span>
      ${this.localize.term(name)}
    </button>`;
  }

  #renderTransfer(call: Call) {
    return this.#transfer.render({
      canAskFirst: this.#capabilities?.attendedTransfer ?? true,
      isBusy: this.#busy('hs-transfer-request', call),
      onTransfer: (transfer) => this.#ask('hs-transfer-request', { ...reference(call), ...transfer }),
    });
  }

  #renderOther(other: Call, call: Call) {
    const can = this.#capabilities;
    const mayTakeOver = call.internal && can?.attendedTransfer;
    return html`
      <div part="other-call" class="who" role="group" aria-label=${spokenWho(other, this.localize)}>
        ${waitingCall(other, this.localize)} ${this.#renderResume(other)}
        ${mayTakeOver ? this.#renderAction('handOver', 'hs-transfer-request', other, () => this.#handOver(other, call)) : nothing}
        ${can?.merge ? this.#renderAction('merge', 'hs-merge-request', other, () => this.#ask('hs-merge-request', { ...reference(other), other: call.externalCallId })) : nothing}
      </div>
    `;
  }

  #renderResume(call: Call) {
    const resume = () => this.#ask('hs-hold-request', { ...reference(call), held: false });
    return this.#renderAction('resume', 'hs-hold-request', call, resume);
  }

  #renderAction(key: 'handOver' | 'merge' | 'resume', request: RequestName, call: Call, action: () => void) {
    const [name, isBusy] = [this.#named(key, call), this.#busy(request, call)];
    return html`<button
      class="quiet"
      type="button"
      name=${key}
      aria-label=${name}
      aria-disabled=${isBusy}
      @click=${action}
    >
      ${this.localize.term(key)}
    </button>`;
  }

  /** The name of a button or a group; with whose call it is, where there is more than one. */
  #named(key: Control | 'callControls' | 'endCall' | 'handOver' | 'merge' | 'resume', call: Call): string {
    return wordsFor(call, this.localize.term(key), this.#bridge.state, this.localize);
  }

  #busy(request: RequestName, { externalCallId }: Call) {
    return this.#bridge.isPending(request, externalCallId) ? 'true' : nothing;
  }

  #ask<K extends RequestName>(name: K, detail: RequestDetails[K]): void {
    this.failed = undefined;
    this.#bridge.ask(name, detail);
  }

  #handOver(call: Call, { externalCallId: consultation, toNumber = '' }: Call): void {
    this.#ask('hs-transfer-request', { ...reference(call), toNumber, attended: true, consultation });
  }

  #onToggle(event: Event): void {
    const name = (event.currentTarget as HTMLButtonElement).name as keyof typeof flagOf;
    const [call, flag] = [this.#call, flagOf[name]];
    if (call?.phase !== 'active') return;
    const detail = { ...reference(call), [flag]: !call[flag] };
    this.#ask(`hs-${name}-request`, detail as RequestDetails[`hs-${typeof name}-request`]);
  }

  #onOpen(event: Event): void {
    if (this.#call?.phase !== 'active') return;
    const name = (event.currentTarget as HTMLButtonElement).name as 'keypad' | 'transfer';
    this.openPanel = this.openPanel === name ? undefined : name;
    this.#transfer.clear();
  }

  #onEnd(): void {
    const call = this.#call;
    if (call) this.#ask('hs-hang-up-request', reference(call));
  }

  // The digits go to the call that is shown here, and only those that somebody was asked to send are shown as sent.
  readonly #onKeyPress = (event: CustomEvent<KeyPress>): void => {
    event.preventDefault();
    const [call, digits] = [this.#call, event.detail.key];
    if (!call || digits === '+') return;
    if (this.#bridge.request('hs-dtmf-request', { ...reference(call), digits })) this.digits += digits;
  };

  // Escape closes the open panel. It never ends the call.
  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.openPanel) return;
    event.stopPropagation();
    const opener = this.renderRoot.querySelector<HTMLElement>(`[name=${this.openPanel}]`);
    this.openPanel = undefined;
    opener?.focus();
  }
}

const reference = ({ externalCallId }: Call) => ({ externalCallId });

declare global {
  interface HTMLElementTagNameMap {
    'hs-call-controls': HsCallControls;
  }
}
