/** `<hs-call-controls>`: what can be done in a call. */
import { html, nothing, type PropertyValues } from 'lit';
import {
  dialableNumber,
  callOnLine,
  type Call,
  type VoiceCapabilities,
  type RequestDetails,
  type RequestName,
  type WidgetState,
} from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { icon } from '../shared/icon.js';
import { end, hold, keypad, mute, record, transfer } from '../shared/icons.js';
import { panelStyles } from '../shared/panel.styles.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { whoIs } from '../shared/who.js';
import type { KeyPress } from '../keypad/keypad.js';
import { callControlsStyles } from './call-controls.styles.js';

/** The controls beside the End button, and the capability each takes. */
const capabilities = {
  mute: 'mute',
  hold: 'hold',
  keypad: 'dtmf',
  record: 'recording',
  transfer: 'blindTransfer',
} as const satisfies Record<string, keyof VoiceCapabilities>;

type Control = keyof typeof capabilities;

/** What a phone of the app is taken to be able to do. */
const usual: readonly string[] = ['mute', 'hold', 'keypad'];

const shapes = { mute, hold, keypad, record, transfer };

/** The controls that are on or off, and what they turn. */
const toggles = { mute: 'muted', hold: 'held', record: 'recording' } as const;

/**
 * Mute, hold, keypad, record, transfer and End for the call in focus, as far as the phone can do them. A button shows
 * what has happened, not what was asked; while it waits for that it cannot be pressed again.
 *
 * @tag hs-call-controls
 * @fires hs-mute-request - Mute or unmute: `{ externalCallId, muted }`. Cancelable.
 * @fires hs-hold-request - Hold or resume: `{ externalCallId, held }`. Cancelable.
 * @fires hs-record-request - Start or stop recording: `{ externalCallId, recording }`. Cancelable.
 * @fires hs-dtmf-request - Send this tone in the call: `{ externalCallId, digits }`. Cancelable.
 * @fires hs-transfer-request - Hand the call over: `{ externalCallId, toNumber, attended, consultation }`. Cancelable.
 * @fires hs-merge-request - Make one call of two: `{ externalCallId, other }`. Cancelable.
 * @fires hs-hang-up-request - End the call: `{ externalCallId }`. Cancelable.
 * @csspart controls - The row of controls.
 * @csspart control - Each of them.
 * @csspart keypad - The keypad, while it is open.
 * @csspart key - Each key of the keypad.
 * @csspart digits - The digits that were sent.
 * @csspart transfer - The form for a transfer, while it is open.
 * @csspart other-call - A second call.
 * @csspart error - What did not work.
 * @csspart end-button - Ends the call.
 * @cssstate open - There is a call; else the element takes no room.
 * @cssproperty [--hs-color-danger] - Background of the End button.
 */
export class HsCallControls extends HsElement {
  static override readonly tag = 'hs-call-controls';

  static override styles = [sharedStyles, panelStyles, callControlsStyles];

  /**
   * Which controls to show, of `mute hold keypad record transfer`, separated by spaces. Default: what the phone can do;
   * with a phone of the app, `mute hold keypad`.
   */
  @property() controls: string | undefined;

  @state() private open: 'keypad' | 'transfer' | undefined;
  @state() private failed: 'transferFailed' | 'requestFailed' | undefined;
  @state() private digits = '';

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ calls, focus, voice, pending }) => [calls, focus, voice, pending],
    follow: (now, previous) => {
      this.#follow(now, previous);
    },
    refuse: (request) => {
      this.failed = request === 'hs-transfer-request' ? 'transferFailed' : 'requestFailed';
    },
  });

  /** Puts the focus where it is of most use: on Mute in a call, else on End. */
  override focus(options?: FocusOptions): void {
    // What has just become true may not be drawn yet.
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const first = this.#call?.phase === 'active' ? '[part=control]' : '[part=end-button]';
      this.renderRoot.querySelector<HTMLElement>(first)?.focus(options);
    });
  }

  protected override willUpdate(): void {
    this.toggleState('open', this.#call !== undefined);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The focus goes into the keypad or the transfer form that was just opened.
    if (!changed.has('open') || !this.open) return;
    this.renderRoot.querySelector<HTMLElement>(this.open === 'keypad' ? 'hs-keypad' : 'input')?.focus();
  }

  protected override render() {
    const call = this.#call;
    if (!call) return nothing;
    const isActive = call.phase === 'active';
    return html`
      <div
        part="base"
        role="group"
        aria-label=${this.localize.term('callControls')}
        @keydown=${this.#onKeydown}
      >
        ${isActive ? html`<div part="controls">${this.#controls.map((name) => this.#renderControl(name, call))}</div>` : nothing}
        ${isActive && this.open === 'keypad' ? this.#renderKeypad() : nothing}
        ${isActive && this.open === 'transfer' ? this.#renderTransfer(call) : nothing}
        ${this.#others(call).map((other) => this.#renderOther(other, call))}
        <p part="error" role="alert">${this.failed ? this.localize.term(this.failed) : nothing}</p>
        <button
          part="end-button"
          class="main danger"
          type="button"
          aria-disabled=${this.#busy('hs-hang-up-request', call)}
          @click=${this.#onEnd}
        >
          ${icon(end)} ${this.localize.term('endCall')}
        </button>
      </div>
    `;
  }

  /** The call that is shown: the one in focus, or another that goes on. */
  get #call(): Call | undefined {
    return callOnLine(this.#bridge.state);
  }

  #others(call: Call): readonly Call[] {
    return this.#bridge.state?.calls.filter((other) => other !== call && other.phase === 'active') ?? [];
  }

  get #controls(): readonly Control[] {
    const can = this.#bridge.state?.voice?.capabilities;
    const wanted = this.controls?.split(/\s+/) ?? (can ? undefined : usual);
    return (Object.keys(capabilities) as Control[]).filter(
      (name) => (wanted?.includes(name) ?? true) && (can?.[capabilities[name]] ?? true),
    );
  }

  #renderControl(name: Control, call: Call) {
    if (name === 'keypad' || name === 'transfer') {
      return html`<button
        part="control"
        type="button"
        name=${name}
        aria-expanded=${this.open === name}
        @click=${this.#onOpen}
      >
        ${icon(shapes[name])} ${this.localize.term(name)}
      </button>`;
    }
    return html`<button
      part="control"
      type="button"
      name=${name}
      aria-pressed=${call[toggles[name]]}
      aria-disabled=${this.#busy(`hs-${name}-request`, call)}
      @click=${this.#onToggle}
    >
      ${icon(shapes[name])} ${this.localize.term(name)}
    </button>`;
  }

  #renderKeypad() {
    return html`
      <p part="digits"><bdi dir="ltr">${this.digits}</bdi></p>
      <hs-keypad
        part="keypad"
        exportparts="key"
        .bridge=${this.#bridge.bridge}
        @hs-key-press=${this.#onKeyPress}
      ></hs-keypad>
    `;
  }

  #renderTransfer(call: Call) {
    const mayAsk = this.#bridge.state?.voice?.capabilities.attendedTransfer ?? true;
    const isBusy = this.#busy('hs-transfer-request', call);
    return html`
      <form part="transfer" novalidate @submit=${this.#onTransfer}>
        <label for="to">${this.localize.term('transferTo')}</label>
        <input id="to" name="to" type="tel" inputmode="tel" dir="ltr" autocomplete="off" required />
        <button class="quiet" type="submit" value="now" aria-disabled=${isBusy}>
          ${this.localize.term('transferNow')}
        </button>
        ${mayAsk ? html`<button class="quiet" type="submit" value="ask" aria-disabled=${isBusy}>${this.localize.term('askFirst')}</button>` : nothing}
      </form>
    `;
  }

  #renderOther(other: Call, call: Call) {
    const can = this.#bridge.state?.voice?.capabilities;
    const button = (key: 'resume' | 'handOver' | 'merge', request: RequestName, action: () => void) =>
      html`<button class="quiet" type="button" aria-disabled=${this.#busy(request, other)} @click=${action}>
        ${this.localize.term(key)}
      </button>`;
    return html`
      <div part="other-call">
        <p>${whoIs(other, this.localize)}</p>
        ${button('resume', 'hs-hold-request', () => this.#ask('hs-hold-request', { ...reference(other), held: false }))}
        ${call.internal && can?.attendedTransfer ? button('handOver', 'hs-transfer-request', () => this.#handOver(other, call)) : nothing}
        ${can?.merge ? button('merge', 'hs-merge-request', () => this.#ask('hs-merge-request', { ...reference(other), other: call.externalCallId })) : nothing}
      </div>
    `;
  }

  #busy(request: RequestName, { externalCallId }: Call) {
    return this.#bridge.isPending(request, externalCallId) ? 'true' : nothing;
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    if (now.focus !== previous?.focus) {
      this.open = undefined;
      this.digits = '';
      this.failed = undefined;
    }
  }

  #ask<K extends RequestName>(name: K, detail: RequestDetails[K]): void {
    this.failed = undefined;
    this.#bridge.ask(name, detail);
  }

  #handOver(call: Call, { externalCallId: consultation, toNumber = '' }: Call): void {
    this.#ask('hs-transfer-request', { ...reference(call), toNumber, attended: true, consultation });
  }

  #onToggle(event: Event): void {
    const name = (event.currentTarget as HTMLButtonElement).name as keyof typeof toggles;
    const call = this.#call;
    const flag = toggles[name];
    if (!call) return;
    const detail = { ...reference(call), [flag]: !call[flag] };
    this.#ask(`hs-${name}-request`, detail as RequestDetails[`hs-${typeof name}-request`]);
  }

  #onOpen(event: Event): void {
    const name = (event.currentTarget as HTMLButtonElement).name as 'keypad' | 'transfer';
    this.open = this.open === name ? undefined : name;
  }

  #onEnd(): void {
    const call = this.#call;
    if (call) this.#ask('hs-hang-up-request', reference(call));
  }

  // The digits go to the call that is shown here, and only those that somebody was asked to send are shown as sent.
  #onKeyPress(event: CustomEvent<KeyPress>): void {
    event.preventDefault();
    const { key: digits } = event.detail;
    const call = this.#call;
    if (!call || digits === '+') return;
    if (this.#bridge.request('hs-dtmf-request', { ...reference(call), digits })) this.digits += digits;
  }

  #onTransfer(event: SubmitEvent): void {
    event.preventDefault();
    const call = this.#call;
    const field = this.renderRoot.querySelector<HTMLInputElement>('input');
    const toNumber = dialableNumber(field?.value ?? '');
    if (!call || toNumber === '') {
      field?.focus();
      return;
    }
    const attended = (event.submitter as HTMLButtonElement | null)?.value === 'ask';
    this.#ask('hs-transfer-request', { ...reference(call), toNumber, attended });
  }

  // Closes what is open, and never hangs up.
  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    const opener = this.renderRoot.querySelector<HTMLElement>(`[name=${this.open}]`);
    this.open = undefined;
    opener?.focus();
  }
}

const reference = ({ externalCallId }: Call) => ({ externalCallId });

declare global {
  interface HTMLElementTagNameMap {
    'hs-call-controls': HsCallControls;
  }
}
