/** The events of a bridge, by name: derived from the messages, the requests and the notices. */
import { shownText, type Call, type VoiceProblem, type VoiceStatus } from '../call/index.js';
import type { ConnectionState, Envelope, Rejection } from '../link/index.js';
import {
  callingError,
  type CallingError,
  type EventName,
  type HostContext,
  type InboundType,
  type MessageData,
} from '../protocol/index.js';
import type { PartyQuestionEvent } from './party-question.js';
import type { RequestDetails, RequestName } from './requests.js';

/** HubSpot's messages that have an event of their own. Its `ERROR` comes as the notice `hs-error`. */
export type EventMessageType = Exclude<InboundType, 'ERROR'>;

export type MessageDetails = {
  [T in EventMessageType as EventName<T>]: MessageData<T>;
};

export interface GeneralDetails {
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
  /** Why the page refused it, for the user; only with `REQUEST_REFUSED`. One line of at most 120 characters. */
  readonly reason?: string;
}

/** The event of a request. */
export type RequestEvent<Detail> = CustomEvent<Detail> & {
  /**
   * Prevents the request, like `preventDefault()`, and says why: the user is shown the reason.
   *
   * @param reason - One sentence in the user's language: “On the do-not-call list.” It is shown on one line of at most 120
   *   characters.
   */
  readonly refuse: (reason: string) => void;
};

export interface NoticeDetails {
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
export type BridgeEventMap = {
  [K in keyof EventDetails]: K extends RequestName
    ? RequestEvent<EventDetails[K]>
    : CustomEvent<EventDetails[K]>;
};

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
  return target.dispatchEvent(eventOf(name, detail));
}

/**
 * Dispatches the event of a request; false if a listener prevented it. One that also said why is told to the page by
 * `hs-error` on `errors`.
 */
export function raiseRequest<K extends RequestName>(
  target: EventTarget,
  errors: EventTarget,
  name: K,
  detail: RequestDetails[NoInfer<K>],
): boolean {
  let reason: string | undefined;
  const event: RequestEvent<RequestDetails[K]> = Object.assign(eventOf(name, detail as never), {
    refuse(text: unknown) {
      event.preventDefault();
      reason = shownText(String(text));
    },
  });
  const isWanted = target.dispatchEvent(event);
  if (reason) raise(errors, 'hs-error', { ...callingError('REQUEST_REFUSED', name), request: name, reason });
  return isWanted;
}

function eventOf<K extends keyof EventDetails>(
  name: K,
  detail: EventDetails[K],
): CustomEvent<EventDetails[K]> {
  const travels = !notices.has(name);
  return new CustomEvent(name, { detail, bubbles: travels, composed: travels, cancelable: travels });
}
