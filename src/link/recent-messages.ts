/** How a duplicate is known: the same id, type and payload as one of the last 1,024 messages. */
import { boundedJson } from './bounded-json.js';
import type { Envelope } from './envelope.js';

/** Messages that are remembered. */
const maxRemembered = 1024;

/** Values in a payload that are compared. A list of a billion holes is a short message but a very long text. */
const maxComparedValues = 10_000;

/** Characters of a message that are kept as they are; of a longer one only a digest is kept. */
const maxKeptLength = 512;

/** Hosts make ids from the millisecond clock, so two different messages may share one: both must be delivered. */
export class RecentMessages {
  readonly #fingerprints = new Set<string>();

  /** Remembers a message. False if it is a duplicate. */
  add(envelope: Envelope): boolean {
    const fingerprint = fingerprintOf(envelope);
    if (fingerprint === undefined) return true;
    if (this.#fingerprints.has(fingerprint)) return false;
    this.#fingerprints.add(fingerprint);
    if (this.#fingerprints.size > maxRemembered) {
      const [oldest = ''] = this.#fingerprints;
      this.#fingerprints.delete(oldest);
    }
    return true;
  }

  /** Forgets all messages. */
  clear(): void {
    this.#fingerprints.clear();
  }
}

/** Whether two messages are the same: id, type and payload. False where they hold too much to compare. */
export function isSameMessage(one: Envelope, other: Envelope): boolean {
  const fingerprint = fingerprintOf(one);
  return fingerprint !== undefined && fingerprint === fingerprintOf(other);
}

// Undefined for a payload that JSON cannot write, or that holds too much to compare: to deliver such a message twice is better
// than to lose one.
function fingerprintOf({ type, messageId, data }: Envelope): string | undefined {
  const text = boundedJson([messageId, type, data], maxComparedValues);
  if (text === undefined || text.length <= maxKeptLength) return text;
  return `${type} ${messageId} ${text.length} ${digest(text)}`;
}

// FNV-1a. It keeps long payloads out of memory and protects no secret.
function digest(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}
