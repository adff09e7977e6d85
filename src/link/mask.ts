/** Hides phone numbers in what is logged: `+12025550123` → `+1•••••0123`. */

// Six digits or more, of any script, with what people write between them, also as JSON writes it: `\\t`.
const number = /\+?\p{Nd}(?:(?:[\s()./\p{Pd}\p{Cf}]|\\[tnr])*\p{Nd}){5,}/gu;

/** The text with every long number masked. */
export function maskNumbers(text: string): string {
  return text.replace(number, (found) => {
    const start = found.startsWith('+') ? found.slice(0, 2) : '';
    return `${start}•••••${found.replaceAll(/\P{Nd}/gu, '').slice(-4)}`;
  });
}

/** A payload as one masked line. What JSON cannot write, a cyclic one for instance, is only named. */
export function maskedPayload(data: unknown): string {
  try {
    return maskNumbers(JSON.stringify(data ?? {}));
  } catch {
    return '(not JSON)';
  }
}
