/** A message of the app's made ready to be sent: completed with what is known, and checked. */
import { maskNumbers } from '../link/index.js';
import {
  callingError,
  isRecord,
  outboundRecord,
  parsePart,
  parsePayload,
  type CallingError,
  type OutboundType,
} from '../protocol/index.js';
import { fillIn, type Filled, type Given, type Known } from './fill-in.js';

/** A payload that is complete, and the call it is about. */
export interface Ready {
  readonly data: unknown;
  readonly call: Filled['call'];
  /** The fields of the app's that were left out, because their values cannot be used. */
  readonly odd: readonly string[];
  /** The call that starts was turned away. */
  readonly turnedAway?: boolean | undefined;
}

/** Completes a payload and checks it. It comes from an app: it may be anything, and may throw when it is read. */
export function prepare(type: OutboundType, given: Given | undefined, known: Known): Ready | CallingError {
  try {
    if (type !== 'CALL_DATA' && !isRecord(given ?? {})) return callingError('BAD_DATA', type);
    const record = outboundRecord(type);
    // First what the app gives by itself, so that what is left out of it is filled in.
    const part = parsePart(type, record, given ?? undefined);
    const filled = fillIn(type, part.ok ? (part.data as Given | undefined) : given, known);
    if ('code' in filled) return filled;
    const parsed = parsePayload(type, record, filled.data);
    if (!parsed.ok) return callingError('BAD_DATA', maskNumbers(parsed.at));
    return { data: parsed.data, call: filled.call, odd: [...(part.ok ? part.odd : []), ...parsed.odd] };
  } catch {
    return callingError('NOT_CLONEABLE', type);
  }
}
