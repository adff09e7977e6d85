/** Timers that can be cancelled all at once. */
import type { Port } from '../link/index.js';

export class Timers {
  readonly #port: Pick<Port, 'after'>;
  readonly #cancels = new Set<() => void>();

  constructor(port: Pick<Port, 'after'>) {
    this.#port = port;
  }

  /** Runs an action once, so many ms from now, unless `clear` is called before. */
  after(ms: number, action: () => void): void {
    const cancel = this.#port.after(ms, () => {
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
