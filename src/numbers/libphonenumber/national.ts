/** When a number without `+` is surely the national number it looks like. What is not sure is dialled as typed. */
import type { PhoneNumber } from 'libphonenumber-js/core';

/** 110, 1450 and 116117 are codes where they are dialled, whatever else the digits could mean. */
export function mayBeShortCode(typed: string): boolean {
  return typed.length < 7;
}

/** Whether no local number can be meant: one that is dialled within its town, without the area code. */
export function isUnmistakable(number: PhoneNumber, typed: string | undefined): boolean {
  if (typed !== number.nationalNumber) return true; // It had a `+`, a trunk prefix or a prefix for calls abroad.
  // In North America seven digits are a local number, though some of Canada look like it without any area code.
  if (number.countryCallingCode === '1') return typed.length === 10;
  // Without the trunk prefix that belongs to it, a number must be longer than any local one: 7654321, not 07654 321.
  return typed.length > 8 || number.formatNational().replaceAll(/\D/g, '') === typed;
}
