/** What a call is to the phone that carries it: the contract of a session. */
import type { CallQuality, EndReason, MicrophoneTrouble } from '../call/index.js';
import type { TypedEventTarget } from './typed-events.js';

/**
 * Where a session is in its life.
 *
 * | state | means |
 * | --- | --- |
 * | `dialing` | outbound: on its way, also while the microphone is asked for |
 * | `ringing` | the called phone rings; inbound: ours does |
 * | `early` | outbound: the network speaks before anybody has answered |
 * | `connecting` | answered, the sound is being set up |
 * | `active` | they hear each other |
 * | `reconnecting` | the way to the other end is lost and looked for; the call is kept |
 * | `ended` | over, for good |
 *
 * Outbound starts at `dialing`, inbound at `ringing`. States may be skipped, never go back to an earlier one, but
 * for `active` and `reconnecting`, which may alternate.
 */
export type SessionState =
  'dialing' | 'ringing' | 'early' | 'connecting' | 'active' | 'reconnecting' | 'ended';

/** Who holds the call: nobody, this end, the other end, both. */
export type HoldState = 'none' | 'local' | 'remote' | 'both';

export type { EndReason };

/** How a session ended. */
export interface SessionEnd {
  readonly reason: EndReason;
  /** Who ended it. */
  readonly by: 'local' | 'remote' | 'system';
  /** The engine's own code, such as SIP's 486. */
  readonly code?: number | undefined;
  /** The engine's own words. */
  readonly text?: string | undefined;
}

/** Who is at the other end, as far as the network says. */
export interface RemoteParty {
  /** Their number or address. */
  readonly number: string;
  readonly name?: string | undefined;
}

/** Tells that a session is over. The last event of every session. */
export class SessionEndedEvent extends Event {
  readonly end: SessionEnd;

  constructor(end: SessionEnd) {
    super('ended');
    this.end = end;
  }
}

/**
 * The events of a session. Each fires once for each change, after the property has its new value. `statechange` to
 * `ended` is followed by `ended`, and nothing comes after that.
 */
export interface VoiceSessionEventMap {
  statechange: Event;
  mutechange: Event;
  holdchange: Event;
  recordingchange: Event;
  microphonechange: Event;
  qualitychange: Event;
  ended: SessionEndedEvent;
}

/** What changes in a session, and the event that tells of it. */
export const sessionEvents = {
  state: 'statechange',
  muted: 'mutechange',
  hold: 'holdchange',
  recording: 'recordingchange',
  microphone: 'microphonechange',
  quality: 'qualitychange',
} as const satisfies Partial<Record<keyof VoiceSession, keyof VoiceSessionEventMap>>;

/** How far along each state is; none goes back to an earlier one. */
export const stateOrder: Readonly<Record<SessionState, number>> = {
  dialing: 0,
  ringing: 1,
  early: 2,
  connecting: 3,
  active: 4,
  reconnecting: 4,
  ended: 5,
};

/**
 * One call on a phone. Methods resolve when it is done and reject with a `VoiceError` when it cannot be; `NOT_POSSIBLE`
 * when the state does not allow it. A method that belongs to a capability exists only where the provider has it.
 */
export interface VoiceSession extends TypedEventTarget<VoiceSessionEventMap> {
  /** Unlike that of any other session. The call's `externalCallId`. */
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly state: SessionState;
  readonly remote: RemoteParty;
  /** Which of our numbers is used; undefined if the phone does not know. */
  readonly localNumber: string | undefined;
  /** Nothing is heard of us at the other end. */
  readonly muted: boolean;
  readonly hold: HoldState;
  readonly recording: boolean;
  /** What keeps the microphone from being heard; undefined when nothing does. The session waits meanwhile. */
  readonly microphone: MicrophoneTrouble | undefined;
  /** The last measure; undefined before the first. */
  readonly quality: CallQuality | undefined;
  /** How it ended; undefined before. */
  readonly end: SessionEnd | undefined;

  /** Takes an inbound call. With microphone trouble it keeps ringing and rejects: call it again to try again. */
  answer?(): Promise<void>;
  /** Turns an inbound call away. `busy`: as if this phone were in use. */
  decline?(reason?: 'declined' | 'busy'): Promise<void>;
  /** Ends the call in whatever state; cancels it before it is answered. Does nothing once it is over. */
  hangUp(): Promise<void>;
  /** Asks for the microphone again after trouble, and goes on with the same call. */
  retryMicrophone(): Promise<void>;
  /** Stops the ringing of this call only. Capability `silence`. */
  silence?(): void;
  /** Capability `mute`. */
  setMuted?(muted: boolean): Promise<void>;
  /** Holds or resumes at this end. Capability `hold`. */
  setHeld?(held: boolean): Promise<void>;
  /** Capability `recording`. */
  setRecording?(recording: boolean): Promise<void>;
  /**
   * Sends digits one after the other: `0`–`9`, `*`, `#`, `A`–`D`; a comma waits two seconds. Rejects `BAD_DIGITS`
   * before any is sent. Capability `dtmf`.
   */
  sendDigits?(digits: string): Promise<void>;
  /** Hands the call over to a number. Capability `blindTransfer`. */
  transfer?(toNumber: string): Promise<void>;
  /** Hands the call over to the other end of another session. Capability `attendedTransfer`. */
  transferTo?(other: VoiceSession): Promise<void>;
  /** Makes one call of this and another. Capability `merge`. */
  merge?(other: VoiceSession): Promise<void>;
}
