/** Why a SIP call ended: from the status, the Reason header and the engine's cause. */
import type { EndReason, SessionEnd } from '../session.js';
import type { EngineEnd } from './engine.js';

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
  const header = reasonHeader(message?.getHeader('reason'));
  const code = status ?? header?.code;
  const text = message?.reason_phrase ?? header?.text ?? cause;
  const reason = reasonOf(status, cause, header?.code);
  const isByAnEnd = reason !== 'network' && (originator === 'local' || originator === 'remote');
  return { reason, by: isByAnEnd ? originator : 'system', code, text };
}

function reasonOf(status: number | undefined, cause: string, headerCode: number | undefined): EndReason {
  if (status !== undefined) return byStatus[status] ?? (status >= 500 && status < 600 ? 'network' : 'failed');
  // RFC 3326: the CANCEL says that another device has answered.
  if (cause === 'Canceled' && headerCode === 200) return 'answered-elsewhere';
  return byCause[cause] ?? 'failed';
}

/** Reads a Reason header such as `SIP ;cause=200 ;text="Call completed elsewhere"`. */
function reasonHeader(header: string | undefined) {
  const cause = /^\s*SIP\s*;(?:.*;)?\s*cause\s*=\s*(\d{3})/i.exec(header ?? '')?.[1];
  if (cause === undefined) return undefined;
  return { code: Number(cause), text: /text\s*=\s*"([^"]*)"/i.exec(header ?? '')?.[1] };
}
