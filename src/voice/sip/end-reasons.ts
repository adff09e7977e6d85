/** Why a SIP call ended: from the status, the Reason header and the engine's cause. */
import type { EndReason, SessionEnd, VoiceSession } from '../session.js';
import type { EngineEnd } from './engine.js';
import { headerValues, parameterOf } from './header-values.js';

/** The reason that a final response stands for (RFC 3261, 21). */
const byStatus: Readonly<Record<number, EndReason>> = {
  403: 'declined',
  404: 'not-found',
  408: 'no-answer',
  410: 'not-found',
  480: 'no-answer',
  484: 'not-found',
  486: 'busy',
  487: 'canceled',
  600: 'busy',
  603: 'declined',
  604: 'not-found',
  607: 'declined',
};

/** The reason that the engine's cause stands for where there is no final response. */
const byCause: Readonly<Record<string, EndReason>> = {
  Terminated: 'hung-up',
  Canceled: 'canceled',
  'No Answer': 'no-answer',
  Expires: 'no-answer',
  Rejected: 'declined',
  Busy: 'busy',
  'Connection Error': 'network',
  'Request Timeout': 'network',
  'RTP Timeout': 'network',
  'Dialog Error': 'network',
  'No ACK': 'network',
};

/** How a call of the engine ended. */
export function endOf({ originator, message, cause }: EngineEnd): SessionEnd {
  const status = message?.status_code;
  const given = message ? headerValues(message, 'reason').flatMap(readReason) : [];
  const elsewhere = status === undefined && isEndedByRequest(cause) ? given.find(isElsewhere) : undefined;
  const header = [elsewhere, ...given].find((one) => one?.protocol === 'SIP');
  const code = status ?? header?.code;
  const text = message?.reason_phrase ?? header?.text ?? elsewhere?.text ?? cause;
  const reason = elsewhere ? 'answered-elsewhere' : reasonOf(status, cause);
  const isByAnEnd = reason !== 'network' && (originator === 'local' || originator === 'remote');
  return { reason, by: isByAnEnd ? originator : 'system', code, text };
}

/** What is known of a session besides how the engine ended its call. */
interface Circumstances {
  /** The far end was asked to call somebody else, or is replaced. */
  readonly isTransferring: boolean;
  /** The session has ended already. */
  readonly isOver: boolean;
}

/** How a session ends with its call. */
export function endOfSession(
  engineEnd: EngineEnd,
  { direction, state }: Pick<VoiceSession, 'direction' | 'state'>,
  { isTransferring, isOver }: Circumstances,
): SessionEnd {
  const end = endOf(engineEnd);
  if (isTransferring && end.by !== 'system') return { ...end, reason: 'transferred' };
  // `local` before the session has ended is the engine: it gives a call up when it has no way to the server.
  if (end.by === 'local' && !isOver) return { ...end, reason: 'network', by: 'system' };
  // It came in, and they have not talked: only then can somebody else have answered it.
  const isOffered = direction === 'inbound' && (state === 'ringing' || state === 'connecting');
  return end.reason === 'answered-elsewhere' && !isOffered ? { ...end, reason: 'hung-up' } : end;
}

function reasonOf(status: number | undefined, cause: string): EndReason {
  if (status !== undefined) return byStatus[status] ?? (status >= 500 && status < 600 ? 'network' : 'failed');
  return byCause[cause] ?? 'failed';
}

/** What a Reason header says (RFC 3326). */
interface GivenReason {
  readonly protocol: string;
  readonly code: number;
  readonly text: string | undefined;
}

/** Ended by a CANCEL or a BYE. */
function isEndedByRequest(cause: string): boolean {
  return cause === 'Canceled' || cause === 'Terminated';
}

/** Another device has answered: SIP's 200, or 26 of Q.850, “non-selected user clearing”. */
function isElsewhere({ protocol, code }: GivenReason): boolean {
  return (protocol === 'SIP' && code === 200) || (protocol === 'Q.850' && code === 26);
}

/** Reads a value of a Reason header, such as `SIP ;cause=200 ;text="Call completed elsewhere"`. */
function readReason(value: string): GivenReason[] {
  const [protocol = ''] = value.split(';');
  const cause = parameterOf(value, 'cause') ?? '';
  if (!/^\d{1,3}$/.test(cause)) return [];
  return [{ protocol: protocol.trim().toUpperCase(), code: Number(cause), text: parameterOf(value, 'text') }];
}
