/** Phone numbers as people write, paste and link them, read by what holds in every country. */
import { extensionBehind } from './extension-marks.js';

/** A number, and what is sent once it is answered. */
export interface SplitNumber {
  /** What is dialled. */
  readonly number: string;
  /** The DTMF digits of the extension, after a comma for a pause; undefined without an extension. */
  readonly digits: string | undefined;
}

/** Longer text is no phone number. It is not read at all, so that no text takes long, whatever is in it. */
const maxTextLength = 250;

/** As many digits as a phone number may have (ITU-T E.164). */
const maxDigits = 15;

/** Fewer digits may be the first part of a number. */
const minWholeDigits = 7;

/** What may stand between two numbers. */
const betweenNumbers = /[\n;|,/&]|\s(?:or|and|oder|und|bzw\.|ou|et|o|u|y)\s|\s?(?:または|もしくは|أو)\s?/gi;

/** `+44 (0)20`: a zero that is dialled only within the country. */
const bracketedZero = /^((?:[*#][\d*#]*[*#])?\s?(?:\+|00)\s?(\d{1,3}))[\s./-]*\(0(\d*)\)/;

/** Calling codes of countries whose numbers begin with a zero that is dialled from abroad as well: Italy and others. */
const zeroIsDialled = /^(?:39|378|379|225|241|242)$/;

/**
 * A number, the mark of an extension, and the extension. A code such as `*31#` may stand before the number. It is short:
 * for a code of any length, each of its ends would be tried against all that follows.
 */
const withExtension = new RegExp(
  String.raw`^((?:[*#][\d*#]{0,8}[*#])?\s?[+\d(][\d\s()./-]*?)${extensionBehind('|,|;')}([\d*#,;\s-]+)\)?$`,
  'i',
);

/** `tel:` with parameters behind the number. A SIP address has them as well, but begins with letters. */
const withParameters = /^([+\d*#()./\s-]*?)((?:;[a-z-]+(?:=[^;]*)?)+)$/i;

/**
 * Cleans a number that was typed, pasted or linked: no invisible characters, digits as `0`–`9`, a `tel:` address read, of
 * two numbers the first, no `(0)` behind the country's code. All else stays: spaces, letters, extensions, `*` and `#`.
 * Text of more than 250 characters stays as it is, without the spaces around it.
 */
export function cleanNumber(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > maxTextLength) return trimmed;
  const tidied = tidy(trimmed);
  const address = tidied.replace(/^tel:\/*/i, '');
  const written = address === tidied ? tidied : tidy(decoded(address));
  return withoutTrunkZero(firstOf(withoutParameters(written)));
}

/** What is dialled: the number without spaces, brackets, dots or dashes. What is more than a number stays as it was typed. */
export function bareNumber(text: string): string {
  const clean = cleanNumber(text);
  // Without one digit, letter or sign of the keypad there is nothing to dial.
  if (!/[\p{L}\p{N}*#]/u.test(clean)) return clean.replaceAll(/[^+]/g, '');
  return /[^\d\s()+./*#,;-]/.test(clean) ? clean : clean.replaceAll(/[\s()./-]/g, '');
}

/** Splits `+12025550123 ext. 45` or `+12025550123,,45`. Anything else is a number without an extension. */
export function splitNumber(text: string): SplitNumber {
  const clean = cleanNumber(text);
  const [, number, extension = ''] = (clean.length <= maxTextLength && withExtension.exec(clean)) || [];
  if (number === undefined) return { number: bareNumber(text), digits: undefined };
  const pauses = extension.replaceAll(/[\s-]/g, '').replaceAll(/[;,]/g, ' ');
  // Nothing follows the pauses at the end.
  const digits = pauses.trimEnd().replaceAll(' ', ',');
  return { number: bareNumber(number), digits: digits === '' ? undefined : `,${digits}` };
}

/**
 * Whether it has more digits than a phone number can have: 15, not counting an extension or an international prefix.
 * Codes with `*` and `#`, words and addresses are never too long.
 */
export function isTooLong(text: string): boolean {
  const { number } = splitNumber(text);
  if (number.length > maxTextLength) return true;
  return /^\+?\d+$/.test(number) && number.replace(/^(?:\+|(?:00|011)(?=[1-9]))/, '').length > maxDigits;
}

/** What stands before the number within a country, and is left out abroad: 0 nearly everywhere, 8 in Russia, 06 in Hungary. */
const trunkPrefix = /^(?:0+[16]?|[18])/;

/** What is dialled before the code of another country. Behind 00 no number begins with 11: that is 0011, of Australia. */
const internationalPrefix = /^(?:0011|00|011|010|810)(?=[1-9])/;

/**
 * Whether two texts are the same number: it may be written in its national and in its international form.
 * +44 20 7946 0958 is 020 7946 0958.
 */
export function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [wholeOf(one), wholeOf(other)];
  if (a === b) return true;
  const [national, abroad] = a.startsWith('+') ? [b, a] : [a, b];
  if (!/^\d+$/.test(national) || !abroad.startsWith('+')) return false;
  return (
    national.replace(internationalPrefix, '+') === abroad ||
    [national, national.replace(trunkPrefix, ''), national.replace(/^0+/, '')].some(
      (number) => number.length >= minWholeDigits && abroad.endsWith(number),
    )
  );
}

// With its extension, which may lead to somebody else.
function wholeOf(text: string): string {
  const { number, digits = '' } = splitNumber(text);
  return number + digits;
}

// Line breaks stay, since they may stand between two numbers.
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, plainDigit)
    .replaceAll(/[\n\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, (mark) => (mark === '\n' ? mark : ''))
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '))
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

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a `%` that encodes nothing
  }
}

// RFC 3966: the extension is a part of the number, and so is where a local number belongs. No other parameter is dialled.
function withoutParameters(text: string): string {
  const [, number = '', parameters] = withParameters.exec(text) ?? [];
  if (parameters === undefined) return text;
  const valueOf = (name: string) => new RegExp(`;${name}=([^;]+)`, 'i').exec(parameters)?.[1] ?? '';
  const context = number.startsWith('+') ? '' : valueOf('phone-context');
  const extension = valueOf('ext');
  const whole = context.startsWith('+') ? `${context} ${number.replace(/^0/, '(0)')}` : number;
  return extension === '' ? whole : `${whole};ext=${extension}`;
}

function firstOf(text: string): string {
  for (const found of text.matchAll(betweenNumbers)) {
    const before = text.slice(0, found.index).trim();
    const after = text.slice(found.index + found[0].length).trim();
    if (/^[+\d(*#]/.test(before) && isSecondNumber(before, found[0], after)) return before;
  }
  return text.replaceAll('\n', ' ');
}

// One number may be broken over two lines, have a slash behind its area code, or an extension behind a comma or semicolon.
function isSecondNumber(before: string, separator: string, after: string): boolean {
  const isWhole = countDigits(before) >= minWholeDigits;
  const isAfterWhole = countDigits(after) >= minWholeDigits;
  const isAbroad = /^\(?\+/.test(after);
  switch (separator) {
    case ',':
      return isAbroad || (isWhole && isAfterWhole && /^\(?\d{2,5}[\s()./-]/.test(after));
    case ';':
      return isAbroad || (isWhole && isAfterWhole && !/^ext=/i.test(after));
    case '/': {
      const isTooMuch = countDigits(before) + countDigits(after) > maxDigits;
      return isAbroad || (isWhole && isAfterWhole && (isTooMuch || !before.startsWith('+')));
    }
    case '\n':
      return isAbroad || isWhole;
    default:
      return countDigits(before) > 2;
  }
}

function countDigits(text: string): number {
  return text.replaceAll(/\D/g, '').length;
}

function withoutTrunkZero(text: string): string {
  return text.replace(bracketedZero, (found, before: string, code: string, rest: string) =>
    zeroIsDialled.test(code) ? found : `${before} ${rest}`,
  );
}
