/** Phone numbers as people read and dial them: by the small rules, or by the adapter that took their place. */
import type { PhoneNumbers } from './phone-numbers.js';
import { smallPhoneNumbers } from './small.js';

let inUse = smallPhoneNumbers;
const listeners = new Set<{ readonly call: () => void }>();

/** The rules by which numbers are shown and dialled now. */
export function phoneNumbersInUse(): PhoneNumbers {
  return inUse;
}

/** From now on every number of the page is shown and dialled by these rules. */
export function useVoiceNumbers(rules: PhoneNumbers): void {
  if (rules === inUse) return;
  inUse = rules;
  for (const { call } of [...listeners]) call();
}

/** Calls back whenever other rules came into use: what shows a number shows it anew. The returned function ends it. */
export function onPhoneNumbersChange(call: () => void): () => void {
  // One function may listen twice: each time is an entry of its own.
  const entry = { call };
  listeners.add(entry);
  return () => void listeners.delete(entry);
}

/** A number for the eye: `+12025550123` → `+1 (202) 555-0123`. What is not understood stays as it was typed. */
export function formatNumber(number: string, country?: string): string {
  return inUse.format(number, country);
}

/** What was typed so far, with separators put in as far as the rules in use know them. */
export function formatAsTyped(text: string, country?: string): string {
  return inUse.formatAsTyped(text, country);
}

/**
 * What is dialled: a number without spaces, brackets, dots or dashes. Short codes, `*` and `#` codes stay whole,
 * and so does all that is more than a number: an extension, a word, an address.
 */
export function dialableNumber(text: string, country?: string): string {
  return inUse.toDialable(text, country);
}
