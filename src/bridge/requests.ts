/**
 * What a person asks for by pressing something. One record a request: what it carries (`detail`), what is said to
 * HubSpot if it is only a message, and how one sees that it is done.
 */
import {
  findCall,
  isLive,
  isOffered,
  type CallChanges,
  type EngagementDraft,
  type Party,
  type User,
  type WidgetState,
} from '../call/index.js';
import type { ObjectCoordinates, OutboundType } from '../protocol/index.js';

/** Names the call that is meant. */
export interface CallReference {
  readonly externalCallId: string;
}

/** A message to HubSpot, with what the bridge does not know by itself. */
export interface RequestMessage {
  readonly type: OutboundType;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Everything about one request. */
export interface RequestRecord<Detail> {
  /**
   * What is said to HubSpot, if the request is nothing but a message; undefined if HubSpot knows it. Default: it takes a
   * voice, or the app's phone.
   */
  readonly message?: (detail: Detail, now: WidgetState) => RequestMessage | undefined;
  /** What is true of the user once HubSpot was told, beside what the message says. */
  readonly user?: (detail: Detail) => Pick<User, 'available'> & { readonly reason: string | undefined };
  /** What becomes true of its call first, before HubSpot is told or the voice is asked. */
  readonly changes?: (detail: Detail) => CallChanges;
  /**
   * Whether what was asked is true now; `before` is what was true when it was asked. Until then the request is pending.
   * Default: nothing in the state shows it, and nobody waits for it.
   */
  readonly isDone?: (now: WidgetState, before: WidgetState, detail: Detail) => boolean;
  /** Ms that the app's own phone may take until `REQUEST_UNANSWERED` is reported. Default: 5000. */
  readonly timeoutMs?: number;
}

/** For the table below: gives a record the type of its detail. */
function request<Detail>(record: RequestRecord<Detail> = {}): RequestRecord<Detail> {
  return record;
}

/** The call that a request is about, as long as it goes on. */
function liveCall(now: WidgetState, { externalCallId }: CallReference) {
  const call = findCall(now, externalCallId);
  return call && isLive(call) ? call : undefined;
}

const isOver = (now: WidgetState, _before: WidgetState, detail: CallReference) => !liveCall(now, detail);

/** An outbound call is there that was not there before. */
function isNewCallThere({ calls }: WidgetState, before: WidgetState): boolean {
  return calls.some(
    ({ direction, externalCallId }) => direction === 'outbound' && !findCall(before, externalCallId),
  );
}

/** A mute, hold or recording is done when the call has the value that was asked for, or is over. */
const flag =
  <Name extends 'muted' | 'held' | 'recording'>(name: Name) =>
  (now: WidgetState, _before: WidgetState, detail: CallReference & { readonly [N in Name]: boolean }) => {
    const call = liveCall(now, detail);
    return !call || call[name] === detail[name];
  };

/** An inbound call no longer waits for its answer. */
function hasRungOut(now: WidgetState, _before: WidgetState, detail: CallReference): boolean {
  const call = liveCall(now, detail);
  return !call || !isOffered(call);
}

/** The microphone has turned out to be in trouble; as long as the browser asks the user, nothing is decided. */
function isMicrophoneMissing(now: WidgetState, before: WidgetState, detail: CallReference): boolean {
  const trouble = liveCall(now, detail)?.microphone;
  return trouble !== undefined && trouble !== 'waiting' && trouble !== liveCall(before, detail)?.microphone;
}

/** As long as SIP lets a transfer take. */
const transferTimeoutMs = 32_000;

/** All requests, by the name of their event. */
export const requests = {
  /** Call this number. */
  'hs-call-request': request<{
    /** As it is dialled: without spaces and brackets. */
    readonly toNumber: string;
    readonly fromNumber: string | undefined;
    readonly party: Party | undefined;
  }>({ isDone: isNewCallThere }),
  'hs-answer-request': request<CallReference>({
    // Without a microphone the call goes on ringing, and Answer can be pressed again.
    isDone: (now, before, detail) =>
      hasRungOut(now, before, detail) || isMicrophoneMissing(now, before, detail),
  }),
  'hs-decline-request': request<CallReference>({ isDone: hasRungOut }),
  'hs-hang-up-request': request<CallReference>({ isDone: isOver }),
  'hs-mute-request': request<CallReference & { readonly muted: boolean }>({ isDone: flag('muted') }),
  'hs-hold-request': request<CallReference & { readonly held: boolean }>({ isDone: flag('held') }),
  'hs-record-request': request<CallReference & { readonly recording: boolean }>({
    isDone: flag('recording'),
  }),
  /** Send these digits: `0`–`9`, `*`, `#`, `A`–`D`. */
  'hs-dtmf-request': request<CallReference & { readonly digits: string }>(),
  /** Hand the call over: at once, or `attended` after a consultation. */
  'hs-transfer-request': request<
    CallReference & {
      readonly toNumber: string;
      readonly attended: boolean;
      /** The consultation that is held already: its other end takes the call over now. */
      readonly consultation?: string;
      /** Who is to take it over, as far as it is known: they are named in the consultation. */
      readonly party?: Party;
    }
  >({
    isDone: (now, before, detail) =>
      !liveCall(now, detail) ||
      (detail.attended && detail.consultation === undefined && isNewCallThere(now, before)),
    timeoutMs: transferTimeoutMs,
  }),
  /** Make one call of this and another. */
  'hs-merge-request': request<CallReference & { readonly other: string }>({
    isDone: (now, _before, detail) =>
      !liveCall(now, detail) || !liveCall(now, { externalCallId: detail.other }),
    timeoutMs: transferTimeoutMs,
  }),
  /** Leave this recorded message with the answering machine that has answered, and end the call at this end. */
  'hs-voicemail-request': request<CallReference & { readonly messageId: string }>({ isDone: isOver }),
  /** Stop the ringing of this call. */
  'hs-silence-request': request<CallReference>({ changes: () => ({ silenced: true }) }),
  /** Ask for the microphone again. */
  'hs-microphone-request': request<CallReference>(),
  /** The user is done with the call. */
  'hs-complete-request': request<
    CallReference & { readonly engagement?: EngagementDraft; readonly hideWidget?: boolean }
  >({
    changes: ({ engagement }) => (engagement ? { engagement } : {}),
    message: (detail) => ({ type: 'CALL_COMPLETED', data: { ...detail, engagement: undefined } }),
  }),
  /** Nothing more will come of the call: closes it in HubSpot's help desk. */
  'hs-finalize-request': request<CallReference>({
    message: (detail) => ({ type: 'FINALIZE_ENGAGEMENT', data: { ...detail } }),
  }),
  'hs-log-in-request': request<undefined>({ message: () => ({ type: 'LOGGED_IN' }) }),
  'hs-log-out-request': request<undefined>({ message: () => ({ type: 'LOGGED_OUT' }) }),
  'hs-availability-request': request<{
    readonly available: boolean;
    /** The id of one of the app's reasons, or `after-call-work`. HubSpot knows none, and is told each change once. */
    readonly reason?: string;
  }>({
    message: ({ available, reason }, { user }) =>
      available === user.available && (reason ?? user.reason) !== undefined
        ? undefined
        : { type: available ? 'USER_AVAILABLE' : 'USER_UNAVAILABLE' },
    user: ({ available, reason }) => ({ available, reason }),
  }),
  /** Show this record. */
  'hs-navigate-request': request<{
    readonly objectCoordinates: ObjectCoordinates;
    readonly openIn?: 'CURRENT_TAB' | 'NEW_TAB';
  }>({ message: (detail) => ({ type: 'NAVIGATE_TO_RECORD', data: { ...detail } }) }),
} as const;

export type RequestName = keyof typeof requests;

/** The requests and their details. */
export type RequestDetails = {
  [K in RequestName]: (typeof requests)[K] extends RequestRecord<infer Detail> ? Detail : never;
};

/** One request with the detail that belongs to it. */
export type Request = {
  [K in RequestName]: { readonly name: K; readonly detail: RequestDetails[K] };
}[RequestName];

/** The record of a request, for code that handles all of them alike. */
export function recordOf({ name }: Request): RequestRecord<Request['detail']> {
  // A record takes the detail that stands beside its name in a `Request`; that pairing is beyond the compiler.
  return requests[name] as RequestRecord<Request['detail']>;
}

/** The call that a request is about; undefined where it is about none, or none that is there yet. */
export function callIdOf({ detail }: Request): string | undefined {
  return detail && 'externalCallId' in detail ? detail.externalCallId : undefined;
}
