/** How the calls in the host's state change: pure functions from state to state. Times are epoch ms. */
import type { EngagementProperties, Message, MessageData } from '../protocol/index.js';
import { timeIn } from '../protocol/index.js';
import { findByNumber, isSameNumber, type RecordCoordinates } from './records.js';
import { isOnLine, type HostCall, type HostState } from './state.js';

/** How a message names its call: by the app's id, by HubSpot's id, or not at all. */
export interface CallReference {
  readonly externalCallId?: string | undefined;
  readonly engagementId?: number | undefined;
}

/** What every call has before anything is known of it. */
const blankCall = {
  engagementId: undefined,
  engagement: 'none',
  status: undefined,
  writtenStatus: undefined,
  answeredAt: undefined,
  endedAt: undefined,
  properties: {},
  isFinalized: false,
  isIgnored: false,
  said: [],
} as const satisfies Partial<HostCall>;

/**
 * The widget says that a call has started: it is added, unless it is known already. HubSpot ignores an inbound one if the
 * app does not support inbound calling.
 */
export function startCall(
  state: HostState,
  { type, data }: Message<'OUTGOING_CALL_STARTED' | 'INCOMING_CALL'>,
  at: number,
): HostState {
  const { externalCallId, callStartTime, createEngagement } = data;
  if (externalCallId !== undefined && state.calls.some((call) => call.externalCallId === externalCallId)) {
    return state;
  }
  const isInbound = type === 'INCOMING_CALL';
  const isIgnored = isInbound && !state.supportsInboundCalling;
  const askedToDial = isInbound ? undefined : state.askedToDial;
  const number = (isInbound ? data.fromNumber : calledNumber(data)) ?? askedToDial?.number ?? '';
  const record =
    askedToDial && isSameNumber(askedToDial.number, number)
      ? askedToDial.record
      : onlyOne(findByNumber(state.records, number));
  const call: HostCall = {
    ...blankCall,
    id: externalCallId ?? namelessId(state, callStartTime ?? at),
    externalCallId,
    direction: isInbound ? 'INBOUND' : 'OUTBOUND',
    phase: isInbound ? 'ringing' : 'dialing',
    number,
    record: record && coordinatesOf(record),
    engagement: createEngagement === true && !isIgnored ? 'pending' : 'none',
    isIgnored,
    startedAt: callStartTime ?? at,
  };
  return { ...state, askedToDial: isInbound ? state.askedToDial : undefined, calls: [...state.calls, call] };
}

/** Gives some fields of a call other values; `findCall` says which call is meant. */
export function changeCall(
  state: HostState,
  reference: CallReference,
  changes: Partial<HostCall>,
): HostState {
  const call = findCall(state, reference);
  if (!call) return state;
  return { ...state, calls: state.calls.map((one) => (one === call ? { ...one, ...changes } : one)) };
}

/** The call is answered. Changes nothing if it was answered before, or is over. */
export function answerCall(state: HostState, reference: CallReference, at: number): HostState {
  const call = findCall(state, reference);
  return call?.phase === 'dialing' || call?.phase === 'ringing'
    ? changeCall(state, reference, { phase: 'active', answeredAt: at })
    : state;
}

/**
 * The call was handed over to somebody else. Changes nothing if it is over; but what was written into it just before, while
 * it went on, is no end.
 */
export function transferCall(state: HostState, reference: CallReference, at: number): HostState {
  const call = findCall(state, reference);
  const isOn = call && (isOnLine(call) || (call.phase === 'completed' && call.endedAt === undefined));
  return isOn ? changeCall(state, reference, { phase: 'transferred', endedAt: at }) : state;
}

/**
 * The call is over. Changes nothing if it is over already, or was handed over; but of a call that was lost with the
 * widget's page, the next page tells how it ended.
 */
export function endCall(state: HostState, data: MessageData<'CALL_ENDED'>, at: number): HostState {
  const call = findCall(state, data);
  const { callEndStatus: status } = data;
  if (call?.phase === 'ended' && call.status === undefined && status)
    return changeCall(state, data, { status });
  if (!call || !isOnLine(call)) return state;
  return changeCall(state, data, {
    phase: 'ended',
    endedAt: at,
    status: data.callEndStatus,
    ...(data.engagementId !== undefined && { engagementId: data.engagementId }),
  });
}

/**
 * The agent is done with the call, and what the widget wrote about it is stored. A call that nobody has announced
 * before is added.
 *
 * @param data - The message, without `engagementProperties` if HubSpot could not store them.
 * @param told - The properties as the widget told them: where the call gets its written status from, and a new call its
 * direction, number and time.
 * @param at - When the widget told them: the time of a new call without one. Default: 0.
 */
export function completeCall(
  state: HostState,
  { engagementProperties = {}, ...data }: MessageData<'CALL_COMPLETED'>,
  told: EngagementProperties = {},
  at = 0,
): HostState {
  const call = findCall(state, data);
  const known = call ? state : addCompletedCall(state, data, told, at);
  return changeCall(known, data, {
    phase: 'completed',
    ...(data.engagementId !== undefined && { engagementId: data.engagementId }),
    properties: { ...call?.properties, ...engagementProperties },
    writtenStatus: told['hs_call_status'] ?? call?.writtenStatus,
  });
}

/** The widget was loaded anew: all calls that go on have ended, but for the one with the engagement `kept`. */
export function loseCalls(state: HostState, kept: number | undefined, at: number): HostState {
  const isLost = (call: HostCall) => isOnLine(call) && (kept === undefined || call.engagementId !== kept);
  return {
    ...state,
    calls: state.calls.map((call) => (isLost(call) ? { ...call, phase: 'ended', endedAt: at } : call)),
  };
}

/**
 * The call that a message is about; of several, the latest. A message without an id is about the call that goes on, or
 * else about the last that ended and was not completed.
 */
export function findCall(
  { calls }: HostState,
  { externalCallId, engagementId }: CallReference,
): HostCall | undefined {
  const isIt = (call: HostCall) =>
    (externalCallId !== undefined && call.externalCallId === externalCallId) ||
    (engagementId !== undefined && call.engagementId === engagementId);
  if (externalCallId !== undefined || engagementId !== undefined) return calls.findLast(isIt);
  return calls.findLast(isOnLine) ?? calls.findLast(({ phase }) => phase === 'ended');
}

// A call that was made without HubSpot's knowledge: the widget writes it into the log afterwards.
function addCompletedCall(
  state: HostState,
  data: CallReference,
  told: EngagementProperties,
  toldAt: number,
): HostState {
  const isInbound = told['hs_call_direction'] === 'INBOUND';
  const number = told[isInbound ? 'hs_call_from_number' : 'hs_call_to_number'] ?? '';
  const at = timeIn(told['hs_timestamp']) ?? toldAt;
  const record = onlyOne(findByNumber(state.records, number));
  const call: HostCall = {
    ...blankCall,
    id: data.externalCallId ?? namelessId(state, at),
    externalCallId: data.externalCallId,
    direction: isInbound ? 'INBOUND' : 'OUTBOUND',
    phase: 'ended',
    number,
    record: record && coordinatesOf(record),
    engagementId: data.engagementId,
    startedAt: at,
    endedAt: at,
  };
  return { ...state, calls: [...state.calls, call] };
}

// A call to which the app gives no id. No two of an account that begin in the same ms are two calls for HubSpot either.
function namelessId({ calls }: HostState, startedAt: number): string {
  return `${String(startedAt)}#${String(calls.length)}`;
}

function calledNumber({ toNumber, phoneNumber }: MessageData<'OUTGOING_CALL_STARTED'>): string | undefined {
  return toNumber ?? phoneNumber;
}

function coordinatesOf({ objectId, objectTypeId }: RecordCoordinates): RecordCoordinates {
  return { objectId, objectTypeId };
}

// If several records have the number, only the user can say which one is meant.
function onlyOne<T extends RecordCoordinates>(records: readonly T[]): T | undefined {
  return records.length === 1 ? records[0] : undefined;
}
