/** Which rules the numbers of the page are shown and dialled by: the small ones, or those of an adapter. */
import type { PhoneNumbers } from './phone-numbers.js';
import { smallPhoneNumbers } from './small-phone-numbers.js';

let rulesInUse = smallPhoneNumbers;
const listeners = new Set<{ readonly listener: () => void }>();

/** The rules by which numbers are shown and dialled now. */
export function phoneNumbersInUse(): PhoneNumbers {
  return rulesInUse;
}

/** Puts rules to use: from now on every number of the page is shown and dialled by them. */
export function usePhoneNumbers(rules: PhoneNumbers): void {
  if (rules === rulesInUse) return;
  rulesInUse = rules;
  for (const { listener } of [...listeners]) listener();
}

/** Calls a function each time other rules are put to use, until the returned function is called. */
export function onPhoneNumbersChange(listener: () => void): () => void {
  // Wrapped, so that a function that is added twice is called twice and removed once.
  const entry = { listener };
  listeners.add(entry);
  return () => void listeners.delete(entry);
}
