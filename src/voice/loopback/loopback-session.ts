/** One call to the loopback's far end. */
import { BaseSession, type SessionStart } from '../base-session.js';
import type { BrowserDevices } from '../devices.js';
import { readDigits } from '../digits.js';
import { microphoneTroubleOf } from '../microphone-trouble.js';
import type { SessionEnd, VoiceSession } from '../session.js';
import { VoiceError } from '../voice-error.js';
import { readDialledNumber } from './dialled-number.js';
import { localEnd, refusals, remoteEnd } from './end-reasons.js';
import { FarEnd } from './far-end.js';
import { LoopbackMedia, type MicrophoneUse } from './loopback-media.js';
import { rings, type FullScript } from './script.js';
import { ScriptClock } from './script-clock.js';
import { scheduleEvents } from './scripted-events.js';
import type { StoredSession } from './stored-session.js';

/** What a session needs besides the call itself. */
export interface LoopbackSessionOptions {
  readonly script: FullScript;
  readonly microphone: MicrophoneUse;
  /** How many times faster than real time the script runs. */
  readonly speed: number;
  readonly devices: BrowserDevices;
  /** Stops the ringing of a session. */
  readonly silence: (session: LoopbackSession) => void;
  /** Whether there is a recorded message with this id. */
  readonly hasMessage: (messageId: string) => boolean;
}

/** Scripted ms until the network has found the far end, or has transferred a call. */
const networkDelayMs = 300;

export class LoopbackSession extends BaseSession {
  /** The other end, with the digits it was sent. */
  readonly farEnd = new FarEnd(() => this.finish(remoteEnd(this)));

  readonly #options: LoopbackSessionOptions;
  readonly #media: LoopbackMedia;
  readonly #clock: ScriptClock;
  /** Aborted when the session has ended. */
  readonly #ended = new AbortController();
  /** The attempt to open the microphone and go on that is under way. */
  #proceeding: Promise<void> | undefined;

  constructor(start: SessionStart, options: LoopbackSessionOptions) {
    super(start);
    this.#options = options;
    this.#media = new LoopbackMedia(
      options.devices,
      options.microphone,
      (digit) => this.farEnd.hear(digit),
      this.observeMicrophone((onWaiting) => this.#media.reopenMicrophone(onWaiting)),
    );
    this.#clock = new ScriptClock(options.speed);
  }

  /** Begins the call. Outbound: opens the microphone and calls. Inbound: rings until the script's caller gives up. */
  start(): void {
    const { givesUpAfter } = this.#options.script;
    if (this.direction === 'outbound') void this.#proceed().catch(() => undefined);
    else if (givesUpAfter !== undefined) this.#clock.after(givesUpAfter, () => this.farEnd.hangUp());
  }

  /** Goes on with a call that had been answered before the page was reloaded. */
  async resume(): Promise<void> {
    await this.#openMicrophone();
    await this.#connect();
  }

  /** The session as plain data, from which it can be restored after a reload. */
  get stored(): StoredSession {
    const { id, direction, remote, localNumber } = this;
    const isAnswered = this.state === 'active' || this.state === 'reconnecting';
    return { id, direction, remote, localNumber, isAnswered, script: this.#options.script };
  }

  async answer(): Promise<void> {
    this.#demandRingingHere();
    await this.#proceed();
  }

  async decline(reason: 'declined' | 'busy' = 'declined'): Promise<void> {
    this.#demandRingingHere();
    const { code, text } = refusals[reason === 'busy' ? 'busy' : 'decline'];
    this.finish({ reason, by: 'local', code, text });
  }

  async hangUp(): Promise<void> {
    this.finish(localEnd(this));
  }

  async retryMicrophone(): Promise<void> {
    this.demand('dialing', 'ringing', 'connecting', 'active', 'reconnecting');
    if (this.microphone === undefined) return;
    if (!this.#media.hasMicrophone) return this.#proceed();
    await this.reportMicrophone((onWaiting) => this.#media.reopenMicrophone(onWaiting));
  }

  silence(): void {
    this.#options.silence(this);
  }

  async setMuted(muted: boolean): Promise<void> {
    this.#demandNotEnded();
    this.#media.setMuted(muted);
    this.change('muted', muted);
  }

  async setHeld(held: boolean): Promise<void> {
    this.demand('active');
    await this.#hold('local', held);
  }

  async sendDigits(digits: string): Promise<void> {
    const all = readDigits(digits).join('');
    this.demand('active');
    if (this.hold !== 'none') throw new VoiceError('NOT_POSSIBLE', 'held');
    await this.#media.sendDigits(all);
  }

  async transfer(toNumber: string): Promise<void> {
    readDialledNumber(toNumber);
    this.demand('active');
    await this.#referFarEnd();
    this.finish({ reason: 'transferred', by: 'local', code: 202, text: 'Accepted' });
  }

  async transferTo(other: VoiceSession): Promise<void> {
    this.demand('active');
    const isPossible = other instanceof LoopbackSession && other !== this && other.state === 'active';
    if (!isPossible) throw new VoiceError('NOT_POSSIBLE', 'the other call is not there to take this one');
    await this.#referFarEnd();
    if (other.end) throw new VoiceError('TRANSFER_FAILED', 'the other call has ended');
    other.finish({ reason: 'transferred', by: 'local' });
    this.finish({ reason: 'transferred', by: 'local', code: 202, text: 'Accepted' });
  }

  async dropVoicemail(messageId: string): Promise<void> {
    this.demand('active');
    if (!this.#options.hasMessage(messageId))
      throw new VoiceError('NOT_POSSIBLE', `no recorded message “${messageId.slice(0, 40)}”`);
    this.farEnd.hearMessage(messageId);
    this.finish({ reason: 'voicemail', by: 'local' });
  }

  protected override finish(end: SessionEnd): void {
    // Released first: a listener of `ended` finds nothing running.
    if (!this.end) this.#release();
    super.finish(end);
  }

  #demandRingingHere(): void {
    if (this.direction === 'outbound') throw new VoiceError('NOT_POSSIBLE', 'an outbound call');
    this.demand('ringing');
  }

  // Called after every wait and every event: a listener, or either end, may have ended the call meanwhile.
  #demandNotEnded(): void {
    if (this.end) throw new VoiceError('NOT_POSSIBLE', this.state);
  }

  // Asked again while an attempt is under way, it gives that attempt.
  #proceed(): Promise<void> {
    this.#proceeding ??= this.#openAndCall().finally(() => {
      this.#proceeding = undefined;
    });
    return this.#proceeding;
  }

  async #openAndCall(): Promise<void> {
    await this.#openMicrophone();
    this.#demandNotEnded();
    if (this.direction === 'inbound') await this.#connect();
    else this.#clock.after(networkDelayMs, () => this.#reachFarEnd());
  }

  async #openMicrophone(): Promise<void> {
    try {
      await this.reportMicrophone((onWaiting) => this.#media.openMicrophone(onWaiting));
    } catch (thrown) {
      this.#demandNotEnded();
      if (!microphoneTroubleOf(thrown) && this.direction === 'outbound') this.#fail(thrown);
      throw thrown;
    }
  }

  #reachFarEnd(): void {
    const { script } = this.#options;
    if (rings(script)) this.change('state', 'ringing');
    if (this.end) return;
    this.#clock.after(rings(script) ? script.ringsFor : 0, () => {
      if (script.does !== 'answer') this.finish(refusals[script.does]);
      else void this.#connect().catch(() => undefined);
    });
  }

  async #connect(): Promise<void> {
    const { script } = this.#options;
    this.#demandNotEnded();
    // The caller of an answered call no longer gives up.
    this.#clock.clear();
    this.change('state', 'connecting');
    this.#demandNotEnded();
    try {
      await this.#media.connect(this.farEnd, script, (state) => this.#onConnectionState(state));
    } catch (thrown) {
      this.#demandNotEnded();
      this.#fail(thrown);
      throw VoiceError.from(thrown);
    }
    this.#demandNotEnded();
    this.change('state', 'active');
    this.#demandNotEnded();
    this.#media.watchQuality(script, this.#clock, (quality) => this.change('quality', quality));
    this.#scheduleEvents();
  }

  // The real connection; what a script does to the network is in `#scheduleEvents`.
  #onConnectionState(state: RTCPeerConnectionState): void {
    if (state === 'disconnected' && this.state === 'active') this.change('state', 'reconnecting');
    if (state === 'connected' && this.state === 'reconnecting') this.change('state', 'active');
    if (state === 'failed') this.finish({ reason: 'network', by: 'system', text: 'connection failed' });
  }

  #scheduleEvents(): void {
    scheduleEvents(this.#options.script, this.#clock, {
      hangUp: () => this.farEnd.hangUp(),
      hold: (isHeld) => void this.#hold('remote', isHeld).catch(() => undefined),
      loseNetwork: () => this.#setReachable(false),
      restoreNetwork: () => this.#setReachable(true),
      giveUpNetwork: () => this.finish({ reason: 'network', by: 'system', text: 'lost, not found again' }),
    });
  }

  #setReachable(isReachable: boolean): void {
    this.farEnd.setReachable(isReachable);
    this.change('state', isReachable ? 'active' : 'reconnecting');
  }

  async #hold(by: 'local' | 'remote', isHeld: boolean): Promise<void> {
    try {
      await this.#media.hold(by === 'local' ? 'near' : 'far', isHeld);
    } finally {
      // Cut off by the end, a hold rejects for that reason.
      this.#demandNotEnded();
    }
    this.changeHold(by, isHeld);
  }

  async #referFarEnd(): Promise<void> {
    const { script } = this.#options;
    await Promise.race([this.#clock.wait(networkDelayMs), aborted(this.#ended.signal)]);
    this.#demandNotEnded();
    if (script.refusesTransfer) throw new VoiceError('TRANSFER_FAILED', '603 Decline');
  }

  #fail(thrown: unknown): void {
    const { code, message } = VoiceError.from(thrown);
    this.finish({ reason: 'failed', by: 'system', text: `${code}: ${message}` });
  }

  #release(): void {
    this.#ended.abort();
    this.#clock.clear();
    this.farEnd.leave();
    this.#media.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
