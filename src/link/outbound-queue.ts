/** Messages that wait to be sent: INITIALIZED first, the others in order, no more than fit. */
import type { MessageRecord } from '../protocol/index.js';
import type { Envelope } from './envelope.js';

/** Messages that wait besides INITIALIZED. */
const maxQueued = 256;

export class OutboundQueue {
  readonly #records: ReadonlyMap<string, MessageRecord>;
  #initialized: Envelope | undefined;
  #messages: Envelope[] = [];

  /** @param records - The known messages: they tell which ones report a state. */
  constructor(records: ReadonlyMap<string, MessageRecord>) {
    this.#records = records;
  }

  /** Whether INITIALIZED is among the messages that wait. */
  get hasInitialized(): boolean {
    return this.#initialized !== undefined;
  }

  /** How many messages wait besides INITIALIZED. */
  get size(): number {
    return this.#messages.length;
  }

  /** Takes a message in; false if there is no room. Of messages that report the same state only the last is kept. */
  add(message: Envelope): boolean {
    if (message.type === 'INITIALIZED') {
      this.#initialized = message;
      return true;
    }
    const state = this.#records.get(message.type)?.state;
    if (state) this.#messages = this.#messages.filter(({ type }) => this.#records.get(type)?.state !== state);
    return this.#messages.length < maxQueued && this.#messages.push(message) > 0;
  }

  /** Removes and yields all messages, one by one, INITIALIZED first; also those that are added meanwhile. */
  *takeAll(): Generator<Envelope, void> {
    for (;;) {
      const next = this.#initialized ?? this.#messages.shift();
      if (!next) return;
      this.#initialized = undefined;
      yield next;
    }
  }
}
