/** What HubSpot is told of how a call ended. */
import type { Call } from '../call/index.js';
import type { CallEndStatus } from '../protocol/index.js';
import type { EndReason, SessionEnd } from './session.js';

/** For a call that nobody answered: as we called, and as they did. */
const unanswered: Readonly<Record<EndReason, readonly [outbound: CallEndStatus, inbound: CallEndStatus]>> = {
  'hung-up': ['CANCELED', 'MISSED'],
  canceled: ['CANCELED', 'MISSED'],
  declined: ['REJECTED', 'REJECTED'],
  busy: ['BUSY', 'REJECTED'],
  'no-answer': ['NO_ANSWER', 'MISSED'],
  'answered-elsewhere': ['CANCELED', 'CANCELED'],
  'not-found': ['FAILED', 'FAILED'],
  transferred: ['COMPLETED', 'COMPLETED'],
  microphone: ['FAILED', 'FAILED'],
  network: ['FAILED', 'FAILED'],
  failed: ['FAILED', 'FAILED'],
};

const technical: ReadonlySet<EndReason> = new Set<EndReason>(['microphone', 'network', 'failed']);

/** The status for a call that ended like this. */
export function endStatus({ direction, answeredAt }: Call, { reason }: SessionEnd): CallEndStatus {
  if (answeredAt !== undefined) return technical.has(reason) ? 'FAILED' : 'COMPLETED';
  return unanswered[reason][direction === 'outbound' ? 0 : 1];
}
