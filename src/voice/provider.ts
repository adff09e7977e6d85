/** What a phone has to offer to give the bridge a voice: the contract of a provider. */
import type { CallingBridge } from '../bridge/index.js';
import type { VoiceCapabilities, VoiceState } from '../call/index.js';
import type { VoiceDevices } from './devices.js';
import type { VoiceSession } from './session.js';
import type { TypedEventTarget } from './typed-events.js';
import type { VoiceError } from './voice-error.js';

/** An outbound call. */
export interface DialOptions {
  /** The id of the session to be. Default: a new one. */
  readonly id?: string;
  /** As it is dialled: without spaces and brackets. */
  readonly toNumber: string;
  /** One of our numbers. Default: the phone's own. */
  readonly fromNumber?: string | undefined;
}

/** A number one may call from. */
export interface FromNumber {
  readonly number: string;
  readonly label?: string | undefined;
}

/** What a try before the first call has found. */
export interface PreCallReport {
  readonly ok: boolean;
  /** Each thing looked at, and what is wrong with it. */
  readonly checks: readonly {
    readonly name: 'microphone' | 'server' | 'media';
    readonly problem: VoiceError | undefined;
  }[];
}

/** Tells of a call that comes in. */
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
  incoming: IncomingSessionEvent;
}

/**
 * A phone. Methods reject with a `VoiceError`; none throws.
 *
 * A provider loads its engine, opens the microphone and talks to a server no earlier than it is asked to, and leaves
 * nothing behind: after a session has ended no track is live, no connection open, no timer running.
 */
export interface VoiceProvider extends TypedEventTarget<VoiceProviderEventMap> {
  /** What to call it, in messages for engineers. */
  readonly name: string;
  readonly capabilities: VoiceCapabilities;
  readonly state: VoiceState;
  /** Why it is `failed`, or why the last try to connect did not succeed. */
  readonly problem: VoiceError | undefined;
  /** Every session that has not ended, oldest first. */
  readonly sessions: readonly VoiceSession[];
  /** Capability `devices`. */
  readonly devices?: VoiceDevices;
  /** Capability `fromNumbers`. */
  readonly fromNumbers?: readonly FromNumber[];

  /**
   * Serves a bridge until it is released: does what is requested there, and tells there of its calls. `BaseProvider` has
   * it; any other returns `new CallControl(bridge, this)`. Comes with the provider, so that a page without a phone does
   * not load it.
   */
  attach(bridge: CallingBridge): { release(): void };
  /** Makes it ready, and keeps it so: what gets lost is looked for until `disconnect`. */
  connect(): Promise<void>;
  /** Ends every session and leaves nothing running. It may be connected again. */
  disconnect(): Promise<void>;
  /** Starts a call and resolves at once, while it is still `dialing`. */
  dial(options: DialOptions): Promise<VoiceSession>;
  /** Tries microphone, server and media. Capability `preCallCheck`. */
  check?(): Promise<PreCallReport>;
  /** Takes a call up again after a reload. Capability `restore`. */
  restore?(sessionId: string): Promise<VoiceSession | undefined>;
}
