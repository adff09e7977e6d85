/** Phone numbers for the eye and for the line, by the rules in use. */
import { phoneNumbersInUse } from './rules-in-use.js';

/** A number for the eye: `+12025550123` → `+1 (202) 555-0123`. What is not understood stays as it was typed. */
export function formatNumber(number: string, country?: string): string {
  return phoneNumbersInUse().format(number, country);
}

/** What was typed so far, with separators put in as far as the rules in use know them. */
export function formatAsTyped(text: string, country?: string): string {
  return phoneNumbersInUse().formatAsTyped(text, country);
}

/**
 * What is dialled: a number without spaces, brackets, dots or dashes. Short codes, `*` and `#` codes stay whole,
 * and so does all that is more than a number: an extension, a word, an address.
 */
export function dialableNumber(text: string, country?: string): string {
  return phoneNumbersInUse().toDialable(text, country);
}
