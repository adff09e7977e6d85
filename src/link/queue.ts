/** Messages that wait for the handshake: in order, bounded, one of each state. */
import type { MessageRecord } from '../protocol/index.js';
import type { Envelope } from './envelope.js';

const most = 256;

export class WaitingMessages {
  readonly #records: ReadonlyMap<string, MessageRecord>;
  #messages: Envelope[] = [];

  constructor(records: ReadonlyMap<string, MessageRecord>) {
    this.#records = records;
  }

  get size(): number {
    return this.#messages.length;
  }

  /** Takes a message; false if there is no room. A state replaces an older word on the same state. */
  add(message: Envelope): boolean {
    const state = this.#records.get(message.type)?.state;
    if (state) this.#messages = this.#messages.filter(({ type }) => this.#records.get(type)?.state !== state);
    if (this.#messages.length >= most) return false;
    this.#messages.push(message);
    return true;
  }

  /** Hands out the oldest. */
  take(): Envelope | undefined {
    return this.#messages.shift();
  }

  /** Hands out everything, oldest first. */
  takeAll(): readonly Envelope[] {
    const all = this.#messages;
    this.#messages = [];
    return all;
  }
}
