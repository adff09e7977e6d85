/** The offers of both ends within one SIP call, and everything else that must be sent one after the other. */
import { VoiceError } from '../voice-error.js';
import type { EngineCall } from './engine.js';
import { iceGatheringTimeoutMs, ReInviteRefused, sendReInvite } from './re-invite.js';

/** An offer that crosses one of the far end is made so often. */
const maxOffers = 3;

/**
 * The pause after offers have crossed, in ms: at random, and longer at the end that has called, so that the two do not
 * cross again (RFC 3261, 14.1). It counts from the engine's own second attempt, which comes one second after the first.
 */
const pausesMs = { outgoing: [1100, 3000], incoming: [0, 1000] } as const;

export class Negotiation {
  readonly #signal: AbortSignal;
  #call: EngineCall | undefined;
  /** The last change; the next one waits for it. */
  #lastChange: Promise<unknown> = Promise.resolve();
  #isOffering = false;
  #gatheringTimer: ReturnType<typeof setTimeout> | undefined;
  /** Refuses the far end's last offer; does nothing once that is answered. */
  #refuseRemoteOffer = () => {};

  /** @param signal Aborted when the call has ended. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Follows a call from its INVITE on. */
  follow(call: EngineCall): void {
    this.#call = call;
    call.on('icecandidate', ({ ready }) => {
      this.#gatheringTimer ??= setTimeout(ready, iceGatheringTimeoutMs);
    });
    call.on('reinvite', ({ reject }) => {
      // 491: two offers have crossed, and both ends try again.
      if (this.#isOffering) reject({ status_code: 491 });
      else this.#refuseRemoteOffer = () => reject({ status_code: 487 });
    });
  }

  /** Sends a re-INVITE in turn; again, after a pause, where it has crossed one of the far end. */
  offer(iceRestart = false): Promise<void> {
    return this.inTurn((call) => this.#offer(call, iceRestart, maxOffers));
  }

  /** Makes a change after those that are under way. Rejects `NOT_POSSIBLE` once the call has ended. */
  inTurn(change: (call: EngineCall) => Promise<void>): Promise<void> {
    const next = this.#lastChange.then(() => {
      this.#signal.throwIfAborted();
      if (!this.#call) throw new VoiceError('NOT_POSSIBLE', 'no call yet');
      return change(this.#call);
    });
    this.#lastChange = next.catch(() => undefined);
    return next;
  }

  async #offer(call: EngineCall, iceRestart: boolean, attempts: number): Promise<void> {
    this.#isOffering = true;
    try {
      await sendReInvite(call, iceRestart).finally(() => (this.#isOffering = false));
    } catch (error) {
      if (attempts <= 1 || !(error instanceof ReInviteRefused)) throw error;
      // The engine's second attempt bears the number of its first: some far ends say 500 to that.
      const hasCrossed = error.status === 491 || (error.status === 500 && attempts === maxOffers);
      if (!hasCrossed) throw error;
      // Meanwhile the far end may make its offer.
      const [least, most] = pausesMs[call.direction];
      await pause(least + Math.random() * (most - least), this.#signal);
      await this.#offer(call, iceRestart, attempts - 1);
    }
  }

  /** The call is about to end: an offer of the far end that has no answer yet is refused. */
  close(): void {
    clearTimeout(this.#gatheringTimer);
    // Unanswered, the far end would cancel its offer after the end, and the engine fails at that.
    if (this.#call && !this.#call.isEnded()) this.#refuseRemoteOffer();
  }
}

/** Resolves after a time; rejects with the signal's reason as soon as it is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}
