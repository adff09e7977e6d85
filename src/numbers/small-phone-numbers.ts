/** The small rules, which need no library: they know the calling codes of countries and nothing else about them. */
import { bareNumber } from '../call/index.js';
import type { PhoneNumbers } from './phone-numbers.js';

/** Matches country calling codes of one and two digits; all others have three (ITU-T E.164). */
const shortCodes = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** In use until an adapter's rules are. A number without `+` is left as it is: no country's rules are known. */
export const smallPhoneNumbers: PhoneNumbers = {
  format(number) {
    const digits = /^\+(\d{7,15})$/.exec(number)?.[1];
    return digits === undefined ? number : separated(digits, 10);
  },

  // A separator at the end stays: the user has just typed it.
  formatAsTyped(text) {
    const digits = /^\+(\d{1,15})$/.exec(bareNumber(text))?.[1];
    return digits === undefined || !/\d$/.test(text) ? text : separated(digits, 4);
  },

  toDialable: (text) => bareNumber(text),

  countryOf: unknown,
  isPossible: unknown,
  isValid: unknown,
};

/** @param minAmerican - A number of North America is written as there from so many digits on, without its code. */
function separated(digits: string, minAmerican: number): string {
  const code = shortCodes.exec(digits)?.[0] ?? digits.slice(0, 3);
  const rest = digits.slice(code.length);
  if (code !== '1' || rest.length < minAmerican || rest.length > 10)
    return `+${code} ${inGroups(rest)}`.trim();
  const line = rest.length > 6 ? `-${rest.slice(6)}` : '';
  return `+1 (${rest.slice(0, 3)}) ${rest.slice(3, 6)}${line}`;
}

// Groups of three from the left, the last one of two to four digits: 2079460958 becomes 207 946 0958.
function inGroups(digits: string): string {
  return digits.match(/\d{3}(?=\d{2})|\d+/g)?.join(' ') ?? digits;
}

function unknown(): undefined {
  return undefined;
}
