/** Writes down every message that passes. */
import { checkMessage, type MessageDirection } from './check-message.js';
import type { TranscriptEntry } from './transcript.js';

/** How many entries are held; older ones are dropped. */
const maxEntries = 10_000;

export class TranscriptRecorder {
  readonly #entries: TranscriptEntry[] = [];
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
    seen: Pick<TranscriptEntry, 'at' | 'phase' | 'remark'>,
  ): TranscriptEntry {
    const validity = checkMessage(direction, message);
    const entry: TranscriptEntry = { index: this.#nextIndex, direction, message, validity, ...seen };
    this.#nextIndex += 1;
    this.#entries.push(entry);
    if (this.#entries.length > maxEntries) this.#entries.shift();
    return entry;
  }
}
