/** `hs-calling-elements/phone`: the phone numbers of every country, by the optional peer libphonenumber-js. */
import type { CountryCode } from 'libphonenumber-js/core';
import type { PhoneNumbers } from '../phone-numbers.js';
import { usePhoneNumbers } from '../rules-in-use.js';
import { importPeer } from './import-peer.js';

export type { CountryCode } from 'libphonenumber-js/core';
export type { PhoneNumbers } from '../phone-numbers.js';

/** How `loadPhoneNumbers` reads numbers. */
export interface PhoneNumberOptions {
  /** The country that numbers without `+` belong to: `US`. Default: none; only numbers with `+` are understood. */
  readonly country?: CountryCode | undefined;
}

/**
 * Loads the rules of every country and puts them to use: elements on the page show their numbers anew.
 * Rejects if libphonenumber-js is not installed, or if the country does not exist.
 */
export async function loadPhoneNumbers({ country }: PhoneNumberOptions = {}): Promise<PhoneNumbers> {
  const { everyCountry } = await importPeer(import('./rules.js'));
  const rules = everyCountry(country);
  usePhoneNumbers(rules);
  return rules;
}
