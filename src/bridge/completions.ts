/** Calls that are done with but whose engagement HubSpot has not named yet: they wait, for a while. */
import type { Clock } from '../link/index.js';

interface Waiting {
  readonly send: (isLate: boolean) => void;
  readonly cancel: () => void;
}

export class WaitingCompletions {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #waiting = new Map<string, Waiting>();

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock;
  }

  has(externalCallId: string): boolean {
    return this.#waiting.has(externalCallId);
  }

  /** Keeps a completion until it is released, but no longer than this. */
  add(externalCallId: string, ms: number, send: (isLate: boolean) => void): void {
    const cancel = this.#clock.after(ms, () => {
      this.#waiting.delete(externalCallId);
      send(true);
    });
    this.#waiting.set(externalCallId, { send, cancel });
  }

  /** HubSpot has answered: nothing to wait for any more. */
  release(externalCallId: string): void {
    const waiting = this.#waiting.get(externalCallId);
    if (!waiting) return;
    this.#waiting.delete(externalCallId);
    waiting.cancel();
    waiting.send(false);
  }

  /** The connection ends: better without an id than not at all. */
  releaseAll(): void {
    for (const externalCallId of [...this.#waiting.keys()]) this.release(externalCallId);
  }
}
