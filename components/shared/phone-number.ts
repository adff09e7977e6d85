/** Renders a phone number: formatted for the eye, digit by digit for screen readers, an extension in words. */
import { html, type TemplateResult } from 'lit';
import { formatNumber, shownText } from '../../src/index.js';
import type { Localize } from './localize.js';
import { spokenDigits } from './spoken-who.js';

/**
 * A number that is written from left to right in every language.
 *
 * @param shown - The number as it is shown. Default: formatted.
 */
export function phoneNumber(whole: string, localize: Localize, shown?: string): TemplateResult {
  const number = shownText(whole);
  return html`<bdi dir="ltr" aria-hidden="true">${inGroups(shownText(shown ?? formatNumber(number)))}</bdi
    ><span class="visually-hidden">${spokenDigits(number, localize)}</span>`;
}

/** As much as a number has, as it is written. What is longer may be broken anywhere, or is cut. */
const maxWritten = 24;

/** Between the groups of a number a line may break, and nowhere else: not at a hyphen. */
function inGroups(number: string) {
  if (number.length > maxWritten) return number;
  return number.split(' ').map((group, i) => html`${i > 0 ? ' ' : ''}<span>${group}</span>`);
}
