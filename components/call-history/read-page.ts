/** What an app's loader gives, read like a stranger's message: what cannot be used is left out. */
import { knownParty, type PastCall } from '../../src/index.js';
import { callEndStatuses } from '../../src/protocol/index.js';
import { callId, id, maybe, oneOf, phoneNumber, text, time, timeIn } from '../../src/protocol/fields.js';
import { custom, fields, listOf, optional, prepare, read } from '../../src/protocol/schema.js';

/** A call as an app gives it. */
export type LoadedCall = Pick<PastCall, 'direction'> & {
  /** The app's id of the call. One of this session is shown once. */
  readonly id: string | number;
  /** Epoch ms, a date as text such as `2026-02-01T10:00:00Z`, or a `Date`. */
  readonly startedAt: number | string | Date;
  readonly phoneNumber?: string | null | undefined;
  readonly party?: PastCall['party'] | null;
  /** How long they talked, in ms. Default: 0, nobody answered. */
  readonly durationMs?: number | null | undefined;
  /** How it ended. Default: by `durationMs`, that they talked or that nobody answered. */
  readonly endStatus?: PastCall['endStatus'] | null;
};

/** A page of earlier calls, latest first. */
export interface CallPage {
  readonly calls: readonly LoadedCall[];
  /** What `loadPage` is given for the page after this one. Without it there is none. */
  readonly next?: string | number | null | undefined;
}

/** How many calls of a page are taken. */
const maxPage = 100;
/** How many characters a cursor may have. */
const maxCursor = 4096;

const moment = prepare<number, number | string | Date>(time, (value) =>
  value instanceof Date ? value.getTime() : timeIn(value),
);

const loadedCall = fields({
  id: callId,
  direction: oneOf('outbound', 'inbound'),
  startedAt: moment,
  phoneNumber: maybe(phoneNumber),
  party: maybe(
    fields({
      name: maybe(text),
      company: maybe(text),
      avatar: maybe(text),
      url: maybe(text),
      objectId: maybe(id),
      objectTypeId: maybe(text),
    }),
  ),
  durationMs: maybe(time),
  endStatus: maybe(oneOf(...callEndStatuses, 'TRANSFERRED', 'ANSWERED_ELSEWHERE')),
});

const page = fields({
  calls: prepare(listOf(optional(loadedCall)), (value) =>
    Array.isArray(value) ? value.slice(0, maxPage) : value,
  ),
  next: maybe(
    custom<string | number>(
      (value) => Number.isFinite(value) || (typeof value === 'string' && value.length <= maxCursor),
    ),
  ),
});

/** The calls of a page and the cursor of the next. Throws a `TypeError` that names the place that is wrong. */
export function readPage(given: unknown): {
  readonly calls: readonly PastCall[];
  readonly next: string | number | undefined;
} {
  const reading = read(page, given, 'page');
  if (!reading.ok) throw new TypeError(reading.at);
  const { calls, next } = reading.data;
  return {
    calls: calls.map(({ id: callId_, direction, startedAt, phoneNumber: number, ...call }) => ({
      id: callId_,
      direction,
      startedAt,
      phoneNumber: number,
      party: knownParty(call.party),
      durationMs: call.durationMs ?? 0,
      endStatus:
        call.endStatus ?? (call.durationMs ? 'COMPLETED' : direction === 'inbound' ? 'MISSED' : 'NO_ANSWER'),
    })),
    next,
  };
}
