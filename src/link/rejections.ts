/** Counts rejected messages, and reports the 1st, 10th, 100th, … of a kind: a flood of 100,000 makes six reports. */
import type { RejectionCode } from '../protocol/index.js';
import { maskNumbers } from './mask.js';

/** The report of a rejected message, or of a field that was left out of one. Holds nothing of its payload. */
export interface Rejection {
  readonly code: RejectionCode;
  /** The sender's origin. */
  readonly origin: string;
  /** The message's type, if it was read. */
  readonly type: string | undefined;
  /** The field at fault, for `BAD_DATA` and `ODD_FIELD`. */
  readonly at: string | undefined;
  /** How many of this kind there were so far: with this code, and with the same type and field. */
  readonly count: number;
}

/** Kinds that are told apart. Of those that come after them only the code counts, so that nobody can invent ever new ones. */
const maxKinds = 64;

export class Rejections {
  readonly #counts = new Map<string, number>();

  /** Counts a rejected message, or a field left out. Returns a report when the count of its kind is a power of ten. */
  add(code: RejectionCode, origin: string, type?: string, at?: string): Rejection | undefined {
    // The items of a list are of one kind.
    const own = `${code} ${at?.replace(/\.\d+/g, '.') ?? type ?? ''}`;
    const kind = this.#counts.has(own) || this.#counts.size < maxKinds ? own : code;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const isPowerOfTen = /^10*$/.test(String(count));
    if (!isPowerOfTen) return undefined;
    // Masked, because a sender may write a phone number in the place of a type or a field's name.
    return { code, origin, type: type && maskNumbers(type), at: at && maskNumbers(at), count };
  }
}
