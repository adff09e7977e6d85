/**
 * How a call ended: one table from the reason, the direction and whether it was answered to what HubSpot is told
 * (`callEndStatus`), and the rule from there to the status on the call's record (`hs_call_status`).
 */
import type { CallEndStatus } from '../protocol/index.js';
import type { Call } from './call.js';
import type { EndReason } from './end-reason.js';

/**
 * The `callEndStatus` of a call, for each of the three ways in which a reason can meet it: the call had been answered,
 * whoever started it; we called and nobody had answered yet; they called and nobody had answered yet.
 */
type EndStatuses = readonly [answered: CallEndStatus, outbound: CallEndStatus, inbound: CallEndStatus];

const endStatuses: Readonly<Record<EndReason, EndStatuses>> = {
  'hung-up': ['COMPLETED', 'CANCELED', 'MISSED'],
  canceled: ['COMPLETED', 'CANCELED', 'MISSED'],
  declined: ['COMPLETED', 'REJECTED', 'REJECTED'],
  busy: ['COMPLETED', 'BUSY', 'REJECTED'],
  'no-answer': ['COMPLETED', 'NO_ANSWER', 'MISSED'],
  'answered-elsewhere': ['COMPLETED', 'CANCELED', 'CANCELED'],
  'not-found': ['COMPLETED', 'FAILED', 'FAILED'],
  transferred: ['COMPLETED', 'COMPLETED', 'COMPLETED'],
  voicemail: ['COMPLETED', 'COMPLETED', 'COMPLETED'],
  microphone: ['FAILED', 'FAILED', 'FAILED'],
  network: ['FAILED', 'FAILED', 'FAILED'],
  failed: ['FAILED', 'FAILED', 'FAILED'],
};

/** What HubSpot is told of a call that ends for this reason. Default: somebody hung up. */
export function endStatusOf(
  { direction, answeredAt, phase }: Pick<Call, 'direction' | 'answeredAt' | 'phase'>,
  reason: EndReason = 'hung-up',
): CallEndStatus {
  const [answered, outbound, inbound] = endStatuses[reason];
  if (answeredAt !== undefined || phase === 'active') return answered;
  return direction === 'outbound' ? outbound : inbound;
}

/**
 * HubSpot's property has no value for a declined call: one that we declined was missed, one that they declined was not
 * answered. Every other `callEndStatus` is the value of `hs_call_status` too.
 */
const declinedStatuses = { outbound: 'NO_ANSWER', inbound: 'MISSED' } as const;

/** The `hs_call_status` of a call that has ended; undefined before. */
export function callStatusOf({ direction, endStatus }: Pick<Call, 'direction' | 'endStatus'>) {
  return endStatus === 'REJECTED' ? declinedStatuses[direction] : endStatus;
}
