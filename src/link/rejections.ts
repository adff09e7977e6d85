/** Counts what was turned away and tells of it at 1, 10, 100, …: a flood makes a handful of notices. */
import type { RejectionCode } from '../protocol/index.js';
import { maskNumbers } from './mask.js';

/** A message was not let in. Holds nothing of its payload. */
export interface Rejection {
  readonly code: RejectionCode;
  /** Where it came from. */
  readonly origin: string;
  /** Its type, where it came far enough to be read. */
  readonly type: string | undefined;
  /** The field at fault, for `BAD_DATA`. */
  readonly at: string | undefined;
  /** How many with this code there have been. */
  readonly count: number;
}

export class Rejections {
  readonly #counts = new Map<RejectionCode, number>();

  /** Counts one; the notice is given only when the count is a power of ten. */
  add(code: RejectionCode, origin: string, type?: string, at?: string): Rejection | undefined {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (!isPowerOfTen(count)) return undefined;
    // A sender may write a number even where a type or the name of a field belongs.
    return { code, origin, type: type && maskNumbers(type), at: at && maskNumbers(at), count };
  }
}

function isPowerOfTen(count: number): boolean {
  let rest = count;
  while (rest % 10 === 0) rest /= 10;
  return rest === 1;
}
