/**
 * How a call ended: one table from the reason, the direction and whether it was answered to what HubSpot is told
 * (`callEndStatus`), and a second one from there to the status on the call's record (`hs_call_status`).
 */
import type { CallEndStatus } from '../protocol/index.js';
import type { Call } from './call.js';

/**
 * Why a call ended.
 *
 * | reason | means | SIP |
 * | --- | --- | --- |
 * | `hung-up` | somebody hung up; before it was answered: the caller gave up, or this end did | BYE |
 * | `canceled` | the caller gave up before it was answered | CANCEL, 487 |
 * | `declined` | the called person declined | 603, 403 |
 * | `busy` | the called person is in another call | 486, 600 |
 * | `no-answer` | nobody answered in time | 408, 480 |
 * | `answered-elsewhere` | another device of the called person answered | CANCEL or BYE with cause 200 of SIP or 26 of Q.850 |
 * | `not-found` | there is no such number | 404, 410, 484, 604 |
 * | `transferred` | the far end was transferred to somebody else | REFER, 202 |
 * | `microphone` | given up because there was no microphone | |
 * | `network` | the connection to the far end or to the server was lost | 503, 5xx, timeouts |
 * | `failed` | any other technical reason | |
 */
export type EndReason =
  | 'hung-up'
  | 'canceled'
  | 'declined'
  | 'busy'
  | 'no-answer'
  | 'answered-elsewhere'
  | 'not-found'
  | 'transferred'
  | 'microphone'
  | 'network'
  | 'failed';

/** The `callEndStatus` of a call, for each of the three ways in which a reason can meet it. */
interface StatusByCase {
  /** The call had been answered, whoever started it. */
  readonly answered: CallEndStatus;
  /** We called, and nobody had answered yet. */
  readonly outbound: CallEndStatus;
  /** They called, and nobody had answered yet. */
  readonly inbound: CallEndStatus;
}

const endStatuses: Readonly<Record<EndReason, StatusByCase>> = {
  'hung-up': { answered: 'COMPLETED', outbound: 'CANCELED', inbound: 'MISSED' },
  canceled: { answered: 'COMPLETED', outbound: 'CANCELED', inbound: 'MISSED' },
  declined: { answered: 'COMPLETED', outbound: 'REJECTED', inbound: 'REJECTED' },
  busy: { answered: 'COMPLETED', outbound: 'BUSY', inbound: 'REJECTED' },
  'no-answer': { answered: 'COMPLETED', outbound: 'NO_ANSWER', inbound: 'MISSED' },
  'answered-elsewhere': { answered: 'COMPLETED', outbound: 'CANCELED', inbound: 'CANCELED' },
  'not-found': { answered: 'COMPLETED', outbound: 'FAILED', inbound: 'FAILED' },
  transferred: { answered: 'COMPLETED', outbound: 'COMPLETED', inbound: 'COMPLETED' },
  microphone: { answered: 'FAILED', outbound: 'FAILED', inbound: 'FAILED' },
  network: { answered: 'FAILED', outbound: 'FAILED', inbound: 'FAILED' },
  failed: { answered: 'FAILED', outbound: 'FAILED', inbound: 'FAILED' },
};

/** What HubSpot is told of a call that ends for this reason. Default: somebody hung up. */
export function endStatusOf(
  { direction, answeredAt, phase }: Pick<Call, 'direction' | 'answeredAt' | 'phase'>,
  reason: EndReason = 'hung-up',
): CallEndStatus {
  const wasAnswered = answeredAt !== undefined || phase === 'active';
  return endStatuses[reason][wasAnswered ? 'answered' : direction];
}

/**
 * The value of `hs_call_status` for each `callEndStatus`. HubSpot's property has no value for a declined call: one that
 * we declined was missed, one that they declined was not answered.
 */
const callStatuses: Readonly<Record<CallEndStatus, { readonly outbound: string; readonly inbound: string }>> =
  {
    COMPLETED: { outbound: 'COMPLETED', inbound: 'COMPLETED' },
    FAILED: { outbound: 'FAILED', inbound: 'FAILED' },
    CANCELED: { outbound: 'CANCELED', inbound: 'CANCELED' },
    BUSY: { outbound: 'BUSY', inbound: 'BUSY' },
    NO_ANSWER: { outbound: 'NO_ANSWER', inbound: 'NO_ANSWER' },
    REJECTED: { outbound: 'NO_ANSWER', inbound: 'MISSED' },
    MISSED: { outbound: 'MISSED', inbound: 'MISSED' },
  };

/** The `hs_call_status` of a call that has ended; undefined before. */
export function callStatusOf({ direction, endStatus }: Pick<Call, 'direction' | 'endStatus'>) {
  return endStatus && callStatuses[endStatus][direction];
}
