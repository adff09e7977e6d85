/** The offers of both ends within one SIP call, and everything else that must be sent one after the other. */
import { VoiceError } from '../voice-error.js';
import type { EngineCall } from './engine.js';
import { iceGatheringTimeoutMs, sendReInvite } from './re-invite.js';

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

  /** Sends a re-INVITE in turn. */
  offer(iceRestart = false): Promise<void> {
    return this.inTurn(async (call) => {
      this.#isOffering = true;
      await sendReInvite(call, iceRestart).finally(() => (this.#isOffering = false));
    });
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

  /** The call is about to end: an offer of the far end that has no answer yet is refused. */
  close(): void {
    clearTimeout(this.#gatheringTimer);
    // Unanswered, the far end would cancel its offer after the end, and the engine fails at that.
    if (this.#call && !this.#call.isEnded()) this.#refuseRemoteOffer();
  }
}
