/** The rules of every country, by libphonenumber-js. This file is loaded on demand, together with the metadata. */
import {
  AsYouType,
  getCountries,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/core';
// The full metadata: with smaller ones a local number may pass for a national one, and a wrong person would be called.
import metadata from 'libphonenumber-js/metadata.max.json';
import type { PhoneNumbers } from '../phone-numbers.js';
import { smallPhoneNumbers } from '../small-phone-numbers.js';
import { isUnmistakable, mayBeShortCode } from './national-number.js';

const countries = new Map<string, CountryCode>(getCountries(metadata).map((country) => [country, country]));

// E.164 allows 15 digits; an international prefix before them may take 5.
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
  /** Digits, after a `+` if there was one. */
  readonly typed: string;
  readonly number: PhoneNumber | undefined;
}

/** Undefined for what is no plain number, may be a short code, or belongs to no known country. */
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
  // Text that ends with a separator is left alone: putting separators in anew would undo the user's next delete.
  if (!isKnown || !/\p{Nd}$/u.test(text)) return text;
  // A closing bracket at the end is left out, for the same reason; it is put in with the next digit.
  return new AsYouType(country, metadata).input(typed).replace(/\(([^()]+)\)$/, '$1');
}
