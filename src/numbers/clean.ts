/** Numbers as they are typed, pasted and spoken: the same by every adapter. */

/** A number for the ear: digit by digit. */
export function spokenNumber(number: string): string {
  return Array.from(number.replaceAll(/[\s().-]/g, '')).join(' ');
}

/**
 * Makes a pasted or typed number fit to be edited: no `tel:`, no invisible marks, plain digits.
 * What a person typed stays: spaces, letters, extensions, `*` and `#`.
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

// Decimal digits of every script stand in runs of ten that begin at a zero.
function plainDigit(digit: string): string {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}
