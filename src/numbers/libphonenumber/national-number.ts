/** Whether a number without `+` is a national number for certain. If not, it is dialled as it was typed. */
import type { PhoneNumber } from 'libphonenumber-js/core';

/** Whether so few digits may be a short code, such as 110, 1450 or 116117. */
export function mayBeShortCode(typed: string): boolean {
  return typed.length < 7;
}

/** Whether the digits cannot be a local number, one that is dialled within its town without the area code. */
export function isUnmistakable(number: PhoneNumber, typed: string | undefined): boolean {
  if (typed !== number.nationalNumber) return true; // it was typed with a `+`, a trunk prefix or an international prefix
  // In North America a national number has ten digits; seven are a local one, even where they look valid in Canada.
  if (number.countryCallingCode === '1') return typed.length === 10;
  // Elsewhere a local number has at most eight digits. A national number that short is certain only in a country
  // without a trunk prefix: 7654321 may be a local number, or 07654 321 without its prefix.
  return typed.length > 8 || number.formatNational().replaceAll(/\D/g, '') === typed;
}
