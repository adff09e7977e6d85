/** A phone number for the eye and, digit by digit, for the ear. */
import { html, type TemplateResult } from 'lit';
import { formatNumber, otherNumber, spokenNumber, type Call } from '../../src/index.js';

/** What a call is told to HubSpot with where there is no number. */
const wordsForNone: readonly string[] = ['anonymous', 'unknown'];

/** A number, unless it is a word for none: that is for no person to read. */
export function knownNumber(number: string | undefined): string | undefined {
  return number === undefined || wordsForNone.includes(number) ? undefined : number;
}

/** The number at the other end, if it is known. */
export function knownOther(call: Call): string | undefined {
  return knownNumber(otherNumber(call));
}

/** Reads left to right in every language. */
export function phoneNumber(number: string): TemplateResult {
  return html`<bdi dir="ltr" aria-hidden="true">${formatNumber(number)}</bdi
    ><span class="visually-hidden">${spokenNumber(number)}</span>`;
}
