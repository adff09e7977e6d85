/** The contract of a session: one call, as the voice provider that carries it sees it. */
import type { CallQuality, EndReason, MicrophoneTrouble } from '../call/index.js';
import type { TypedEventTarget } from './typed-events.js';

/**
 * The state of a session.
 *
 * | state | means |
 * | --- | --- |
 * | `dialing` | outbound: the far end does not ring yet; also while the microphone is asked for |
 * | `ringing` | outbound: the far end rings; inbound: this end rings |
 * | `early` | outbound: early media, sound from the network before anybody has answered |
 * | `connecting` | answered; the media connection is being set up |
 * | `active` | both ends hear each other |
 * | `reconnecting` | the connection is lost and being restored; the call is still there |
 * | `ended` | over, for good |
 *
 * Outbound starts at `dialing`, inbound at `ringing`. States may be skipped, and never go back to an earlier one;
 * only `active` and `reconnecting` may alternate.
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

/** Who is at the far end, as far as the network says. */
export interface RemoteParty {
  /** Their number or address. */
  readonly number: string;
  readonly name?: string | undefined;
}

/** Fired when a session has ended. The last event of every session. */
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

/** Each property that changes during a session, and its event. */
export const sessionEvents = {
  state: 'statechange',
  muted: 'mutechange',
  hold: 'holdchange',
  recording: 'recordingchange',
  microphone: 'microphonechange',
  quality: 'qualitychange',
} as const satisfies Partial<Record<keyof VoiceSession, keyof VoiceSessionEventMap>>;

/** The order of states: a session never goes to a state of a lower number. */
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
 * One call. Its methods resolve when it is done, and reject with a `VoiceError` when it cannot be done: `NOT_POSSIBLE`
 * when the state does not allow it. A method that belongs to a capability exists only where the provider has that.
 */
export interface VoiceSession extends TypedEventTarget<VoiceSessionEventMap> {
  /** Unique among all sessions. It is the call's `externalCallId`. */
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly state: SessionState;
  readonly remote: RemoteParty;
  /** The number of this end; undefined if the provider does not know it. */
  readonly localNumber: string | undefined;
  /** Whether the microphone is muted: the far end hears nothing of this one. */
  readonly muted: boolean;
  readonly hold: HoldState;
  readonly recording: boolean;
  /**
   * The microphone's trouble; undefined when there is none. Before the answer the session waits until it is over; later
   * the call goes on, and the far end hears nothing meanwhile.
   */
  readonly microphone: MicrophoneTrouble | undefined;
  /** The last measurement; undefined before the first, and while the microphone gives no sound. */
  readonly quality: CallQuality | undefined;
  /** How it ended; undefined before. */
  readonly end: SessionEnd | undefined;

  /** Answers an inbound call. With microphone trouble it rejects and keeps ringing: call it again to try again. */
  answer?(): Promise<void>;
  /** Declines an inbound call. `busy`: the caller is told that this end is in another call. */
  decline?(reason?: 'declined' | 'busy'): Promise<void>;
  /** Ends the call in any state; cancels or declines one that is not answered yet. Does nothing once it has ended. */
  hangUp(): Promise<void>;
  /** Asks for the microphone again after trouble, and goes on with the same call. */
  retryMicrophone(): Promise<void>;
  /** Stops the ringing of this call only. Capability `silence`. */
  silence?(): void;
  /** Mutes or unmutes the microphone. Capability `mute`. */
  setMuted?(muted: boolean): Promise<void>;
  /** Holds or resumes the call at this end. Capability `hold`. */
  setHeld?(held: boolean): Promise<void>;
  /** Starts or stops the recording. Capability `recording`. */
  setRecording?(recording: boolean): Promise<void>;
  /**
   * Sends DTMF digits one after the other: `0`–`9`, `*`, `#`, `A`–`D`; a comma waits two seconds. Rejects `BAD_DIGITS`
   * before any is sent. Capability `dtmf`.
   */
  sendDigits?(digits: string): Promise<void>;
  /** Transfers the far end to a number. Capability `blindTransfer`. */
  transfer?(toNumber: string): Promise<void>;
  /** Transfers the far end to the far end of another session. Capability `attendedTransfer`. */
  transferTo?(other: VoiceSession): Promise<void>;
  /**
   * Has the engine leave a recorded message with the answering machine that has answered, and gives the call up at this
   * end: the session ends at once with the reason `voicemail`. Rejects `NOT_POSSIBLE` before the answer, and for a message
   * that the provider does not have. Capability `voicemailDrop`.
   */
  dropVoicemail?(messageId: string): Promise<void>;
  /** Merges this call and another into one. Capability `merge`. */
  merge?(other: VoiceSession): Promise<void>;
}
