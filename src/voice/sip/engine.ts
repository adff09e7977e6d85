/** JsSIP, loaded when it is needed: what this phone uses of it. */
import { VoiceError } from '../voice-error.js';

/** Words and callbacks of JsSIP's emitters. */
interface Emitter<Events> {
  on<K extends keyof Events & string>(name: K, listener: (event: Events[K]) => void): unknown;
}

/** What SIP writes about a person: `"Alice" <sip:alice@example.com>`. */
export interface NameAddress {
  readonly display_name: string;
  readonly uri: SipUri;
}

/** An address: `sip:alice@example.com`. */
export interface SipUri {
  readonly user: string;
  readonly host: string;
  setHeader(name: string, value: string): void;
  clearParams(): void;
  clone(): SipUri;
}

/** A request or a response that came in. */
export interface SipMessage {
  readonly from: NameAddress;
  readonly to: NameAddress;
  readonly body?: string | null;
  readonly status_code?: number;
  readonly reason_phrase?: string;
  /** With the tags these name a dialog. */
  readonly call_id?: string;
  readonly from_tag?: string;
  readonly to_tag?: string;
  getHeader(name: string): string | undefined;
}

/** How a call of the engine ended. */
export interface EngineEnd {
  readonly originator: string;
  readonly message: SipMessage | null;
  /** One of `JsSIP.C.causes`. */
  readonly cause: string;
}

/** What becomes of a REFER. */
export type Referral = Emitter<{
  requestSucceeded: unknown;
  requestFailed: unknown;
  accepted: unknown;
  failed: unknown;
}>;

/** A digit that goes out by INFO. */
export type OutgoingDigit = Emitter<{ succeeded: unknown; failed: unknown }>;

interface CallEvents {
  peerconnection: { readonly peerconnection: RTCPeerConnection };
  icecandidate: { readonly ready: () => void };
  progress: { readonly response: SipMessage | null };
  accepted: { readonly response: SipMessage | null };
  confirmed: unknown;
  ended: EngineEnd;
  failed: EngineEnd;
  hold: { readonly originator: string };
  unhold: { readonly originator: string };
  newDTMF: { readonly originator: string; readonly dtmf: OutgoingDigit };
  reinvite: { readonly reject: (options: { status_code: number }) => void };
  refer: { readonly reject: () => void };
  replaces: { readonly accept: (begin: (next: EngineCall) => void) => void };
}

/** How a request within a call went. */
export interface RequestHandlers {
  readonly onSuccessResponse?: (response: SipMessage) => void;
  readonly onErrorResponse?: (response: SipMessage) => void;
  readonly onTransportError?: () => void;
  readonly onRequestTimeout?: () => void;
  readonly onDialogError?: (response?: SipMessage) => void;
}

/** A call of the engine: JsSIP's `RTCSession`. */
export interface EngineCall extends Emitter<CallEvents> {
  readonly connection: RTCPeerConnection | null;
  readonly contact: string;
  /**
   * A late answer to a call that was canceled is acknowledged and hung up. The engine's own, which it does not set
   * once the other end rings: it would leave that one in a call with nobody.
   */
  _is_canceled: boolean;
  readonly remote_identity: NameAddress;
  isEnded(): boolean;
  isReadyToReOffer(): boolean;
  answer(options: MediaOptions): void;
  terminate(options?: { readonly status_code?: number; readonly reason_phrase?: string }): void;
  sendDTMF(
    digits: string,
    options: { readonly duration: number; readonly interToneGap: number; readonly transportType: string },
  ): void;
  sendRequest(
    method: string,
    options?: {
      readonly extraHeaders?: readonly string[];
      readonly body?: string;
      readonly eventHandlers?: RequestHandlers;
    },
  ): unknown;
  refer(target: SipUri): Referral | false;
  removeAllListeners(name: keyof CallEvents): unknown;
}

interface MediaOptions {
  readonly mediaStream: MediaStream;
  readonly pcConfig: RTCConfiguration;
}

/** A request and what is answered to it (RFC 3261, 17). */
export interface Transaction extends Emitter<{ stateChanged: unknown }> {
  readonly state: number;
}

interface UserAgentEvents {
  connected: unknown;
  disconnected: unknown;
  registered: unknown;
  unregistered: unknown;
  registrationFailed: { readonly response: SipMessage | null; readonly cause?: string };
  registrationExpiring: unknown;
  newRTCSession: {
    readonly originator: string;
    readonly session: EngineCall;
    readonly request: SipMessage;
  };
  newTransaction: { readonly transaction: Transaction };
  transactionDestroyed: { readonly transaction: Transaction };
}

/** A user of a server: JsSIP's `UA`. */
export interface UserAgent extends Emitter<UserAgentEvents> {
  start(): void;
  stop(): void;
  registrator(): { register(): void };
  unregister(): void;
  readonly transport: { disconnect(): void };
  call(target: string, options: MediaOptions & { readonly fromUserName?: string }): EngineCall;
  set(name: 'password' | 'authorization_user', value: string): boolean;
  removeAllListeners(): unknown;
}

interface UserAgentOptions {
  readonly sockets: readonly unknown[];
  readonly uri: string;
  readonly display_name?: string;
  readonly register: boolean;
  readonly register_expires: number;
  readonly session_timers: boolean;
  readonly no_answer_timeout: number;
  readonly connection_recovery_min_interval: number;
  readonly connection_recovery_max_interval: number;
  readonly authorization_user?: string;
  readonly password?: string;
}

/** JsSIP, as `import('jssip')` or its script gives it. */
export interface SipEngine {
  readonly UA: new (options: UserAgentOptions) => UserAgent;
  readonly WebSocketInterface: new (url: string) => object;
  readonly URI: { parse(uri: string): unknown };
}

/** The engine that was given, or the one that is installed. Rejects with `ENGINE_MISSING`. */
export async function loadEngine(given?: SipEngine): Promise<SipEngine> {
  if (given) return given;
  try {
    const module = (await import('jssip')) as unknown as Partial<SipEngine> & { default?: SipEngine };
    // It is CommonJS: what bundlers make of that differs.
    const engine = module.UA ? (module as SipEngine) : module.default;
    if (engine) return engine;
  } catch (error) {
    throw new VoiceError('ENGINE_MISSING', 'jssip', { cause: error });
  }
  throw new VoiceError('ENGINE_MISSING', 'jssip');
}
