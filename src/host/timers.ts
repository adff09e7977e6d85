/** Timers that can be cancelled all at once. */
import type { Clock } from '../link/index.js';

export class Timers {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #cancels = new Set<() => void>();

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock;
  }

  /** Runs an action once, so many ms from now, unless `clear` is called before. */
  after(ms: number, action: () => void): void {
    const cancel = this.#clock.after(ms, () => {
      this.#cancels.delete(cancel);
      action();
    });
    this.#cancels.add(cancel);
  }

  /** Cancels all that are still running. */
  clear(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels.clear();
  }
}
