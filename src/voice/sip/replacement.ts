/** Somebody takes the far end's place in a call (INVITE with Replaces, RFC 3891). They come as a call of their own. */
import type { EngineCall } from './engine.js';

/** What the session is told. */
export interface ReplacementObserver {
  /** From now on, who hangs up was replaced; false: nobody came after all. */
  onReplacing(isReplacing: boolean): void;
  /** The other call is there: this one is over. */
  onReplaced(): void;
}

export class Replacement {
  #successor: EngineCall | undefined;

  /** Whether this is the call of whoever takes the far end's place. */
  isBy(call: EngineCall): boolean {
    return this.#successor === call;
  }

  /** Accepts one replacement at a time. */
  follow(call: EngineCall, observer: ReplacementObserver): void {
    call.on('replaces', (request) => {
      if (this.#successor) {
        request.reject();
        return;
      }
      observer.onReplacing(true);
      request.accept((next) => {
        this.#successor = next;
        // The engine would hang up here itself, and fail where the far end has done so already.
        next.removeAllListeners('confirmed');
        next.on('confirmed', () => observer.onReplaced());
        next.on('failed', () => {
          this.#successor = undefined;
          observer.onReplacing(false);
        });
      });
    });
  }
}
