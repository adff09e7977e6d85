/** One call to the loopback's far end. */
import { BaseSession, type SessionStart } from '../base-session.js';
import { CallAudio } from '../call-audio.js';
import type { BrowserDevices } from '../devices.js';
import { readDigits } from '../digits.js';
import { troubleOf } from '../microphone.js';
import type { SessionEnd, VoiceSession } from '../session.js';
import { VoiceError } from '../voice-error.js';
import { schedule } from './acts.js';
import { endByThem, endByUs } from './ends.js';
import { FarEnd } from './far-end.js';
import { Line } from './line.js';
import type { LineRecord } from './line-record.js';
import { measure } from './measure.js';
import { readNumber } from './number.js';
import { refusals, rings, type FullScript } from './script.js';
import { Timetable } from './timetable.js';
import { openTone, type Tone } from './tone.js';
import { TouchTones } from './touch-tones.js';

/** Whether the microphone is used; see `LoopbackSettings`. */
export type MicrophoneUse = 'preferred' | 'required' | 'none';

/** What a session needs besides the call itself. */
export interface LoopbackParts {
  readonly script: FullScript;
  readonly microphone: MicrophoneUse;
  readonly speed: number;
  readonly devices: BrowserDevices;
  /** Ends the ringing of a session. */
  readonly silence: (session: LoopbackSession) => void;
}

/** Scripted ms the network takes to find the far end, or to hand a call over. */
const routing = 300;

export class LoopbackSession extends BaseSession {
  /** The other end, with the digits it was sent. */
  readonly farEnd = new FarEnd(() => this.finish(endByThem(this)));

  readonly #parts: LoopbackParts;
  readonly #audio: CallAudio;
  readonly #timetable: Timetable;
  readonly #touchTones = new TouchTones((digit) => this.farEnd.hear(digit));
  readonly #over = new AbortController();
  #tone: Tone | undefined;
  #line: Line | undefined;
  #stopMeasuring: (() => void) | undefined;
  #goingOn: Promise<void> | undefined;

  constructor(start: SessionStart, parts: LoopbackParts) {
    super(start);
    this.#parts = parts;
    this.#audio = new CallAudio(parts.devices);
    this.#timetable = new Timetable(parts.speed);
  }

  /** Sets out: an outbound call asks for the microphone, the caller of an inbound one waits. */
  start(): void {
    const { givesUpAfter } = this.#parts.script;
    if (this.direction === 'outbound') void this.#goOn().catch(() => undefined);
    else if (givesUpAfter !== undefined) this.#timetable.after(givesUpAfter, () => this.farEnd.hangUp());
  }

  /** Goes on with a call that was answered before the page was loaded anew. */
  async resume(): Promise<void> {
    await this.#openMicrophone();
    await this.#connect();
  }

  /** What the line knows of it, to take it up again. Plain data. */
  get record(): LineRecord {
    const { id, direction, remote, localNumber } = this;
    const isAnswered = this.state === 'active' || this.state === 'reconnecting';
    return { id, direction, remote, localNumber, isAnswered, script: this.#parts.script };
  }

  async answer(): Promise<void> {
    this.#demandInbound();
    await this.#goOn();
  }

  async decline(reason: 'declined' | 'busy' = 'declined'): Promise<void> {
    this.#demandInbound();
    const { code, text } = refusals[reason === 'busy' ? 'busy' : 'decline'];
    this.finish({ reason, by: 'local', code, text });
  }

  async hangUp(): Promise<void> {
    this.finish(endByUs(this));
  }

  async retryMicrophone(): Promise<void> {
    this.demand('dialing', 'ringing', 'connecting', 'active', 'reconnecting');
    if (this.microphone !== undefined) await this.#goOn();
  }

  silence(): void {
    this.#parts.silence(this);
  }

  async setMuted(muted: boolean): Promise<void> {
    this.#demandLive();
    this.#audio.setMuted(muted);
    this.change('muted', muted);
  }

  async setHeld(held: boolean): Promise<void> {
    await this.#hold('local', held);
  }

  async sendDigits(digits: string): Promise<void> {
    const all = readDigits(digits).join('');
    this.demand('active');
    if (this.hold !== 'none') throw new VoiceError('NOT_POSSIBLE', 'held');
    await this.#touchTones.send(this.#line?.sender, all);
  }

  async transfer(toNumber: string): Promise<void> {
    readNumber(toNumber);
    this.demand('active');
    await this.#handOver();
    this.finish({ reason: 'transferred', by: 'local', code: 202, text: 'Accepted' });
  }

  async transferTo(other: VoiceSession): Promise<void> {
    this.demand('active');
    const isPossible = other instanceof LoopbackSession && other !== this && other.state === 'active';
    if (!isPossible) throw new VoiceError('NOT_POSSIBLE', 'the other call is not there to take this one');
    await this.#handOver();
    if (other.end) throw new VoiceError('TRANSFER_FAILED', 'the other call has ended');
    other.finish({ reason: 'transferred', by: 'local' });
    this.finish({ reason: 'transferred', by: 'local', code: 202, text: 'Accepted' });
  }

  protected override finish(end: SessionEnd): void {
    // Let go first: whoever hears of the end finds nothing running.
    if (!this.end) this.#release();
    super.finish(end);
  }

  #demandInbound(): void {
    if (this.direction === 'outbound') throw new VoiceError('NOT_POSSIBLE', 'an outbound call');
    this.demand('ringing');
  }

  #demandLive(): void {
    if (this.end) throw new VoiceError('NOT_POSSIBLE', this.state);
  }

  // Asked twice at once, it goes on once.
  #goOn(): Promise<void> {
    this.#goingOn ??= this.#takeUp().finally(() => {
      this.#goingOn = undefined;
    });
    return this.#goingOn;
  }

  async #takeUp(): Promise<void> {
    await this.#openMicrophone();
    this.#demandLive();
    if (this.direction === 'inbound') await this.#connect();
    else this.#timetable.after(routing, () => this.#reach());
  }

  async #openMicrophone(): Promise<void> {
    const { microphone } = this.#parts;
    if (microphone !== 'none') {
      try {
        await this.#audio.open(() => this.change('microphone', 'waiting'));
        this.change('microphone', undefined);
        return;
      } catch (thrown) {
        this.#demandLive();
        const trouble = troubleOf(thrown);
        this.change('microphone', microphone === 'required' ? trouble : undefined);
        if (microphone === 'required') {
          if (!trouble && this.direction === 'outbound') this.#fail(thrown);
          throw thrown;
        }
      }
    }
    this.#tone = openTone();
    this.#audio.send(this.#tone.stream);
  }

  #reach(): void {
    const { script } = this.#parts;
    if (rings(script)) this.change('state', 'ringing');
    if (this.end) return;
    this.#timetable.after(rings(script) ? script.ringsFor : 0, () => {
      if (script.does !== 'answer') this.finish(refusals[script.does]);
      else void this.#connect().catch(() => undefined);
    });
  }

  async #connect(): Promise<void> {
    this.#demandLive();
    // The caller no longer gives up.
    this.#timetable.clear();
    this.change('state', 'connecting');
    // Whoever hears of a state may end the call at once.
    this.#demandLive();
    const microphone = this.#audio.microphone?.getAudioTracks()[0];
    const line = (this.#line = new Line((state) => this.#follow(state)));
    this.#audio.sendThrough(() => line.sender);
    try {
      line.near.addTransceiver(microphone ?? 'audio');
      this.farEnd.join(line.far, this.#parts.script);
      await line.open();
    } catch (thrown) {
      this.#demandLive();
      this.#fail(thrown);
      throw VoiceError.from(thrown);
    }
    this.#demandLive();
    this.#audio.play(line.heard('near'));
    this.change('state', 'active');
    this.#demandLive();
    this.#stopMeasuring = measure(this.#parts.script, line.near, this.#timetable, (quality) =>
      this.change('quality', quality),
    );
    this.#act();
  }

  // What really happens to the line, as opposed to what a script says.
  #follow(state: RTCPeerConnectionState): void {
    if (state === 'disconnected' && this.state === 'active') this.change('state', 'reconnecting');
    if (state === 'connected' && this.state === 'reconnecting') this.change('state', 'active');
    if (state === 'failed') this.finish({ reason: 'network', by: 'system', text: 'connection failed' });
  }

  // What the script says.
  #act(): void {
    schedule(this.#parts.script, this.#timetable, {
      hangUp: () => this.farEnd.hangUp(),
      hold: (isHeld) => void this.#hold('remote', isHeld).catch(() => undefined),
      loseNetwork: () => this.#setReachable(false),
      findNetwork: () => this.#setReachable(true),
      giveUpNetwork: () => this.finish({ reason: 'network', by: 'system', text: 'lost, not found again' }),
    });
  }

  #setReachable(isReachable: boolean): void {
    this.farEnd.setReachable(isReachable);
    this.change('state', isReachable ? 'active' : 'reconnecting');
  }

  async #hold(by: 'local' | 'remote', isHeld: boolean): Promise<void> {
    const line = this.#line;
    // The other end holds without asking how we are.
    if (by === 'local') this.demand('active');
    if (!line) throw new VoiceError('NOT_POSSIBLE', this.state);
    if (isHeld) this.#touchTones.interrupt();
    try {
      await line.hold(by === 'local' ? 'near' : 'far', isHeld);
    } catch (thrown) {
      this.#demandLive();
      throw new VoiceError('MEDIA_FAILED', 'hold', { cause: thrown });
    }
    this.#demandLive();
    this.changeHold(by, isHeld);
  }

  async #handOver(): Promise<void> {
    const { script } = this.#parts;
    await Promise.race([this.#timetable.passed(routing), aborted(this.#over.signal)]);
    this.#demandLive();
    if (script.refusesTransfer) throw new VoiceError('TRANSFER_FAILED', '603 Decline');
  }

  #fail(thrown: unknown): void {
    const { code, message } = VoiceError.from(thrown);
    this.finish({ reason: 'failed', by: 'system', text: `${code}: ${message}` });
  }

  #release(): void {
    this.#over.abort();
    this.#touchTones.interrupt();
    this.#timetable.clear();
    this.#stopMeasuring?.();
    this.farEnd.leave();
    this.#line?.close();
    this.#line = undefined;
    this.#audio.close();
    this.#tone?.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
