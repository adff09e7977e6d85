/** What a host has still to do: timers that are forgotten together. */
import type { Clock } from '../link/index.js';

export class Timers {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #cancels = new Set<() => void>();

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock;
  }

  /** Does something after so many ms. */
  after(ms: number, action: () => void): void {
    const cancel = this.#clock.after(ms, () => {
      this.#cancels.delete(cancel);
      action();
    });
    this.#cancels.add(cancel);
  }

  /** Nothing of it will happen. */
  clear(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels.clear();
  }
}
