/** JsSIP: the types of what is used of it, and how it is loaded. */
import { VoiceError } from '../voice-error.js';

/** JsSIP's emitters: the names of events and what their listeners get. */
export interface Emitter<Events> {
  on<K extends keyof Events & string>(name: K, listener: (event: Events[K]) => void): unknown;
}

/** A name and an address, as in From: `"Alice" <sip:alice@example.com>`. */
export interface NameAddress {
  readonly display_name: string;
  readonly uri: SipUri;
}

/** A SIP URI: `sip:alice@example.com`. */
export interface SipUri {
  readonly user: string;
  readonly host: string;
  setHeader(name: string, value: string): void;
  clearParams(): void;
  clone(): SipUri;
}

/** A request or a response that was received. */
export interface SipMessage {
  readonly from: NameAddress;
  readonly to: NameAddress;
  readonly body?: string | null;
  readonly status_code?: number;
  readonly reason_phrase?: string;
  /** Call-ID and the two tags identify a dialog. */
  readonly call_id?: string;
  readonly from_tag?: string;
  readonly to_tag?: string;
  getHeader(name: string): string | undefined;
  /** Every header of a name, where the engine gives more than the first. */
  getHeaders?(name: string): readonly string[];
}

/** How the engine says a call ended. */
export interface EngineEnd {
  readonly originator: string;
  readonly message: SipMessage | null;
  /** One of `JsSIP.C.causes`. */
  readonly cause: string;
}

/** The events of a REFER that was sent. */
export type Referral = Emitter<{
  requestSucceeded: unknown;
  requestFailed: unknown;
  accepted: unknown;
  failed: unknown;
}>;

/** The events of a digit that was sent by INFO. */
export type OutgoingDigit = Emitter<{ succeeded: unknown; failed: unknown }>;

export interface CallEvents {
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
  replaces: { readonly accept: (begin: (next: EngineCall) => void) => void; readonly reject: () => void };
}

/** What the engine calls with the outcome of a request within a call. */
export interface RequestHandlers {
  readonly onSuccessResponse?: (response: SipMessage) => void;
  readonly onErrorResponse?: (response: SipMessage) => void;
  readonly onTransportError?: () => void;
  readonly onRequestTimeout?: () => void;
  readonly onDialogError?: (response?: SipMessage) => void;
}

/** JsSIP's `Dialog`. */
export interface EngineDialog {
  readonly id: { readonly remote_tag: string };
  terminate(): void;
}

/** A call of the engine: JsSIP's `RTCSession`. What begins with `_` is its own, and used where it errs. */
export interface EngineCall extends Emitter<CallEvents> {
  readonly connection: RTCPeerConnection | null;
  readonly direction: 'incoming' | 'outgoing';
  readonly contact: string;
  /**
   * Whether an answer that crosses our CANCEL is acknowledged and hung up at once. The engine sets this itself only
   * before the far end rings; later, such a far end would stay in a call with nobody.
   */
  _is_canceled: boolean;
  /** Where the engine's requests within the call go: to whoever has answered it. */
  _dialog: EngineDialog | null;
  /** Makes `_dialog` from an answer; false if that has no Contact. */
  _createDialog(response: SipMessage, type: 'UAC'): boolean;
  /** Called with every response to our INVITE. */
  _receiveInviteResponse(response: SipMessage): void;
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

export interface MediaOptions {
  readonly mediaStream: MediaStream;
  readonly pcConfig: RTCConfiguration;
}

/** A request and its responses (RFC 3261, 17). */
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

/** A connection to a server: JsSIP's `Socket`, which it lets others make too. It sets the three callbacks. */
export interface EngineSocket {
  readonly url: string;
  readonly sip_uri: string;
  readonly via_transport: string;
  connect(): void;
  disconnect(): void;
  send(message: string): boolean;
  onconnect: () => void;
  ondisconnect: (error: boolean, code?: number, reason?: string) => void;
  ondata: (data: unknown) => void;
}

/** The user agent: JsSIP's `UA`. */
export interface UserAgent extends Emitter<UserAgentEvents> {
  start(): void;
  stop(): void;
  registrator(): { register(): void };
  unregister(): void;
  isRegistered(): boolean;
  readonly transport: { connect(): void; disconnect(): void; send(message: string): boolean };
  /** Sends OPTIONS. Who answers, and what, is not looked at. */
  sendOptions(target: string): unknown;
  call(target: string, options: MediaOptions & { readonly fromUserName?: string }): EngineCall;
  set(name: 'password' | 'authorization_user', value: string): boolean;
  removeAllListeners(): unknown;
}

export interface UserAgentOptions {
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

/** JsSIP itself, as `import('jssip')` or its script gives it. */
export interface SipEngine {
  readonly UA: new (options: UserAgentOptions) => UserAgent;
  readonly WebSocketInterface: new (url: string) => object;
  readonly URI: { parse(uri: string): unknown };
}

/** The engine that was given, or else the installed one. Rejects with `ENGINE_MISSING`. */
export async function loadEngine(given?: SipEngine): Promise<SipEngine> {
  if (given) return given;
  try {
    const module = (await import('jssip')) as unknown as Partial<SipEngine> & { default?: SipEngine };
    // JsSIP is CommonJS: some bundlers give its exports, others one default export.
    const engine = module.UA ? (module as SipEngine) : module.default;
    if (engine) return engine;
  } catch (error) {
    throw new VoiceError('ENGINE_MISSING', 'jssip', { cause: error });
  }
  throw new VoiceError('ENGINE_MISSING', 'jssip');
}
