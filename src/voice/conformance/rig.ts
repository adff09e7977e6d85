/** What the conformance suite needs to know of an adapter: how to make one, and whom to call. */
import type { VoiceCapabilities } from '../../call/index.js';
import type { VoiceProvider } from '../index.js';

/** Numbers and what happens when they are called. A check that needs a missing one has nothing to look at. */
export interface VoiceNumbers {
  /** Rings, is answered and stays. Digits are heard; transfers are taken, also to this number. */
  readonly answers: string;
  /** Rings for longer than `patience`. */
  readonly rings: string;
  /** Is answered, then hangs up. */
  readonly hangsUp?: string;
  readonly busy?: string;
  readonly declines?: string;
  /** Rings, and the network gives up. */
  readonly noAnswer?: string;
  /** There is no such number. */
  readonly unknown?: string;
  /** Is answered, then holds, then resumes. */
  readonly holds?: string;
  /** Is answered, and cannot be handed over. */
  readonly refusesTransfer?: string;
}

/** How an adapter is put to the test. */
export interface VoiceRig {
  /** A new, connected provider. The microphone is granted. */
  create(): Promise<VoiceProvider>;
  readonly numbers: VoiceNumbers;
  /** Lets a call come in to a provider: one that waits for an answer, or whose caller soon gives up. */
  receive?(provider: VoiceProvider, caller: 'waits' | 'gives-up'): Promise<void>;
  /** Refuses the microphone, and grants it again, to providers that `create` has made. */
  readonly microphone?: { refuse(): void; grant(): void };
  /** Has a provider's page go and come again while its calls go on: the new provider, connected. */
  reload?(provider: VoiceProvider): Promise<VoiceProvider>;
  /** What still runs, in words: live tracks, open connections, timers. See `watchLeftovers`. */
  leftovers?(): readonly string[];
  /** Called after each check; the provider is disconnected by then. */
  dispose?(provider: VoiceProvider): Promise<void> | void;
  /** How many ms anything may take. Default: 5000. */
  readonly patience?: number;
}

/** One thing that an adapter must do. */
export interface VoiceCheck {
  readonly name: string;
  /** The capabilities it is about; without them there is nothing to check. */
  readonly needs: readonly (keyof VoiceCapabilities)[];
  /** The parts of the rig it is about; without them there is nothing to check. */
  readonly uses: readonly (keyof VoiceNumbers | 'receive' | 'microphone' | 'reload' | 'leftovers')[];
  /** Rejects with what is wrong. */
  run(rig: VoiceRig): Promise<void>;
}

/** Whether a rig gives a check something to look at. */
export function hasAll(rig: VoiceRig, uses: VoiceCheck['uses']): boolean {
  return uses.every((use) => (use in rig ? true : use in rig.numbers));
}
