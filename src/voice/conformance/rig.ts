/** What an adapter gives the conformance checks: how to make a provider, which numbers to call, how to be called. */
import type { VoiceCapabilities } from '../../call/index.js';
import type { VoiceProvider } from '../provider.js';

/** Numbers, by what happens when they are called. A check of a number that is missing is passed over. */
export interface VoiceNumbers {
  /** Rings, is answered and stays. Takes DTMF, agrees to be transferred, and may be the target of a transfer. */
  readonly answers: string;
  /** Rings for longer than `stepTimeoutMs`. */
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

/** The test rig of an adapter: what the checks call. */
export interface VoiceRig {
  /** A new, connected provider. The microphone is granted. */
  create(): Promise<VoiceProvider>;
  readonly numbers: VoiceNumbers;
  /** Has somebody call a provider: the caller waits for an answer, or gives up soon. */
  receive?(provider: VoiceProvider, caller: 'waits' | 'gives-up'): Promise<void>;
  /** Refuses the microphone, and grants it again, to providers that `create` has made. */
  readonly microphone?: { refuse(): void; grant(): void };
  /** Ends the microphone that is open, as when it is unplugged: its track stops and fires `ended`. */
  unplugMicrophone?(): void;
  /** Reloads a provider's page while its calls go on. Resolves with the provider of the new page, connected. */
  reload?(provider: VoiceProvider): Promise<VoiceProvider>;
  /** What still runs, in words: live tracks, open connections, timers. `watchLeftovers` finds them. */
  leftovers?(): readonly string[];
  /** Called after each check; the provider is disconnected by then. */
  dispose?(provider: VoiceProvider): Promise<void> | void;
  /** How long one step of a check may take, in ms. Default: 5000. */
  readonly stepTimeoutMs?: number;
}

/** One thing that every adapter must do. */
export interface VoiceCheck {
  readonly name: string;
  /** The capabilities it is about. Without one of them it resolves at once. */
  readonly needs: readonly (keyof VoiceCapabilities)[];
  /** The parts of the rig it uses. Without one of them it resolves at once. */
  readonly uses: readonly (
    keyof VoiceNumbers | 'receive' | 'microphone' | 'unplugMicrophone' | 'reload' | 'leftovers'
  )[];
  /** Rejects with what is wrong. */
  run(rig: VoiceRig): Promise<void>;
}

/** Whether a rig has every part that a check uses. */
export function hasAll(rig: VoiceRig, uses: VoiceCheck['uses']): boolean {
  return uses.every((use) => (use in rig ? true : use in rig.numbers));
}
