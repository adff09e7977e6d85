/** `<hs-call-status>`: who is on the line, what is going on, and for how long. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  findCall,
  focusedCall,
  isAttended,
  isLive,
  talkTime,
  type Call,
  type CallQuality,
  type MicrophoneTrouble,
  type WidgetState,
} from '../../src/index.js';
import { announce, type Urgency } from '../shared/announcer.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { announceCalls } from '../shared/call-news.js';
import { HsElement } from '../shared/hs-element.js';
import { icon } from '../shared/icon.js';
import { hold, mute, record } from '../shared/icons.js';
import { canRetryMicrophone, microphoneWords } from '../shared/microphone-words.js';
import { openRecord } from '../shared/open-record.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { Ticker } from '../shared/ticker.js';
import { timer } from '../shared/timer.js';
import { whoStyles } from '../shared/who.styles.js';
import { avatar, whoAndNumber } from '../shared/who.js';
import { callStatusStyles } from './call-status.styles.js';
import { connectionText, phaseText, problemText, voiceText } from '../shared/call-words.js';

/** How long connecting may take before the status says that HubSpot has not answered yet. */
const slowConnectionMs = 5000;

/**
 * Shows the call in focus: who it is, its state, and how long it lasts. Announces each new state to screen readers. Without
 * a call it says whether the phone is ready, or what the problem is.
 *
 * @tag hs-call-status
 * @csspart base - Around everything.
 * @fires hs-microphone-request - Try the microphone again: `{ externalCallId }`. Cancelable.
 * @fires hs-navigate-request - Open the record: `{ objectCoordinates, openIn }`. Cancelable.
 * @csspart avatar - The picture or the initials.
 * @csspart chips - The row that says what is on.
 * @csspart status - The state in words.
 * @csspart party - Who is on the line: the name, or the number if there is no name.
 * @csspart number - Their company, and their number if there is a name too.
 * @csspart open-record - Opens their record, or the page about them.
 * @csspart quality - The quality of the line.
 * @csspart muted - That the user is muted.
 * @csspart recording - That the call is recorded.
 * @csspart timer - How long the call has rung or lasted.
 * @csspart hold-timer - How long the call has been on hold.
 * @csspart detail - More about a problem.
 * @csspart retry-button - Tries again to connect, or to open the microphone.
 * @cssstate live - There is a call that has not ended.
 * @cssstate in-call - The call was answered and has not ended.
 * @cssstate problem - There is a problem with a connection.
 */
export class HsCallStatus extends HsElement {
  static override readonly tag = 'hs-call-status';

  static override styles = [sharedStyles, whoStyles, callStatusStyles];

  static override properties: PropertyDeclarations = {
    externalCallId: { attribute: 'external-call-id' },
    isSlow: { attribute: false },
  };

  /** The call to show, by its id. Default: the one in focus. */
  externalCallId: string | undefined;

  private isSlow = false;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: (state) => [state.connection, state.problem, state.voice, state.frame, this.#shownIn(state)],
    follow: (now, previous) => {
      this.#follow(now, previous);
    },
  });

  readonly #ticker = new Ticker(this);
  #slowTimer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#slowTimer);
  }

  /** Puts the focus on the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[role=heading]')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const call = this.#call;
    this.toggleState('live', call !== undefined && isLive(call));
    this.toggleState('in-call', call?.phase === 'active');
    const { isMissing, state: { problem, voice } = {} } = this.#bridge;
    this.toggleState('problem', isMissing || problem !== undefined || voice?.problem !== undefined);
  }

  protected override render() {
    const call = this.#call;
    return html`<div part="base" data-tone=${this.#tone(call)}>
      ${call ? this.#renderCall(call) : this.#renderConnection()}
    </div>`;
  }

  get #call(): Call | undefined {
    const { state } = this.#bridge;
    return state && this.#shownIn(state);
  }

  #shownIn(state: WidgetState): Call | undefined {
    if (this.externalCallId !== undefined) return findCall(state, this.externalCallId);
    const call = focusedCall(state);
    return call && isAttended(call) ? call : undefined;
  }

  /** What the colour of the card says. The chips say it in words. */
  #tone(call: Call | undefined): 'active' | 'waiting' | 'trouble' | 'none' {
    const { isMissing, state: { problem, voice } = {} } = this.#bridge;
    if (isMissing || problem || call?.microphone || call?.saving === 'failed') return 'trouble';
    if (!call) return voice?.problem ? 'trouble' : 'none';
    if (call.phase !== 'active') return 'none';
    return call.heldAt || call.reconnecting ? 'waiting' : 'active';
  }

  #renderCall(call: Call) {
    const { localize } = this;
    const hasTimer = isLive(call) || call.answeredAt !== undefined;
    return html`
      <div class="who">
        ${avatar(call)}
        <div>${whoAndNumber(call, localize, true)}</div>
        ${hasTimer ? timer('timer', localize.term('callTime'), this.#shownTime(call)) : nothing}
      </div>
      <div part="chips">
        <p part="status" data-phase=${call.phase}>
          ${call.heldAt ? icon(hold) : nothing} ${phaseText(call, localize)}
          ${call.heldAt ? timer('hold-timer', localize.term('holdTime'), Date.now() - call.heldAt) : nothing}
        </p>
        ${call.muted ? html`<p part="muted">${icon(mute)} ${localize.term('muted')}</p>` : nothing}
        ${call.recording ? html`<p part="recording">${icon(record)} ${localize.term('recording')}</p>` : nothing}
        ${call.phase === 'active' && call.quality && !call.microphone ? this.#renderQuality(call.quality) : nothing}
        ${openRecord(call, this.#bridge, localize)}
      </div>
      ${call.microphone ? this.#renderMicrophone(call.microphone) : nothing}
      ${this.#renderDetail(call.saving === 'failed' ? call.failure : undefined)}
      ${this.#renderDetail(this.#bridge.state && problemText(this.#bridge.state, this.localize))}
    `;
  }

  #renderQuality({ level }: CallQuality) {
    return html`<p part="quality" data-level=${level}>${this.localize.term(`quality.${level}`)}</p>`;
  }

  #renderConnection() {
    const { state, isMissing } = this.#bridge;
    const { status, detail, retry } = isMissing
      ? { status: this.localize.term('disconnected'), detail: this.localize.term('problem.NO_BRIDGE') }
      : connectionText(state, this.localize, this.isSlow);
    return html`
      <div part="chips"><p part="status" role="heading" aria-level="2" tabindex="-1">${status}</p></div>
      ${this.#renderDetail(detail)}
      ${retry ? this.#renderRetry(retry === 'bridge' ? this.#onRetry : this.#onReconnect) : nothing}
    `;
  }

  #renderMicrophone(trouble: MicrophoneTrouble) {
    return html`
      ${this.#renderDetail(microphoneWords(trouble, this.localize, this.#bridge.state?.frame))}
      ${canRetryMicrophone(trouble) ? this.#renderRetry(this.#onMicrophone) : nothing}
    `;
  }

  #renderRetry(onClick: () => void) {
    return html`<button part="retry-button" class="quiet" type="button" @click=${onClick}>
      ${this.localize.term('tryAgain')}
    </button>`;
  }

  #renderDetail(text: string | undefined) {
    return text ? html`<p part="detail"><bdi>${text}</bdi></p>` : nothing;
  }

  #onRetry(): void {
    this.#bridge.bridge?.retry();
  }

  #onReconnect(): void {
    // The voice's state and problem tell how it went.
    void this.#bridge.voice?.connect().catch(() => undefined);
  }

  #onMicrophone(): void {
    const externalCallId = this.#call?.externalCallId;
    if (externalCallId !== undefined) this.#bridge.request('hs-microphone-request', { externalCallId });
  }

  // Before the answer: how long it has rung. After it: how long they have talked.
  #shownTime(call: Call): number {
    const now = Date.now();
    return call.answeredAt === undefined && isLive(call) ? now - call.createdAt : talkTime(call, now);
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    this.#ticker.run(now.calls.some(isLive));
    if (now.connection !== previous?.connection) this.#watchConnecting(now.connection === 'connecting');
    if (previous && now.problem !== previous.problem) this.#announceProblem(now);
    if (previous && now.voice?.problem?.code !== previous.voice?.problem?.code) this.#announceVoice(now);
    if (previous) announceCalls(this.ownerDocument, now, previous, this.localize);
  }

  #announceProblem(state: WidgetState): void {
    const page = this.ownerDocument;
    announce(page, problemText(state, this.localize) ?? '', state.problem?.code ?? '', 'assertive');
    if (!state.problem && state.connection === 'connected') {
      announce(page, this.localize.term('reconnected'), 'reconnected');
    }
  }

  #announceVoice(state: WidgetState): void {
    const { voice } = state;
    if (!voice?.problem && voice?.state !== 'ready') return;
    const occasion = `voice ${voice.state} ${voice.problem?.code ?? ''}`;
    const urgency: Urgency = voice.problem ? 'assertive' : 'polite';
    announce(this.ownerDocument, voiceText(state, this.localize), occasion, urgency);
  }

  #watchConnecting(isOn: boolean): void {
    clearTimeout(this.#slowTimer);
    if (isOn) this.#slowTimer = setTimeout(() => (this.isSlow = true), slowConnectionMs);
    this.isSlow = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-call-status': HsCallStatus;
  }
}
