/** Who is at the other end of a call, as text: to be heard, or to be read. */
import {
  formatNumber,
  openCalls,
  otherNumber,
  shownText,
  splitNumber,
  spokenNumber,
  type Call,
  type WidgetState,
} from '../../src/index.js';
import type { Localize } from './localize.js';

/** What says who it is. */
export type Who = Pick<Call, 'direction' | 'fromNumber' | 'toNumber' | 'party'>;

/** A phone number as it is heard: digit by digit, and the extension in words. */
export function spokenDigits(whole: string, localize: Localize): string {
  return inWords(whole, localize, spokenNumber);
}

/** Who it is, to be heard: the name, or the number digit by digit. */
export function spokenWho(call: Who, localize: Localize): string {
  const number = otherNumber(call);
  return call.party?.name ?? (number ? spokenDigits(number, localize) : localize.term('unknownCaller'));
}

/** Who it is, to be read: the name, or the number as it is written. */
export function writtenWho(call: Who, localize: Localize): string {
  const number = otherNumber(call);
  return (
    call.party?.name ?? (number ? inWords(number, localize, formatNumber) : localize.term('unknownCaller'))
  );
}

/** The words of a button or a group; where there is more than one call, with whose it is. */
export function wordsFor(
  call: Call,
  words: string,
  state: WidgetState | undefined,
  localize: Localize,
): string {
  const isAlone = !state || openCalls(state).length < 2;
  return isAlone ? words : localize.term('named', words, spokenWho(call, localize));
}

function inWords(whole: string, localize: Localize, write: (number: string) => string): string {
  const text = shownText(whole);
  const { number, digits } = splitNumber(text);
  if (digits === undefined) return write(text);
  const extension = localize.term('extension', write(digits.replaceAll(',', '')));
  return localize.term('named', write(number), extension);
}
