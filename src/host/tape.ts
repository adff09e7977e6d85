/** Takes down every message that passes. */
import { judge, type MessageDirection } from './judge.js';
import type { TranscriptEntry } from './transcript.js';

/** Entries that are kept; older ones are dropped. */
const most = 10_000;

export class Tape {
  readonly #entries: TranscriptEntry[] = [];
  #next = 0;

  /** What was taken down, oldest first. */
  get entries(): readonly TranscriptEntry[] {
    return [...this.#entries];
  }

  /** The index that the next message will have. */
  get next(): number {
    return this.#next;
  }

  /** Takes down a message, with what is to be said about it. */
  record(
    direction: MessageDirection,
    message: unknown,
    { at, phase }: Pick<TranscriptEntry, 'at' | 'phase'>,
  ): TranscriptEntry {
    const validity = judge(direction, message);
    const entry: TranscriptEntry = { index: this.#next, direction, at, message, validity, phase };
    this.#next += 1;
    this.#entries.push(entry);
    if (this.#entries.length > most) this.#entries.shift();
    return entry;
  }
}
