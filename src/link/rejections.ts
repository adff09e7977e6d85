/** Counts rejected messages and reports the 1st, 10th, 100th, …: a flood of 100,000 makes six reports. */
import type { RejectionCode } from '../protocol/index.js';
import { maskNumbers } from './mask.js';

/** The report of a rejected message. Holds nothing of its payload. */
export interface Rejection {
  readonly code: RejectionCode;
  /** The sender's origin. */
  readonly origin: string;
  /** The message's type, if it was read. */
  readonly type: string | undefined;
  /** The field at fault, for `BAD_DATA`. */
  readonly at: string | undefined;
  /** How many messages were rejected with this code so far. */
  readonly count: number;
}

export class Rejections {
  readonly #counts = new Map<RejectionCode, number>();

  /** Counts a rejected message. Returns a report when the count is a power of ten. */
  add(code: RejectionCode, origin: string, type?: string, at?: string): Rejection | undefined {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    const isPowerOfTen = /^10*$/.test(String(count));
    if (!isPowerOfTen) return undefined;
    // Masked, because a sender may write a phone number in the place of a type or a field's name.
    return { code, origin, type: type && maskNumbers(type), at: at && maskNumbers(at), count };
  }
}
