/** The SIP transactions that wait for a response: the connection is not closed before they have it. */
import type { Transaction, UserAgent } from './engine.js';

/** States of a transaction that has its final response: kept only to recognize repetitions (RFC 3261, 17; RFC 6026). */
const finalStates: ReadonlySet<number> = new Set([4, 5]);

/** `settled` waits no longer than this, in ms. */
const settleTimeoutMs = 2000;

export class PendingTransactions {
  readonly #pending = new Set<Transaction>();
  #onSettled = () => {};

  constructor(agent: UserAgent) {
    agent.on('newTransaction', ({ transaction }) => this.#add(transaction));
    agent.on('transactionDestroyed', ({ transaction }) => this.#settle(transaction));
  }

  /** Resolves when every transaction has its final response, or after the timeout. */
  async settled(): Promise<void> {
    if (this.#pending.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, settleTimeoutMs);
      this.#onSettled = () => {
        if (this.#pending.size > 0) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #add(transaction: Transaction): void {
    this.#pending.add(transaction);
    transaction.on('stateChanged', () => {
      if (finalStates.has(transaction.state)) this.#settle(transaction);
    });
  }

  #settle(transaction: Transaction): void {
    this.#pending.delete(transaction);
    this.#onSettled();
  }
}
