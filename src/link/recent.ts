/** Which messages arrived lately. Two that share an id are two, unless type and payload are the same as well. */
import type { Envelope } from './envelope.js';

const most = 1024;

export class RecentMessages {
  readonly #seen = new Set<string>();

  /** Remembers a message; false if it was here before. */
  add(envelope: Envelope): boolean {
    const print = fingerprint(envelope);
    if (print === undefined) return true;
    if (this.#seen.has(print)) return false;
    this.#seen.add(print);
    if (this.#seen.size > most) {
      for (const oldest of this.#seen) {
        this.#seen.delete(oldest);
        break;
      }
    }
    return true;
  }

  clear(): void {
    this.#seen.clear();
  }
}

/** Values in a payload that are compared. A list of a billion holes is a short message and a long text. */
const mostValues = 10_000;

// Payloads that JSON cannot write (cyclic, very deep) or that hold too much have no print: better twice than lost.
function fingerprint({ type, messageId, data }: Envelope): string | undefined {
  let values = 0;
  try {
    const text = JSON.stringify([messageId, type, data], (_, value: unknown) => {
      values += 1;
      if (values > mostValues) throw new RangeError(); // too much to compare
      return value;
    });
    return text.length <= 512 ? text : `${type} ${messageId} ${text.length} ${digest(text)}`;
  } catch {
    return undefined;
  }
}

// FNV-1a: not for secrets, only to keep long payloads out of memory.
function digest(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}
