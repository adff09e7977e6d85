/** Hides phone numbers in texts that are logged or reported: `+12025550123` → `+1•••••0123`. */
import { boundedJson } from './bounded-json.js';

// Six digits or more, of any script, with the separators that people write between them. JSON escapes tabs and line
// breaks, so `\t`, `\n` and `\r` count as separators in that form too.
const phoneNumber = /\+?\p{Nd}(?:(?:[\s()./\p{Pd}\p{Cf}]|\\[tnr])*\p{Nd}){5,}/gu;

/** How many values of a payload are logged. */
const maxLoggedValues = 10_000;

/** The text with every long number masked. */
export function maskNumbers(text: string): string {
  return text.replace(phoneNumber, (found) => {
    const start = found.startsWith('+') ? found.slice(0, 2) : '';
    return `${start}•••••${found.replaceAll(/\P{Nd}/gu, '').slice(-4)}`;
  });
}

/** A payload as one line of JSON, numbers masked; `(not JSON)` if JSON cannot write it, such as a cyclic one, or not briefly. */
export function maskedPayload(data: unknown): string {
  const text = boundedJson(data ?? {}, maxLoggedValues);
  return text === undefined ? '(not JSON)' : maskNumbers(text);
}
