/** Every country's rules, by libphonenumber-js. Loaded as one piece with the metadata, and only when asked for. */
import {
  AsYouType,
  getCountries,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/core';
// The precise metadata: the small ones take a local number for a national one, and a wrong person would be called.
import metadata from 'libphonenumber-js/metadata.max.json';
import type { PhoneNumbers } from '../phone-numbers.js';
import { smallPhoneNumbers } from '../small.js';
import { isUnmistakable, mayBeShortCode } from './national.js';

const countries = new Map<string, CountryCode>(getCountries(metadata).map((country) => [country, country]));

// Fifteen are the most that E.164 knows; a prefix for calls abroad takes up to five.
const digitsOnly = /^\+?\d{1,20}$/;

/** The rules, for numbers without `+` from one country. Throws if there is no such country. */
export function everyCountry(ownCountry: string | undefined): PhoneNumbers {
  if (ownCountry !== undefined && !countryNamed(ownCountry)) {
    throw new RangeError(`No country "${ownCountry}": a code of ISO 3166-1 is wanted, such as "US".`);
  }

  const read = (text: string, country = ownCountry) => readNumber(text, countryNamed(country));

  const whole = (text: string, country?: string) => {
    const { number, typed } = read(text, country) ?? {};
    return number?.isValid() && isUnmistakable(number, typed) ? number : undefined;
  };

  return {
    format: (number, country) =>
      whole(number, country)?.formatInternational() ?? smallPhoneNumbers.format(number),
    formatAsTyped: (text, country = ownCountry) => separated(text, countryNamed(country)),
    toDialable: (text, country) => whole(text, country)?.number ?? smallPhoneNumbers.toDialable(text),
    countryOf: (number, country) => whole(number, country)?.country,
    isPossible(number, country) {
      const found = read(number, country);
      return found && (found.number?.isPossible() ?? false);
    },
    isValid: (number, country) => read(number, country) && whole(number, country) !== undefined,
  };
}

function countryNamed(code: string | undefined): CountryCode | undefined {
  return countries.get(code?.toUpperCase() ?? '');
}

interface Reading {
  /** Only digits, and perhaps a `+`. */
  readonly typed: string;
  readonly number: PhoneNumber | undefined;
}

/** `undefined`: this is not, or not only, a number that a country has rules for. */
function readNumber(text: string, country: CountryCode | undefined): Reading | undefined {
  const typed = smallPhoneNumbers.toDialable(text);
  if (!digitsOnly.test(typed)) return undefined;
  if (typed.startsWith('+')) return { typed, number: parsePhoneNumberFromString(typed, metadata) };
  if (!country || mayBeShortCode(typed)) return undefined;
  return { typed, number: parsePhoneNumberFromString(typed, country, metadata) };
}

function separated(text: string, country: CountryCode | undefined): string {
  const typed = smallPhoneNumbers.toDialable(text);
  const isKnown = digitsOnly.test(typed) && (country !== undefined || typed.startsWith('+'));
  // A separator at the end was just typed, or uncovered by a delete. To put it back would undo the next delete.
  if (!isKnown || !/\p{Nd}$/u.test(text)) return text;
  // Brackets come with the digit after them, for the same reason, and 911 needs none.
  return new AsYouType(country, metadata).input(typed).replace(/\(([^()]+)\)$/, '$1');
}
