/** One call over SIP: the engine's call and its sound. */
import { BaseSession, type SessionStart } from '../base-session.js';
import { readDigits } from '../digits.js';
import { troubleOf } from '../microphone.js';
import type { SessionEnd, VoiceSession } from '../session.js';
import { VoiceError } from '../voice-error.js';
import { targetOf } from './addresses.js';
import { endOf } from './end-reasons.js';
import type { EngineCall, EngineEnd, SipMessage, SipUri } from './engine.js';
import { findBack } from './find-back.js';
import { gatherTime, reoffer } from './reoffer.js';
import type { IncomingCall, SipLine } from './sip-line.js';
import { SipMedia } from './sip-media.js';
import { sendDigits } from './send-digits.js';
import { dialogOf, replacing, transfer, type Dialog } from './transfer.js';

const codes = { declined: 603, busy: 486 } as const;

export class SipSession extends BaseSession {
  readonly #line: SipLine;
  readonly #media: SipMedia;
  readonly #over = new AbortController();
  readonly #target: string | undefined;
  #call: EngineCall | undefined;
  #dialog: Dialog | undefined;
  #opening: Promise<MediaStream> | undefined;
  #changes: Promise<unknown> = Promise.resolve();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  /** Does nothing once the offer of the other end is answered. */
  #refuseOffer = () => {};
  #isOver = false;
  #isAnswered = false;
  #isOffering = false;
  #isHandedOver = false;
  /** The other end knows a way to us that is no more. */
  #isStale = false;

  /** @param from The address to call, or the call that has come in. */
  constructor(start: SessionStart, line: SipLine, from: string | IncomingCall) {
    super(start);
    this.#line = line;
    this.#media = new SipMedia(line.devices, {
      changed: () => this.#onConnection(),
      measured: (quality) => this.change('quality', quality),
      keeps: () => this.#isAnswered,
    });
    if (typeof from === 'string') this.#target = from;
    else {
      this.#dialog = dialogOf(from.request, true);
      this.#follow(from.call);
    }
  }

  /** Outbound: opens the microphone and calls. With microphone trouble it waits for `retryMicrophone`. */
  async start(): Promise<void> {
    try {
      const pcConfig = await this.#line.rtcConfiguration();
      const stream = await this.#openMicrophone();
      if (this.#isOver || this.#call || this.#target === undefined) return;
      this.#follow(this.#line.call(this.#target, stream, pcConfig));
      this.#followMedia();
    } catch (error) {
      const { code, message } = VoiceError.from(error);
      if (troubleOf(error)) throw error;
      this.finish({ reason: code === 'NOT_POSSIBLE' ? 'canceled' : 'failed', by: 'system', text: message });
    }
  }

  async retryMicrophone(): Promise<void> {
    if (this.direction === 'inbound') return this.answer();
    this.demand('dialing');
    if (!this.#call) await this.start();
  }

  async answer(): Promise<void> {
    this.demand('ringing');
    if (this.direction === 'outbound' || this.#opening) throw new VoiceError('NOT_POSSIBLE', this.state);
    const pcConfig = await this.#line.rtcConfiguration();
    const mediaStream = await this.#openMicrophone();
    // They may have given up meanwhile.
    this.demand('ringing');
    this.#call?.answer({ mediaStream, pcConfig });
    this.#followMedia();
    this.change('state', 'connecting');
  }

  async decline(reason: 'declined' | 'busy' = 'declined'): Promise<void> {
    if (this.direction === 'outbound') throw new VoiceError('NOT_POSSIBLE', 'an outbound call');
    this.demand('ringing');
    this.finish({ reason, by: 'local', code: codes[reason] });
  }

  async hangUp(): Promise<void> {
    const hasTrouble = this.microphone !== undefined && this.microphone !== 'waiting';
    if (this.#isAnswered) this.finish({ reason: 'hung-up', by: 'local' });
    else if (this.direction === 'inbound')
      this.finish({ reason: 'declined', by: 'local', code: codes.declined });
    else this.finish({ reason: hasTrouble ? 'microphone' : 'canceled', by: 'local' });
  }

  silence(): void {
    this.#line.silence(this);
  }

  async setMuted(muted: boolean): Promise<void> {
    if (this.#isOver) throw new VoiceError('NOT_POSSIBLE', this.state);
    this.change('muted', muted);
    this.#applyMute();
  }

  async setHeld(held: boolean): Promise<void> {
    this.demand('active', 'reconnecting');
    if (held === this.#isHeld) return;
    const before = this.#media.turn(held ? 'sendonly' : 'sendrecv');
    // On the way back it is offered along.
    if (this.state === 'active') {
      await this.#offer().catch((error: unknown) => {
        this.#media.turn(before);
        throw new VoiceError('NOT_POSSIBLE', 'the other end does not agree', { cause: error });
      });
    }
    this.changeHold('local', held);
    this.#applyMute();
  }

  async sendDigits(digits: string): Promise<void> {
    const all = readDigits(digits);
    this.demand('early', 'active');
    await this.#inTurn((call) => sendDigits(call, all, this.#line.dtmf, this.#over.signal));
  }

  async transfer(toNumber: string): Promise<void> {
    this.demand('active');
    await this.#refer(this.#line.readUri(targetOf(toNumber, this.#line.domain)));
  }

  async transferTo(other: VoiceSession): Promise<void> {
    this.demand('active');
    const call = other instanceof SipSession && other !== this && other.state === 'active' && other.#call;
    if (!call || !other.#dialog) throw new VoiceError('NOT_POSSIBLE', 'the other call is not there');
    // Its other end hangs up as soon as it is called instead.
    other.#isHandedOver = true;
    try {
      await this.#refer(replacing(call.remote_identity.uri, other.#dialog));
      other.finish({ reason: 'transferred', by: 'local' });
    } catch (error) {
      other.#isHandedOver = false;
      throw error;
    }
  }

  /** The server is gone, and with it the way by which the other end finds us. */
  loseServer(): void {
    this.#isStale = true;
    if (this.#isAnswered) this.#lose();
    else if (this.#call) this.finish({ reason: 'network', by: 'system' });
  }

  protected override finish(end: SessionEnd): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#release(end.code);
    super.finish(end);
  }

  get #isHeld(): boolean {
    return this.hold === 'local' || this.hold === 'both';
  }

  async #openMicrophone(): Promise<MediaStream> {
    this.#opening ??= this.#media.audio
      .open(() => this.change('microphone', 'waiting'))
      .finally(() => (this.#opening = undefined));
    try {
      const stream = await this.#opening;
      this.change('microphone', undefined);
      return stream;
    } catch (error) {
      this.change('microphone', troubleOf(error));
      throw error;
    }
  }

  #follow(call: EngineCall): void {
    this.#call = call;
    call.on('progress', ({ response }) => this.#onProgress(response));
    call.on('accepted', ({ response }) => this.#onAccepted(response));
    call.on('ended', (end) => this.#onEnd(end));
    call.on('failed', (end) => this.#onEnd(end));
    // The engine switches the microphone with what the other end does; who is muted or holds stays so.
    call.on('hold', ({ originator }) => this.#onRemoteHold(originator, true));
    call.on('unhold', ({ originator }) => this.#onRemoteHold(originator, false));
    call.on('icecandidate', ({ ready }) => {
      this.#gathering ??= setTimeout(ready, gatherTime);
    });
    call.on('reinvite', ({ reject }) => {
      if (this.#isOffering) reject({ status_code: 491 });
      else this.#refuseOffer = () => reject({ status_code: 487 });
    });
    // Nobody else may have this phone call anybody.
    call.on('refer', ({ reject }) => reject());
    // Somebody takes the place of who is on the line: they come as a call of their own, then this one ends.
    call.on('replaces', ({ accept }) => {
      this.#isHandedOver = true;
      accept((next) => {
        // The engine would hang up here too, and fail when the other end has done so already.
        next.removeAllListeners('confirmed');
        next.on('confirmed', () => this.finish({ reason: 'transferred', by: 'local' }));
      });
    });
  }

  #followMedia(): void {
    const connection = this.#call?.connection;
    if (connection) this.#media.follow(connection);
  }

  #onProgress(response: SipMessage | null): void {
    if (!response) return;
    if (response.body) this.change('state', 'early');
    else if (response.status_code !== 183) this.change('state', 'ringing');
  }

  #onAccepted(response: SipMessage | null): void {
    this.#isAnswered = true;
    if (response) this.#dialog = dialogOf(response, false);
    this.change('state', 'connecting');
    this.#onConnection();
  }

  #onConnection(): void {
    const { state } = this.#media;
    if (!this.#isAnswered || this.#isOver) return;
    if (state === 'connected' && this.state === 'connecting') {
      this.#media.watchQuality();
      this.change('state', 'active');
    }
    if (state === 'disconnected' || state === 'failed') this.#lose();
  }

  #onRemoteHold(originator: string, isHeld: boolean): void {
    if (originator !== 'remote') return;
    this.changeHold('remote', isHeld);
    this.#applyMute();
  }

  #onEnd(end: EngineEnd): void {
    const told = endOf(end);
    // Nobody here has hung up: the engine has, since it had no way to the server.
    const isLost = told.by === 'local' && !this.#isOver;
    if (this.#isHandedOver && told.by !== 'system') this.finish({ ...told, reason: 'transferred' });
    else if (isLost) this.finish({ ...told, reason: 'network', by: 'system' });
    else this.finish(told);
  }

  #lose(): void {
    if (this.state === 'reconnecting' || this.#isOver) return;
    this.change('state', 'reconnecting');
    const connection = this.#call?.connection;
    if (!connection) return;
    findBack(connection, {
      signal: this.#over.signal,
      isStale: () => this.#isStale,
      whenReady: (signal) => this.#line.whenReady(signal),
      offer: async () => {
        await this.#offer(true);
        this.#isStale = false;
      },
    }).then(
      () => this.change('state', 'active'),
      () => this.finish({ reason: 'network', by: 'system' }),
    );
  }

  #offer(iceRestart = false): Promise<void> {
    return this.#inTurn(async (call) => {
      this.#isOffering = true;
      await reoffer(call, iceRestart).finally(() => (this.#isOffering = false));
    });
  }

  // Two changes at once would mix.
  #inTurn(change: (call: EngineCall) => Promise<void>): Promise<void> {
    const next = this.#changes.then(() => {
      if (!this.#call || this.#isOver) throw new VoiceError('NOT_POSSIBLE', this.state);
      return change(this.#call);
    });
    this.#changes = next.catch(() => undefined);
    return next;
  }

  async #refer(target: SipUri): Promise<void> {
    if (!this.#call) return;
    await transfer(this.#call, target, {
      signal: this.#over.signal,
      onAccepted: () => (this.#isHandedOver = true),
    }).catch((error: unknown) => {
      if (this.end?.reason === 'transferred') return;
      this.#isHandedOver = false;
      throw error;
    });
    this.finish({ reason: 'transferred', by: 'local' });
  }

  #applyMute(): void {
    this.#media.audio.setMuted(this.muted || this.#isHeld);
  }

  #release(code: number | undefined): void {
    this.#over.abort(new VoiceError('NOT_POSSIBLE', 'the call is over'));
    clearTimeout(this.#gathering);
    const call = this.#call;
    if (call && !call.isEnded()) {
      // Else the other end takes it back (CANCEL), and the engine fails at what is about a call that is over.
      this.#refuseOffer();
      if (this.direction === 'outbound' && !this.#isAnswered) call._is_canceled = true;
      const isOffered = this.direction === 'inbound' && !this.#isAnswered;
      call.terminate(isOffered && code !== undefined ? { status_code: code } : {});
    }
    this.#media.close();
  }
}
