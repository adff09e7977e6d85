/** The base class of sessions: fires each change once, after the property has its value, and ends once. */
import type { CallQuality, MicrophoneTrouble } from '../call/index.js';
import type { MicrophoneObserver } from './call-audio.js';
import { microphoneTroubleOf } from './microphone-trouble.js';
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

/** The properties that change during a session. */
export type SessionProperties = Pick<VoiceSession, keyof typeof sessionEvents>;

/** The properties that a session has from its start on. */
export interface SessionStart {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly remote: RemoteParty;
  readonly localNumber?: string | undefined;
}

/** For adapters to extend. A session calls `change` and `finish`, and adds the methods of its provider's capabilities. */
export abstract class BaseSession extends TypedEventTarget<VoiceSessionEventMap> implements VoiceSession {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly remote: RemoteParty;
  readonly localNumber: string | undefined;
  #now: SessionProperties;
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

  /**
   * Sets a property, then fires its event. Does nothing if it has that value already, if the session has ended, or if
   * the state would go back to an earlier one.
   */
  protected change<K extends keyof SessionProperties>(name: K, value: SessionProperties[K]): void {
    const { state } = this.#now;
    if (state === 'ended' || this.#now[name] === value) return;
    if (name === 'state' && stateOrder[value as SessionState] < stateOrder[state]) return;
    this.#now = { ...this.#now, [name]: value };
    this.dispatchEvent(new Event(sessionEvents[name]));
  }

  /**
   * Opens the microphone by a function, and sets `microphone` to the trouble that there is meanwhile, or after it has
   * rejected. `openMicrophone` is such a function: it calls `onWaiting` while the browser seems to be asking the user.
   */
  protected async reportMicrophone<Opened>(
    open: (onWaiting: () => void) => Promise<Opened>,
  ): Promise<Opened> {
    try {
      const opened = await open(() => this.change('microphone', 'waiting'));
      this.change('microphone', undefined);
      return opened;
    } catch (error) {
      this.change('microphone', microphoneTroubleOf(error));
      throw error;
    }
  }

  /**
   * For `CallAudio`: while the microphone is silent there is no `quality`, and one that has ended is opened again by a
   * function, such as `CallAudio.reopen`. If that cannot be done, `microphone` is set to the trouble.
   */
  protected observeMicrophone(reopen: (onWaiting: () => void) => Promise<void>): MicrophoneObserver {
    return {
      onSilent: (why) => {
        this.change('quality', undefined);
        if (why === 'muted') return;
        this.reportMicrophone(reopen).catch(() => {
          // Nothing is sent, whatever the reason is.
          if (this.microphone === undefined) this.change('microphone', 'missing');
        });
      },
      onReplaced: () => this.change('microphone', undefined),
    };
  }

  /** Sets the hold of one end; the other end's hold stays as it is. */
  protected changeHold(by: 'local' | 'remote', isHeld: boolean): void {
    const other = by === 'local' ? 'remote' : 'local';
    const isHeldByOther = this.hold === other || this.hold === 'both';
    if (isHeld) this.change('hold', isHeldByOther ? 'both' : by);
    else this.change('hold', isHeldByOther ? other : 'none');
  }

  /** Ends the session, unless it has ended: of several reasons the first one counts. */
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
