/**
 * What happens when HubSpot names the engagement of a call late: the completion of the call, with its notes, waits for
 * the id. It goes out as soon as the id is there, or without it when the time is over or the connection ends.
 */
import type { Clock } from '../link/index.js';

interface Waiting {
  readonly send: (isLate: boolean) => void;
  readonly stopTimer: () => void;
}

export class LateEngagements {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #waiting = new Map<string, Waiting>();

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock;
  }

  /** Whether the completion of this call waits. */
  has(externalCallId: string): boolean {
    return this.#waiting.has(externalCallId);
  }

  /** Calls `send` once the engagement is known, or, with `isLate`, when the time is over. */
  waitFor(externalCallId: string, timeoutMs: number, send: (isLate: boolean) => void): void {
    const stopTimer = this.#clock.after(timeoutMs, () => {
      this.#waiting.delete(externalCallId);
      send(true);
    });
    this.#waiting.set(externalCallId, { send, stopTimer });
  }

  /** HubSpot has answered, with an id or without: the completion of this call goes out. */
  release(externalCallId: string): void {
    const waiting = this.#waiting.get(externalCallId);
    if (!waiting) return;
    this.#waiting.delete(externalCallId);
    waiting.stopTimer();
    waiting.send(false);
  }

  /** The connection ends: better without an id than not at all. */
  releaseAll(): void {
    for (const externalCallId of [...this.#waiting.keys()]) this.release(externalCallId);
  }

  /** Another page completes this call: it does not go out here. */
  drop(externalCallId: string): void {
    this.#waiting.get(externalCallId)?.stopTimer();
    this.#waiting.delete(externalCallId);
  }
}
