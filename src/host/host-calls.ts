/** How the calls of the host's state change. */
import type { EngagementProperties, Message, MessageData } from '../protocol/index.js';
import { findByNumber, isSameNumber, type RecordCoordinates } from './records.js';
import { isOnLine, liveCall, type HostCall, type HostState } from './state.js';

/** How a message names its call: by the app's id, by HubSpot's, or not at all. */
export interface Named {
  readonly externalCallId?: string | undefined;
  readonly engagementId?: number | undefined;
}

/** A call that the widget says has started. One that is known already only goes on. */
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
  const asked = isInbound ? undefined : state.asked;
  const number = (isInbound ? data.fromNumber : numberOf(data)) ?? asked?.number ?? '';
  const record =
    asked && isSameNumber(asked.number, number) ? asked.record : onlyOne(findByNumber(state.records, number));
  const call: HostCall = {
    externalCallId,
    direction: isInbound ? 'INBOUND' : 'OUTBOUND',
    phase: isInbound ? 'ringing' : 'dialing',
    number,
    record: record && coordinatesOf(record),
    engagementId: undefined,
    engagement: createEngagement === true ? 'pending' : 'none',
    status: undefined,
    startedAt: callStartTime ?? at,
    answeredAt: undefined,
    endedAt: undefined,
    properties: {},
    isFinalized: false,
  };
  return { ...state, asked: isInbound ? state.asked : undefined, calls: [...state.calls, call] };
}

/** The call that a message names is different now. One that names none is about the call that goes on. */
export function changeCall(state: HostState, named: Named, changes: Partial<HostCall>): HostState {
  const call = findCall(state, named);
  if (!call) return state;
  return { ...state, calls: state.calls.map((one) => (one === call ? { ...one, ...changes } : one)) };
}

/** The call is answered. Answered twice, or too late: nothing new. */
export function answerCall(state: HostState, named: Named, at: number): HostState {
  const call = findCall(state, named);
  return call?.phase === 'dialing' || call?.phase === 'ringing'
    ? changeCall(state, named, { phase: 'active', answeredAt: at })
    : state;
}

/** The call goes on with somebody else. */
export function transferCall(state: HostState, named: Named, at: number): HostState {
  const call = findCall(state, named);
  return call && isOnLine(call) ? changeCall(state, named, { phase: 'transferred', endedAt: at }) : state;
}

/** The call is over. One that is over already, or is none of this user's any more, stays as it is. */
export function endCall(state: HostState, data: MessageData<'CALL_ENDED'>, at: number): HostState {
  const call = findCall(state, data);
  if (!call || !isOnLine(call)) return state;
  return changeCall(state, data, {
    phase: 'ended',
    endedAt: at,
    status: data.callEndStatus,
    ...(data.engagementId !== undefined && { engagementId: data.engagementId }),
  });
}

/**
 * The user is done with the call. What was written is kept with it, unless HubSpot could not write it: that the call
 * is completed counts all the same.
 */
export function completeCall(
  state: HostState,
  { engagementProperties = {}, ...data }: MessageData<'CALL_COMPLETED'>,
  told: EngagementProperties = {},
): HostState {
  const call = findCall(state, data);
  const known = call ? state : adopt(state, data, told);
  return changeCall(known, data, {
    phase: 'completed',
    ...(data.engagementId !== undefined && { engagementId: data.engagementId }),
    properties: { ...call?.properties, ...engagementProperties },
  });
}

/** The widget was loaded anew: calls that it does not name are lost, and leave a ghost in the log. */
export function loseCalls(state: HostState, kept: number | undefined, at: number): HostState {
  const isLost = (call: HostCall) => isOnLine(call) && (kept === undefined || call.engagementId !== kept);
  return {
    ...state,
    calls: state.calls.map((call) => (isLost(call) ? { ...call, phase: 'ended', endedAt: at } : call)),
  };
}

/** The call that a message is about. */
export function findCall(
  { calls, ...state }: HostState,
  { externalCallId, engagementId }: Named,
): HostCall | undefined {
  const isIt = (call: HostCall) =>
    (externalCallId !== undefined && call.externalCallId === externalCallId) ||
    (engagementId !== undefined && call.engagementId === engagementId);
  if (externalCallId !== undefined || engagementId !== undefined) return calls.findLast(isIt);
  return liveCall({ ...state, calls }) ?? calls.findLast(({ phase }) => phase === 'ended');
}

// A call that was made without HubSpot: the widget only writes it into the log.
function adopt(state: HostState, data: Named, told: EngagementProperties): HostState {
  const isInbound = told['hs_call_direction'] === 'INBOUND';
  const number = told[isInbound ? 'hs_call_from_number' : 'hs_call_to_number'] ?? '';
  const at = Number(told['hs_timestamp'] ?? 0);
  const record = onlyOne(findByNumber(state.records, number));
  const call: HostCall = {
    externalCallId: data.externalCallId,
    direction: isInbound ? 'INBOUND' : 'OUTBOUND',
    phase: 'ended',
    number,
    record: record && coordinatesOf(record),
    engagementId: data.engagementId,
    engagement: 'none',
    status: undefined,
    startedAt: at,
    answeredAt: undefined,
    endedAt: at,
    properties: {},
    isFinalized: false,
  };
  return { ...state, calls: [...state.calls, call] };
}

function numberOf({ toNumber, phoneNumber }: MessageData<'OUTGOING_CALL_STARTED'>): string | undefined {
  return toNumber ?? phoneNumber;
}

function coordinatesOf({ objectId, objectTypeId }: RecordCoordinates): RecordCoordinates {
  return { objectId, objectTypeId };
}

// Several records for one number are a choice for the user.
function onlyOne<T extends RecordCoordinates>(records: readonly T[]): T | undefined {
  return records.length === 1 ? records[0] : undefined;
}
