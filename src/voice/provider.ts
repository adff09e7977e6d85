/** The contract of a voice provider: what a calling engine has to offer so that a bridge can use it. */
import type { CallingBridge } from '../bridge/index.js';
import type { FromNumber, VoiceCapabilities, VoicemailMessage, VoiceState } from '../call/index.js';
import type { VoiceDevices } from './devices.js';
import type { VoiceSession } from './session.js';
import type { TypedEventTarget } from './typed-events.js';
import type { VoiceError } from './voice-error.js';

export type { FromNumber };

/** The call that `dial` starts. */
export interface DialOptions {
  /** The id of the session to be. Default: a new one. */
  readonly id?: string;
  /** The number to dial, without spaces and brackets. */
  readonly toNumber: string;
  /** The number to call from. Default: the provider's own. */
  readonly fromNumber?: string | undefined;
}

/** What `check` has found. */
export interface PreCallReport {
  readonly ok: boolean;
  /** What was tried, and what is wrong with it; undefined if nothing is. */
  readonly checks: readonly {
    readonly name: 'microphone' | 'server' | 'media';
    readonly problem: VoiceError | undefined;
  }[];
}

/** Fired at a provider for each inbound call; the session is ringing. */
export class IncomingSessionEvent extends Event {
  readonly session: VoiceSession;

  constructor(session: VoiceSession) {
    super('incoming');
    this.session = session;
  }
}

/** The events of a provider. Each change fires once, after the property has its new value. */
export interface VoiceProviderEventMap {
  statechange: Event;
  fromnumberschange: Event;
  ringsilencechange: Event;
  messageschange: Event;
  incoming: IncomingSessionEvent;
}

/**
 * A voice provider. Its methods reject with a `VoiceError`; none throws.
 *
 * It loads its engine and connects to its server when `connect` is called, and opens the microphone when a call needs
 * it. It leaves nothing behind: after a session has ended no track is live, no connection open, no timer running.
 */
export interface VoiceProvider extends TypedEventTarget<VoiceProviderEventMap> {
  /** Its name, for messages to engineers. */
  readonly name: string;
  readonly capabilities: VoiceCapabilities;
  readonly state: VoiceState;
  /** Why the state is `failed`, or why the last attempt to connect did not succeed. */
  readonly problem: VoiceError | undefined;
  /** Whether the browser keeps the ring silent until the user touches the page. Default: false. */
  readonly isRingSilent?: boolean;
  /** Every session that has not ended, oldest first. */
  readonly sessions: readonly VoiceSession[];
  /** Capability `devices`. */
  readonly devices?: VoiceDevices;
  /** Capability `fromNumbers`. */
  readonly fromNumbers?: readonly FromNumber[];
  /** The messages that `dropVoicemail` of a session can leave. Capability `voicemailDrop`. */
  readonly messages?: readonly VoicemailMessage[];

  /**
   * Serves a bridge until it is released: carries out its requests, and tells it of every call. `BaseProvider` has this
   * method; any other provider returns `new CallControl(bridge, this)`. It is a method of the provider so that a page
   * without a voice does not load call control.
   */
  attach(bridge: CallingBridge): { release(): void };
  /** Connects, and resolves when the state is `ready`. A connection that is lost is restored until `disconnect`. */
  connect(): Promise<void>;
  /** Ends every session and releases everything. The provider may be connected again. */
  disconnect(): Promise<void>;
  /** Starts a call and resolves at once, while it is still `dialing`. */
  dial(options: DialOptions): Promise<VoiceSession>;
  /** Tries microphone, server and media before the first call. Capability `preCallCheck`. */
  check?(): Promise<PreCallReport>;
  /**
   * Restores a live call after a reload of the page, or of another frame that has gone; undefined if there is none with this
   * id. Capability `restore`.
   *
   * @param kept - What `kept` of the provider in the other frame has told last. It comes from outside: read it as such.
   */
  restore?(sessionId: string, kept?: unknown): Promise<VoiceSession | undefined>;
  /**
   * What this provider in another frame needs to restore the live calls of now, or to hang them up: plain data. Used with the
   * capability `restore`, or with `hangUpLeft`.
   */
  kept?(): unknown;
  /**
   * Hangs up, at the far end, the calls that this provider had in another frame which has died. Called once it is ready. A
   * provider without it leaves the far end to notice by itself that nothing comes any more.
   *
   * @param kept - What `kept` of the provider in the other frame has told last. It comes from outside: read it as such.
   */
  hangUpLeft?(kept: unknown): void;
  /**
   * Whether inbound calls are heard to ring here: of several frames of a user, one does. Called when it is attached and when
   * it changes, also while a call rings. Everything else sounds as before. Default: they always ring here, in no other frame.
   */
  letRing?(isHeard: boolean): void;
}
