/** Writes down every message that passes. */
import { checkMessage, type MessageDirection } from './check-message.js';
import { sizeOf } from './message-size.js';
import type { TranscriptEntry } from './transcript.js';

/** How many entries are held, and how many bytes their messages take; older ones are dropped. */
const maxEntries = 10_000;
export const maxTranscriptBytes = 128_000_000;

export class TranscriptRecorder {
  readonly #entries: TranscriptEntry[] = [];
  /** What the message of each entry takes, and all of them together. */
  readonly #sizes: number[] = [];
  #bytes = 0;
  #nextIndex = 0;

  /** What was written down, oldest first. */
  get entries(): readonly TranscriptEntry[] {
    return [...this.#entries];
  }

  /** The index that the next message will have. */
  get nextIndex(): number {
    return this.#nextIndex;
  }

  /** Writes down a message, and whether it is valid. */
  record(
    direction: MessageDirection,
    message: unknown,
    seen: Pick<TranscriptEntry, 'at' | 'phase' | 'remark' | 'warning'>,
  ): TranscriptEntry {
    return this.add({ direction, message, validity: checkMessage(direction, message), ...seen });
  }

  /** Writes down an entry of another transcript; it gets the next index of this one. */
  add(seen: Omit<TranscriptEntry, 'index'>): TranscriptEntry {
    const entry: TranscriptEntry = { ...seen, index: this.#nextIndex };
    this.#nextIndex += 1;
    const bytes = sizeOf(entry.message, maxTranscriptBytes);
    this.#entries.push(entry);
    this.#sizes.push(bytes);
    this.#bytes += bytes;
    while (
      this.#entries.length > maxEntries ||
      (this.#bytes > maxTranscriptBytes && this.#entries.length > 1)
    ) {
      this.#entries.shift();
      this.#bytes -= this.#sizes.shift() ?? 0;
    }
    return entry;
  }
}
