/** What a bridge and its phone know of each other. */
import type { PhoneProblem, PhoneStatus } from '../call/index.js';
import type { Request } from './requests.js';

/** Carries out what takes a phone. */
export interface Phone {
  /** Does what was asked, or says through its line why not. */
  carryOut(request: Request): void;
  /** The bridge goes: ends every call, as far as that can be done at once. */
  endCalls(): void;
}

/** What a phone may do to the bridge it serves. */
export interface PhoneLine {
  /** Tells how the phone is and what it can do. */
  update(status: PhoneStatus): void;
  /** Tells what went wrong: raised as `hs-error`. */
  fail(problem: PhoneProblem): void;
  /** The phone is gone. */
  release(): void;
}
