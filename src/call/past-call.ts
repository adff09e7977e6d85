/** A call as a history tells it. */
import type { CallEndStatus } from '../protocol/index.js';
import type { CallDirection } from './call.js';
import type { Party } from './party.js';

/** How a call ended: as HubSpot is told it, or in a way of which it is told otherwise. */
export type PastCallStatus = CallEndStatus | 'TRANSFERRED' | 'ANSWERED_ELSEWHERE';

/** A call as a history tells it. */
export interface PastCall {
  /** The app's id of the call. */
  readonly id: string;
  readonly direction: CallDirection;
  /** The number at the other end; undefined where it was withheld. */
  readonly phoneNumber: string | undefined;
  readonly party: Party | undefined;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Epoch ms. */
  readonly endedAt?: number | undefined;
  /** How long they talked, in ms: 0 if nobody answered. */
  readonly durationMs: number;
  /** Undefined while it goes on. */
  readonly endStatus: PastCallStatus | undefined;
}
