/** What a bridge and its phone know of each other. */
import type { VoiceProblem, VoiceStatus } from '../call/index.js';
import type { Request } from './requests.js';

/** Carries out what takes a phone. */
export interface BridgeVoice {
  /** Does what was asked, or says through its line why not. */
  carryOut(request: Request): void;
  /** The bridge goes: ends every call, as far as that can be done at once. */
  endCalls(): void;
}

/** What a phone may do to the bridge it serves. */
export interface VoiceReports {
  /** Tells how the phone is and what it can do. */
  update(status: VoiceStatus): void;
  /** Tells what went wrong: raised as `hs-error`. */
  fail(problem: VoiceProblem): void;
  /** The phone is gone. */
  release(): void;
}
