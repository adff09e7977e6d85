/** Phone numbers as people read, say and dial them. Small on purpose: an adapter may know every country's rules. */

/** Country calling codes with one and two digits; all others have three (ITU-T E.164). */
const shortCodes = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** A number for the eye: `+12025550123` → `+1 (202) 555-0123`. What is not E.164 stays as it was typed. */
export function formatNumber(number: string): string {
  const digits = /^\+(\d{7,15})$/.exec(number)?.[1];
  if (digits === undefined) return number;
  const code = shortCodes.exec(digits)?.[0] ?? digits.slice(0, 3);
  const rest = digits.slice(code.length);
  if (code === '1' && rest.length === 10) {
    return `+1 (${rest.slice(0, 3)}) ${rest.slice(3, 6)}-${rest.slice(6)}`;
  }
  return `+${code} ${inGroups(rest)}`;
}

// Threes from the left, and no single digit at the end: 20 7946 0958 reads as 207 946 0958.
function inGroups(digits: string): string {
  return digits.match(/\d{3}(?=\d{2})|\d+/g)?.join(' ') ?? digits;
}

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

/**
 * What is dialled: a number without spaces, brackets, dots or dashes. Short codes, `*` and `#` codes stay whole,
 * and so does all that is more than a number: an extension, a word, an address.
 */
export function dialableNumber(text: string): string {
  const clean = cleanNumber(text);
  return /[^\d\s()+./*#,;-]/.test(clean) ? clean : clean.replaceAll(/[\s()./-]/g, '');
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
