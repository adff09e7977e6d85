/** What every session does alike: tells each change once, after it is true, and ends once. */
import type { CallQuality, MicrophoneTrouble } from '../call/index.js';
import {
  sessionEvents,
  SessionEndedEvent,
  stateOrder,
  type HoldState,
  type RemoteParty,
  type SessionEnd,
  type SessionState,
  type VoiceSession,
  type VoiceSessionEventMap,
} from './session.js';
import { TypedEventTarget } from './typed-events.js';
import { VoiceError } from './voice-error.js';

/** What changes in a session. */
type Changing = Pick<VoiceSession, keyof typeof sessionEvents>;

/** What is known of a session from its start. */
export interface SessionStart {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly remote: RemoteParty;
  readonly localNumber?: string | undefined;
}

/** For adapters: extend it, call `change` and `finish`, and add the methods of the capabilities. */
export abstract class BaseSession extends TypedEventTarget<VoiceSessionEventMap> implements VoiceSession {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly remote: RemoteParty;
  readonly localNumber: string | undefined;
  #now: Changing;
  #end: SessionEnd | undefined;

  constructor({ id, direction, remote, localNumber }: SessionStart) {
    super();
    this.id = id;
    this.direction = direction;
    this.remote = remote;
    this.localNumber = localNumber;
    this.#now = {
      state: direction === 'inbound' ? 'ringing' : 'dialing',
      muted: false,
      hold: 'none',
      recording: false,
      microphone: undefined,
      quality: undefined,
    };
  }

  get state(): SessionState {
    return this.#now.state;
  }

  get muted(): boolean {
    return this.#now.muted;
  }

  get hold(): HoldState {
    return this.#now.hold;
  }

  get recording(): boolean {
    return this.#now.recording;
  }

  get microphone(): MicrophoneTrouble | undefined {
    return this.#now.microphone;
  }

  get quality(): CallQuality | undefined {
    return this.#now.quality;
  }

  get end(): SessionEnd | undefined {
    return this.#end;
  }

  abstract hangUp(): Promise<void>;
  abstract retryMicrophone(): Promise<void>;

  /** Makes something true and tells of it, unless it is true already or the session is over. */
  protected change<K extends keyof Changing>(name: K, value: Changing[K]): void {
    const { state } = this.#now;
    if (state === 'ended' || this.#now[name] === value) return;
    if (name === 'state' && stateOrder[value as SessionState] < stateOrder[state]) return;
    this.#now = { ...this.#now, [name]: value };
    this.dispatchEvent(new Event(sessionEvents[name]));
  }

  /** One end holds or resumes; the other end's hold stays as it is. */
  protected changeHold(by: 'local' | 'remote', isHeld: boolean): void {
    const other = by === 'local' ? 'remote' : 'local';
    const isHeldByOther = this.hold === other || this.hold === 'both';
    if (isHeld) this.change('hold', isHeldByOther ? 'both' : by);
    else this.change('hold', isHeldByOther ? other : 'none');
  }

  /** Ends the session. Whoever comes first decides why. */
  protected finish(end: SessionEnd): void {
    if (this.#end) return;
    this.#end = end;
    this.change('state', 'ended');
    this.dispatchEvent(new SessionEndedEvent(end));
  }

  /** Throws `NOT_POSSIBLE` unless the session is in one of these states. */
  protected demand(...states: readonly SessionState[]): void {
    if (!states.includes(this.state)) throw new VoiceError('NOT_POSSIBLE', this.state);
  }
}
