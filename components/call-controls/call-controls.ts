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
import { PressGuard } from '../shared/press-guard.js';
import { screenStyles } from '../shared/screen.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { wordsFor } from '../shared/spoken-who.js';
import { Ticker } from '../shared/ticker.js';
import { whoStyles } from '../shared/who.styles.js';
import type { KeyPress } from '../keypad/keypad.js';
import { callControlsStyles } from './call-controls.styles.js';
import { ConsultationEnd } from './consultation-end.js';
import { controlButton } from './control-button.js';
import { checkControls, flagOf, isPanel, shownControls, type Control, type Panel } from './controls.js';
import { firstIn, renderPanel } from './panels.js';
import type { Directory } from './read-people.js';
import { TransferForm } from './transfer-form.js';
import { resumeButton, waitingBeside, waitingCall, type CallActions } from './waiting-call.js';

export type { Directory, DirectoryEntry, Person } from './read-people.js';

/**
 * Mute, hold, keypad, record, transfer, voicemail drop and End for the call in focus, as far as the voice is capable of them. A button shows
 * what has happened, not what was requested; until that has happened it cannot be pressed again.
 *
 * @tag hs-call-controls
 * @fires hs-mute-request - Mute or unmute: `{ externalCallId, muted }`. Cancelable.
 * @fires hs-hold-request - Hold or resume: `{ externalCallId, held }`. Cancelable.
 * @fires hs-record-request - Start or stop recording: `{ externalCallId, recording }`. Cancelable.
 * @fires hs-dtmf-request - Send this tone in the call: `{ externalCallId, digits }`. Cancelable.
 * @fires hs-transfer-request - Transfer the call: `{ externalCallId, toNumber, attended, consultation, party }`. Cancelable.
 * @fires hs-voicemail-request - Leave this recorded message: `{ externalCallId, messageId }`. Cancelable.
 * @fires hs-merge-request - Merge two calls into one: `{ externalCallId, other }`. Cancelable.
 * @fires hs-hang-up-request - End the call: `{ externalCallId }`. Cancelable.
 * @fires hs-error - A name in `controls` is none: `INVALID_CONFIG`, with it and the right ones. Does not bubble.
 * @slot - What belongs to the call, above the controls: its notes, for example.
 * @csspart dock - The row at the end, with the controls and the End button. It stays in sight.
 * @csspart controls - The row of controls above the End button.
 * @csspart control - Each control.
 * @csspart keypad - The keypad, while it is open.
 * @csspart key - Each key of the keypad.
 * @csspart digits - The digits that were sent.
 * @csspart transfer - The form for a transfer, while it is open.
 * @csspart people - Whom the directory knows for what was typed, or what it says instead.
 * @csspart person - Each of them.
 * @csspart voicemail - The recorded messages to leave, while they are shown.
 * @csspart formatted - What is dialled for a transfer, where that is not what was typed.
 * @csspart other-call - A second call.
 * @csspart avatar - The picture or the initials of whoever is in the second call.
 * @csspart hold-timer - How long the second call has been on hold.
 * @csspart error - The request that failed, or how a consultation did.
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
    directory: { attribute: false },
    openPanel: { attribute: false },
    failed: { attribute: false },
    digits: { attribute: false },
  };

  /**
   * Which controls to show, of `mute hold keypad record transfer voicemail`, separated by spaces. Default: those that the
   * voice is capable of; without a voice, `mute hold keypad`.
   */
  controls: string | undefined;

  /** The call that the controls are for, by its id. Default: the call on the line. */
  externalCallId: string | undefined;

  /**
   * Finds whom a call can be handed over to: `async (query, signal) => [{ name, number, kind, availability }]`, within 10 s. Default:
   * none, the transfer takes numbers only.
   */
  directory: Directory | undefined;

  private openPanel: Panel | undefined;
  /** Why something was not done, in words. */
  private failed: string | undefined;
  private digits = '';
  readonly #consultation = new ConsultationEnd();
  #shownId: string | undefined;
  readonly #ticker = new Ticker(this);

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ calls, focus, voice, pending }) => [calls, focus, voice, pending],
    follow: (now, previous) => {
      this.#ticker.run(now.calls.some(({ heldAt }) => heldAt !== undefined));
      this.#consultation.follow(now, previous);
    },
    refuse: (request, reason) => {
      const failed = request === 'hs-transfer-request' ? 'transferFailed' : 'requestFailed';
      this.failed = reason ?? this.localize.term(failed);
    },
  });

  readonly #actions: CallActions = {
    localize: this.localize,
    bridge: this.#bridge,
    ask: (name, detail) => {
      this.#ask(name, detail);
    },
  };
  readonly #transfer: TransferForm = new TransferForm(this, this.localize, new PressGuard(this));

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

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('controls')) checkControls(this, this.controls);
    const [call, id] = [this.#call, this.#call?.externalCallId];
    // What was open, sent or wrong belongs to the call that was shown before.
    if (id !== this.#shownId) {
      this.openPanel = this.failed = undefined;
      this.digits = '';
      this.#transfer.close();
      this.#consultation.problem = undefined;
    }
    this.#shownId = id;
    this.#transfer.use(this.directory, this.#bridge.bridge);
    if (this.#consultation.reopens(call, this.localize, this.#transfer)) this.openPanel = 'transfer';
    this.toggleOpen(id !== undefined);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // When a panel opens, its first field gets the focus.
    if (!changed.has('openPanel') || !this.openPanel || this.#consultation.problem) return;
    this.renderRoot.querySelector<HTMLElement>(firstIn[this.openPanel])?.focus();
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
        ${call.held ? resumeButton(call, this.#actions) : nothing}
        ${waitingBeside(call, this.#bridge.state).map((other) => waitingCall(other, call, this.#actions))}
        ${isActive && this.openPanel ? this.#renderPanel(this.openPanel, call) : nothing}
        <slot></slot>
        <div part="dock" class="dock">
          <div part="controls">
            ${shownControls(this.controls, this.#bridge.state?.voice).map((name) => this.#renderControl(name, call))}
          </div>
          <p part="error" role="alert">${this.failed ?? nothing}</p>
          <button
            part="end-button"
            class="main danger"
            type="button"
            aria-label=${this.#named('endCall', call)}
            aria-disabled=${this.#busy('hs-hang-up-request', call)}
            @click=${() => this.#ask('hs-hang-up-request', reference(call))}
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

  /** One of the round buttons. It is there from the start, and works once somebody has answered. */
  #renderControl(name: Control, call: Call) {
    const isActive = call.phase === 'active';
    const opens = isPanel(name);
    const isBusy = opens ? nothing : this.#busy(`hs-${name}-request`, call);
    return controlButton({
      name,
      label: this.localize.term(name),
      accessibleName: this.#named(name, call),
      isOn: !opens && call[flagOf[name]],
      isOpen: opens ? isActive && this.openPanel === name : undefined,
      isDisabled: isActive ? isBusy : 'true',
      onClick: opens ? this.#onOpen : this.#onToggle,
    });
  }

  #renderPanel(panel: Panel, call: Call) {
    return renderPanel(panel, {
      localize: this.localize,
      bridge: this.#bridge.bridge,
      voice: this.#bridge.state?.voice,
      digits: this.digits,
      transfer: this.#transfer,
      problem: this.#consultation.problem,
      isBusy: panel === 'keypad' ? nothing : this.#busy(`hs-${panel}-request`, call),
      onKeyPress: this.#onKeyPress,
      onTransfer: (transfer) => this.#ask('hs-transfer-request', { ...reference(call), ...transfer }),
      onMessage: ({ id: messageId }) => this.#ask('hs-voicemail-request', { ...reference(call), messageId }),
    });
  }

  /** The name of a button or a group; with whose call it is, where there is more than one. */
  #named(key: Control | 'callControls' | 'endCall', call: Call): string {
    return wordsFor(call, this.localize.term(key), this.#bridge.state, this.localize);
  }

  #busy(request: RequestName, { externalCallId }: Call) {
    return this.#bridge.isPending(request, externalCallId) ? 'true' : nothing;
  }

  #ask<K extends RequestName>(name: K, detail: RequestDetails[K]): void {
    this.failed = this.#consultation.problem = undefined;
    this.#bridge.ask(name, detail);
  }

  readonly #onToggle = (event: Event): void => {
    const name = (event.currentTarget as HTMLButtonElement).name as keyof typeof flagOf;
    const [call, flag] = [this.#call, flagOf[name]];
    if (call?.phase !== 'active') return;
    const detail = { ...reference(call), [flag]: !call[flag] };
    this.#ask(`hs-${name}-request`, detail as RequestDetails[`hs-${typeof name}-request`]);
  };

  readonly #onOpen = (event: Event): void => {
    if (this.#call?.phase !== 'active') return;
    const name = (event.currentTarget as HTMLButtonElement).name as Panel;
    this.openPanel = this.openPanel === name ? undefined : name;
    this.#consultation.problem = undefined;
    if (this.openPanel === 'transfer') this.#transfer.clear();
    else this.#transfer.close();
  };

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
    this.#transfer.close();
    opener?.focus();
  }
}

const reference = ({ externalCallId }: Call) => ({ externalCallId });

declare global {
  interface HTMLElementTagNameMap {
    'hs-call-controls': HsCallControls;
  }
}
