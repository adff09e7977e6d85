/** Finds the number in what somebody typed or pasted: with a name around it, or with letters that stand for digits. */
import { extensionBehind } from './extension-marks.js';
import { cleanNumber, isTooLong, splitNumber } from './number-text.js';

/**
 * Why a text cannot be dialled: it is empty, it has letters that stand for no digits, it has nothing but signs, or it has
 * more digits than a phone number can have.
 */
export type WrongNumber = 'empty' | 'letters' | 'signs' | 'tooLong';

/** The number in a text. */
export interface NumberInText {
  /** As it is written there, cleaned. Letters that stand for digits are written as those. */
  readonly written: string;
  /** Why it cannot be dialled; undefined if it can. */
  readonly wrong: WrongNumber | undefined;
}

/** An address that a SIP server knows. It is dialled as it is. */
const address = /^sips?:|@/i;

const anExtension = String.raw`(?:${extensionBehind()}\d{1,8}\b\)?)?`;

/** A number with at least seven digits, which is no part of a word. A code such as `*31#` may stand before it. */
const amongWords = new RegExp(
  String.raw`(?<![a-z\d])(?:[*#]\d{1,8}[*#]\s?)?\+?\(?(?:\d[\s()./-]*){6,}\d${anExtension}(?![a-z\d])`,
  'i',
);

/** Digits, what follows them, and the letters of the keys of further digits. */
const withLetters = new RegExp(
  String.raw`^(.*?)(\+?\(?(?:\d[\s().-]*){2,8}\d)([\s().-]*)([a-z](?:[\s.-]*[a-z])+)(${anExtension})$`,
  'i',
);

/** How calls begin that are free, or paid by who is called. Behind these, letters are no name. */
const freePrefix = /^\+?(?:1?8\d\d|0[89]\d\d|1[38]00)/;

/** The digit on the key of each letter, from A to Z. */
const digitOfLetter = '22233344455566677778889999';

/**
 * Finds the number in a text: without a name or other words around it; of two numbers the first; `1-800-FLOWERS` in digits.
 * Codes with `*` and `#`, short numbers, extensions and SIP addresses stay. Text that may be something else is no number.
 */
export function numberIn(text: string): NumberInText {
  const written = writtenIn(cleanNumber(text));
  return { written, wrong: text.trim() === '' ? 'empty' : wrongWith(written) };
}

function writtenIn(clean: string): string {
  if (isTooLong(clean) || isAddress(clean) || hasExtension(clean)) return clean;
  // Signs that no phone has, such as a currency or a picture, say nothing.
  if (!hasLetters(clean)) return clean.replaceAll(/[^\d\s()+./*#,;-]/g, '').trim();
  return inDigits(clean) ?? cleanNumber(amongWords.exec(clean)?.[0] ?? clean);
}

function wrongWith(written: string): WrongNumber | undefined {
  if (isTooLong(written)) return 'tooLong';
  if (isAddress(written) || hasExtension(written)) return undefined;
  if (hasLetters(written)) return 'letters';
  return /[\d*#]/.test(written) ? undefined : 'signs';
}

/** 1-800-FLOWERS in digits; undefined where the letters may as well be a word beside the number. */
function inDigits(text: string): string | undefined {
  const [, before = '', digits = '', between = '', letters = '', extension = ''] =
    withLetters.exec(text) ?? [];
  const isFree = freePrefix.test(digits.replaceAll(/[\s().-]/g, ''));
  const isAttached = before === '' && letters !== '' && !between.endsWith(' ');
  const length = (digits + letters).replaceAll(/[^\da-z]/gi, '').length;
  if ((!isFree && !isAttached) || length < minWholeDigits || length > maxWholeDigits) return undefined;
  return digits + between + letters.replaceAll(/[a-z]/gi, digitFor) + extension;
}

/** With letters for digits, a number has as many digits at least, and at most, with its country's code. */
const minWholeDigits = 7;
const maxWholeDigits = 13;

const digitFor = (letter: string) => digitOfLetter[letter.toLowerCase().charCodeAt(0) - 97] ?? letter;

const isAddress = (text: string) => address.test(text);
const hasExtension = (text: string) => splitNumber(text).digits !== undefined;
const hasLetters = (text: string) => /\p{L}/u.test(text);
