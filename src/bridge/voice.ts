/** What a bridge and its voice know of each other. */
import type { NewCall, VoiceProblem, VoiceStatus } from '../call/index.js';
import type { Request } from './requests.js';

/** Carries out what takes a voice. */
export interface BridgeVoice {
  /** Does what was asked. Resolves when it is done, or with what was in the way. */
  carryOut(request: Request): Promise<VoiceProblem | undefined>;
  /**
   * Goes on with a call of the page before, in the bridge too: resolves with true then. The voice may still have to get
   * ready for it. It may stop trying when the signal is aborted. `voiceBefore` is what `kept` of the same voice in another
   * frame has told last, where the call was there. Default: it cannot, and the call is ended and completed.
   */
  restore?(call: NewCall, signal: AbortSignal, voiceBefore?: unknown): Promise<boolean>;
  /** What the same voice in another frame needs to go on with the calls of now: plain data. Default: nothing. */
  kept?(): unknown;
  /**
   * Hangs up at the far end what another frame has left on the line when it died, since nobody goes on with it. `voiceBefore`
   * is what `kept` of the same voice has told there last. Default: the far end is left to notice by itself.
   */
  hangUpLeft?(voiceBefore: unknown): void;
  /** Ends every call, and one that is asked for and not started yet, as far as that can be done at once. */
  endCalls(): void;
}

/** What a voice may do to the bridge it serves. */
export interface VoiceReports {
  /** Tells how the voice is and what it can do. */
  update(status: VoiceStatus): void;
  /** Tells what went wrong: raised as `hs-error`. */
  fail(problem: VoiceProblem): void;
  /** The voice is gone. */
  release(): void;
}
