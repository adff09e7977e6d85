/** `hs-calling-elements/phone`: every country's phone numbers, by the optional peer libphonenumber-js. */
import type { CountryCode } from 'libphonenumber-js/core';
import { useVoiceNumbers } from '../format.js';
import type { PhoneNumbers } from '../phone-numbers.js';
import { peer } from './peer.js';

export type { CountryCode } from 'libphonenumber-js/core';
export type { PhoneNumbers } from '../phone-numbers.js';

export interface PhoneNumberOptions {
  /** Where numbers without `+` belong: `US`. Default: nowhere, and only numbers with `+` are known. */
  readonly country?: CountryCode | undefined;
}

/**
 * Loads every country's rules and puts them to use: elements on the page show their numbers anew.
 * Rejects if libphonenumber-js is not installed, and if there is no such country.
 */
export async function loadPhoneNumbers({ country }: PhoneNumberOptions = {}): Promise<PhoneNumbers> {
  const { everyCountry } = await peer(import('./rules.js'));
  const rules = everyCountry(country);
  useVoiceNumbers(rules);
  return rules;
}
