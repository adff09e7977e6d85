/** What nobody has answered yet, neither we nor the others: before that, a connection is not to be closed. */
import type { Transaction, UserAgent } from './engine.js';

/** Accepted and completed: it is kept only to recognize what is sent again (RFC 3261, 17; RFC 6026). */
const answered: ReadonlySet<number> = new Set([4, 5]);

/** At most this long is it waited for, in ms. */
const patience = 2000;

export class Outstanding {
  readonly #requests = new Set<Transaction>();
  #onSettled = () => {};

  constructor(agent: UserAgent) {
    agent.on('newTransaction', ({ transaction }) => this.#follow(transaction));
    agent.on('transactionDestroyed', ({ transaction }) => this.#settle(transaction));
  }

  /** Resolves when all is answered, or has taken too long. */
  async answered(): Promise<void> {
    if (this.#requests.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#onSettled = () => {
        if (this.#requests.size > 0) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #follow(transaction: Transaction): void {
    this.#requests.add(transaction);
    transaction.on('stateChanged', () => {
      if (answered.has(transaction.state)) this.#settle(transaction);
    });
  }

  #settle(transaction: Transaction): void {
    this.#requests.delete(transaction);
    this.#onSettled();
  }
}
