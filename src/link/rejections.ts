/** Counts rejected messages, and reports the 1st, 10th, 100th, … of a kind: a flood of 100,000 makes six reports. */
import type { RejectionCode } from '../protocol/index.js';
import type { GateResult } from './gates.js';
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
  readonly #report: (rejection: Rejection) => void;
  readonly #counts = new Map<string, number>();

  /** @param report - Gets a report when the count of a kind is a power of ten. */
  constructor(report: (rejection: Rejection) => void) {
    this.#report = report;
  }

  /** Counts what the gates did not take: the message, or fields of it. */
  count(result: GateResult, origin: string): void {
    if (result.kind === 'rejected') this.#add(result.code, origin, result.type, result.at);
    else for (const at of result.odd) this.#add('ODD_FIELD', origin, result.envelope.type, at);
  }

  #add(code: RejectionCode, origin: string, type?: string, at?: string): void {
    // The items of a list are of one kind.
    const own = `${code} ${at?.replace(/\.\d+/g, '.') ?? type ?? ''}`;
    const kind = this.#counts.has(own) || this.#counts.size < maxKinds ? own : code;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const isPowerOfTen = /^10*$/.test(String(count));
    // Masked, because a sender may write a phone number in the place of a type or a field's name.
    if (isPowerOfTen) {
      this.#report({ code, origin, type: type && maskNumbers(type), at: at && maskNumbers(at), count });
    }
  }
}
