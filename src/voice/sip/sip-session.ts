/** One call over SIP: the engine's call and its media. */
import { BaseSession, type SessionStart } from '../base-session.js';
import { readDigits } from '../digits.js';
import { hangUpReason } from '../hang-up-reason.js';
import { microphoneTroubleOf } from '../microphone-trouble.js';
import type { SessionEnd, VoiceSession } from '../session.js';
import { VoiceError } from '../voice-error.js';
import { targetOf } from './addresses.js';
import { endOfSession } from './end-reasons.js';
import type { EngineCall, EngineEnd, SipMessage, SipUri } from './engine.js';
import { offerHold } from './hold.js';
import { Negotiation } from './negotiation.js';
import { reconnect } from './reconnect.js';
import { Replacement } from './replacement.js';
import { sendDigits } from './send-digits.js';
import type { SipInvitation, SessionContext } from './session-context.js';
import { SipMedia } from './sip-media.js';
import { dialogOf, transfer, withReplaces, type Dialog } from './transfer.js';

/** The SIP status by which an inbound call is declined. */
const declineCodes = { declined: 603, busy: 486 } as const;

export class SipSession extends BaseSession {
  readonly #context: SessionContext;
  readonly #media: SipMedia;
  /** Aborted when the session has ended. */
  readonly #ended = new AbortController();
  readonly #negotiation = new Negotiation(this.#ended.signal);
  readonly #replacement = new Replacement();
  /** Outbound: the address to call. */
  readonly #target: string | undefined;
  #call: EngineCall | undefined;
  /** Undefined until an outbound call is answered. */
  #dialog: Dialog | undefined;
  #isAnswered = false;
  /** The far end was asked to call somebody else, or was replaced: when it hangs up, it was transferred. */
  #isTransferring = false;
  /** The far end knows a Contact of ours that went with a lost connection to the server. */
  #isContactStale = false;

  /** @param origin Outbound: the address to call. Inbound: the call that came in. */
  constructor(start: SessionStart, context: SessionContext, origin: string | SipInvitation) {
    super(start);
    this.#context = context;
    this.#media = new SipMedia(context.devices, {
      ...this.observeMicrophone((onWaiting) => this.#media.reopenMicrophone(onWaiting)),
      onConnectionState: () => this.#onConnectionState(),
      onQuality: (quality) => this.change('quality', quality),
      mayReconnect: () => this.#isAnswered,
    });
    if (typeof origin === 'string') this.#target = origin;
    else {
      this.#dialog = dialogOf(origin.request, true);
      this.#follow(origin.call);
    }
  }

  /** What it takes to hang the call up in another frame. Undefined if that is not known. */
  get left(): unknown {
    return this.#dialog?.left;
  }

  /** Outbound: opens the microphone and calls. With microphone trouble it waits for `retryMicrophone`. */
  async start(): Promise<void> {
    try {
      const pcConfig = await this.#context.rtcConfiguration();
      const stream = await this.#openMicrophone();
      if (this.#hasEnded || this.#call || this.#target === undefined) return;
      this.#follow(this.#context.invite(this.#target, stream, pcConfig));
      this.#attachMedia();
    } catch (error) {
      const { code, message } = VoiceError.from(error);
      if (microphoneTroubleOf(error)) throw error;
      this.finish({ reason: code === 'NOT_POSSIBLE' ? 'canceled' : 'failed', by: 'system', text: message });
    }
  }

  async retryMicrophone(): Promise<void> {
    if (this.#media.hasMicrophone)
      return this.reportMicrophone((onWaiting) => this.#media.reopenMicrophone(onWaiting));
    if (this.direction === 'inbound') return this.answer();
    this.demand('dialing');
    if (!this.#call) await this.start();
  }

  async answer(): Promise<void> {
    this.demand('ringing');
    if (this.direction === 'outbound' || this.#media.isMicrophoneRequested)
      throw new VoiceError('NOT_POSSIBLE', this.state);
    const pcConfig = await this.#context.rtcConfiguration();
    const mediaStream = await this.#openMicrophone();
    // The caller may have given up meanwhile.
    this.demand('ringing');
    this.#call?.answer({ mediaStream, pcConfig });
    this.#attachMedia();
    this.change('state', 'connecting');
  }

  async decline(reason: 'declined' | 'busy' = 'declined'): Promise<void> {
    if (this.direction === 'outbound') throw new VoiceError('NOT_POSSIBLE', 'an outbound call');
    this.demand('ringing');
    this.finish({ reason, by: 'local', code: declineCodes[reason] });
  }

  async hangUp(): Promise<void> {
    const reason = hangUpReason(this, this.#isAnswered);
    this.finish({ reason, by: 'local', ...(reason === 'declined' && { code: declineCodes.declined }) });
  }

  silence(): void {
    this.#context.silence(this);
  }

  async setMuted(muted: boolean): Promise<void> {
    if (this.#hasEnded) throw new VoiceError('NOT_POSSIBLE', this.state);
    this.change('muted', muted);
    this.#applyMute();
  }

  async setHeld(held: boolean): Promise<void> {
    this.demand('active', 'reconnecting');
    if (held === this.#isHeld) return;
    // While it reconnects, the offer of the ICE restart carries the new direction.
    if (this.state === 'active') await offerHold(held, this.#media, this.#negotiation);
    else this.#media.setDirection(held ? 'sendonly' : 'sendrecv');
    this.changeHold('local', held);
    this.#applyMute();
  }

  async sendDigits(digits: string): Promise<void> {
    const all = readDigits(digits);
    this.demand('early', 'active');
    await this.#negotiation.inTurn((call) => sendDigits(call, all, this.#context.dtmf, this.#ended.signal));
  }

  async transfer(toNumber: string): Promise<void> {
    this.demand('active');
    await this.#refer(this.#context.parseUri(targetOf(toNumber, this.#context.domain)));
  }

  async transferTo(other: VoiceSession): Promise<void> {
    this.demand('active');
    const call = other instanceof SipSession && other !== this && other.state === 'active' && other.#call;
    if (!call || !other.#dialog) throw new VoiceError('NOT_POSSIBLE', 'the other call is not there');
    // The other session's far end hangs up as soon as our far end has taken its place.
    other.#isTransferring = true;
    try {
      await this.#refer(withReplaces(call.remote_identity.uri, other.#dialog));
      other.finish({ reason: 'transferred', by: 'local' });
    } catch (error) {
      other.#isTransferring = false;
      throw error;
    }
  }

  isReplacedBy(call: EngineCall): boolean {
    return this.#replacement.isBy(call);
  }

  /** Takes the place of another call, muted and held as that is: the microphone does not open by itself. */
  async replace(before: SipSession): Promise<void> {
    const inherit = () => {
      this.change('muted', before.muted);
      this.changeHold('local', before.#isHeld);
      this.#applyMute();
    };
    for (const type of ['mutechange', 'holdchange'] as const) before.addEventListener(type, inherit);
    inherit();
    await this.answer();
  }

  /** The connection to the server is lost, and with it the Contact by which the far end reaches us. */
  loseServer(): void {
    this.#isContactStale = true;
    if (this.#isAnswered) this.#reconnect();
    else if (this.#call) this.finish({ reason: 'network', by: 'system' });
  }

  protected override finish(end: SessionEnd): void {
    if (this.#hasEnded) return;
    this.#ended.abort(new VoiceError('NOT_POSSIBLE', 'the call is over'));
    this.#release(end.code);
    super.finish(end);
  }

  get #hasEnded(): boolean {
    return this.#ended.signal.aborted;
  }

  get #isHeld(): boolean {
    return this.hold === 'local' || this.hold === 'both';
  }

  #openMicrophone(): Promise<MediaStream> {
    return this.reportMicrophone((onWaiting) => this.#media.openMicrophone(onWaiting));
  }

  #follow(call: EngineCall): void {
    this.#call = call;
    this.#negotiation.follow(call);
    call.on('progress', ({ response }) => this.#onProgress(response));
    call.on('accepted', ({ response }) => this.#onAccepted(response));
    for (const type of ['ended', 'failed'] as const) call.on(type, (end) => this.#onEnd(end));
    call.on('hold', ({ originator }) => this.#onHold(originator, true));
    call.on('unhold', ({ originator }) => this.#onHold(originator, false));
    // A REFER of the far end is refused: only the user of this voice starts calls with it.
    call.on('refer', ({ reject }) => reject());
    this.#replacement.follow(call, {
      onReplacing: (isReplacing) => (this.#isTransferring = isReplacing),
      onReplaced: () => this.finish({ reason: 'transferred', by: 'local' }),
    });
  }

  #attachMedia(): void {
    if (this.#call?.connection) this.#media.attach(this.#call.connection);
  }

  #onProgress(response: SipMessage | null): void {
    if (response?.body) this.change('state', 'early');
    else if (response && response.status_code !== 183) this.change('state', 'ringing');
  }

  #onAccepted(response: SipMessage | null): void {
    this.#isAnswered = true;
    if (response) this.#dialog = dialogOf(response, false);
    this.change('state', 'connecting');
    this.#onConnectionState();
  }

  #onConnectionState(): void {
    const { connectionState } = this.#media;
    if (!this.#isAnswered || this.#hasEnded) return;
    if (connectionState === 'connected' && this.state === 'connecting') {
      this.#media.watchQuality();
      this.change('state', 'active');
      if (this.#isHeld) offerHold(true, this.#media, this.#negotiation).catch(() => undefined);
    }
    if (connectionState !== 'disconnected' && connectionState !== 'failed') return;
    this.#context.doubtServer();
    this.#reconnect();
  }

  #onHold(originator: string, isHeld: boolean): void {
    if (originator === 'remote') this.changeHold('remote', isHeld);
    // The engine has switched the microphone by the far end's hold; muted or held here, it must stay off.
    this.#applyMute();
  }

  #onEnd(end: EngineEnd): void {
    this.finish(endOfSession(end, this, { isTransferring: this.#isTransferring, isOver: this.#hasEnded }));
  }

  #reconnect(): void {
    if (this.state === 'reconnecting' || this.#hasEnded) return;
    this.change('state', 'reconnecting');
    const connection = this.#call?.connection;
    if (!connection) return;
    reconnect(connection, {
      signal: this.#ended.signal,
      isContactStale: () => this.#isContactStale,
      whenReady: (signal) => this.#context.whenReady(signal),
      offer: async (iceRestart) => {
        await this.#negotiation.offer(iceRestart);
        this.#isContactStale = false;
      },
    }).then(
      () => this.change('state', 'active'),
      () => this.finish({ reason: 'network', by: 'system' }),
    );
  }

  async #refer(target: SipUri): Promise<void> {
    if (!this.#call) return;
    await transfer(this.#call, target, {
      signal: this.#ended.signal,
      onAccepted: () => (this.#isTransferring = true),
    }).catch((error: unknown) => {
      // Once it has agreed, the far end may hang up before it reports: the transfer has succeeded.
      if (this.end?.reason === 'transferred') return;
      this.#isTransferring = false;
      throw error;
    });
    this.finish({ reason: 'transferred', by: 'local' });
  }

  #applyMute(): void {
    this.#media.setMuted(this.muted || this.#isHeld);
  }

  #release(code: number | undefined): void {
    this.#negotiation.close();
    const call = this.#call;
    if (call && !call.isEnded()) {
      if (this.direction === 'outbound' && !this.#isAnswered) call._is_canceled = true;
      const isRinging = this.direction === 'inbound' && !this.#isAnswered;
      call.terminate(isRinging && code !== undefined ? { status_code: code } : {});
    }
    this.#media.close();
  }
}
