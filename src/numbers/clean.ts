/** Phone numbers as they are typed or pasted, and for the ear: the same whichever rules are in use. */

/** A number for the ear: its digits with spaces between them, so that a screen reader says each one. */
export function spokenNumber(number: string): string {
  return Array.from(number.replaceAll(/[\s().-]/g, '')).join(' ');
}

/**
 * Cleans a number that was pasted or typed: no `tel:`, no invisible characters, digits as `0`–`9`.
 * Everything else stays: spaces, letters, extensions, `*` and `#`.
 */
export function cleanNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, plainDigit)
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/^\s*tel:\s*/i, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
}

// In Unicode, the ten digits of each script follow each other, zero first: counting back to the zero gives the value.
function plainDigit(digit: string): string {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}
