/** The events of a bridge, by name: derived from the messages, the requests and the notices. */
import type { Call, VoiceProblem, VoiceStatus } from '../call/index.js';
import type { ConnectionState, Envelope, Rejection } from '../link/index.js';
import type { CallingError, EventName, HostContext, InboundType, MessageData } from '../protocol/index.js';
import type { PartyQuestionEvent } from './party-question.js';
import type { RequestDetails, RequestName } from './requests.js';

/** HubSpot's messages that have an event of their own. Its `ERROR` comes as the notice `hs-error`. */
export type EventMessageType = Exclude<InboundType, 'ERROR'>;

type MessageDetails = {
  [T in EventMessageType as EventName<T>]: MessageData<T>;
};

interface GeneralDetails {
  /** The handshake is done. Not prevented, INITIALIZED is sent. */
  'hs-ready': HostContext;
  /** Any `*_FAILED`. */
  'hs-failed': { readonly type: string; readonly data: unknown };
  /** A message of a type that is not known. */
  'hs-unknown-message': Envelope;
  /** Who is this? A listener may answer: `detail.respondWith(promise)`. */
  'hs-resolve-party': PartyQuestionEvent;
  /** Every message that was let in. */
  'hs-message': Envelope;
}

/** A request that nobody carried out. */
export interface RequestError extends CallingError {
  /** The name of the request's event. */
  readonly request: RequestName;
}

interface NoticeDetails {
  'hs-connection-change': {
    readonly connection: ConnectionState;
    readonly previous: ConnectionState;
    readonly problem: CallingError | undefined;
  };
  /** HubSpot shook hands again and told something else about where the widget is or who uses it. */
  'hs-context-change': { readonly context: HostContext; readonly previous: HostContext };
  'hs-call-change': {
    /** Undefined once the call is forgotten. */
    readonly call: Call | undefined;
    readonly previous: Call | undefined;
    /** A message's type, or the name of what happened. */
    readonly cause: string;
  };
  /** A message left for HubSpot. */
  'hs-sent': Envelope;
  /** The voice came, went, or is in another state. */
  'hs-voice-change': {
    /** Undefined once it is gone. */
    readonly voice: VoiceStatus | undefined;
    readonly previous: VoiceStatus | undefined;
  };
  /** Something went wrong. With `request` where it is about one. */
  'hs-error': CallingError | RequestError | VoiceProblem;
  'hs-rejected': Rejection;
}

/** What each event carries. */
export type EventDetails = MessageDetails & GeneralDetails & NoticeDetails & RequestDetails;

/** For `addEventListener`: each event's class. */
export type BridgeEventMap = { [K in keyof EventDetails]: CustomEvent<EventDetails[K]> };

const notices: ReadonlySet<string> = new Set<keyof NoticeDetails>([
  'hs-connection-change',
  'hs-context-change',
  'hs-call-change',
  'hs-sent',
  'hs-voice-change',
  'hs-error',
  'hs-rejected',
]);

/** Dispatches an event; false if a listener prevented what follows from it. Messages and requests bubble, notices do not. */
export function raise<K extends keyof EventDetails>(
  target: EventTarget,
  name: K,
  detail: EventDetails[NoInfer<K>],
): boolean {
  const travels = !notices.has(name);
  return target.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: travels, composed: travels, cancelable: travels }),
  );
}
