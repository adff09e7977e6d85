/** What a host has still to do: timers that are forgotten together. */
import type { Port } from '../link/index.js';

export class Timers {
  readonly #port: Pick<Port, 'after'>;
  readonly #cancels = new Set<() => void>();

  constructor(port: Pick<Port, 'after'>) {
    this.#port = port;
  }

  /** Does something after so many ms. */
  after(ms: number, action: () => void): void {
    const cancel = this.#port.after(ms, () => {
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
