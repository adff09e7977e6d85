/** Renders a phone number: formatted for the eye, digit by digit for screen readers. */
import { html, type TemplateResult } from 'lit';
import { formatNumber, shownText, spokenNumber } from '../../src/index.js';

/**
 * A number that is written from left to right in every language.
 *
 * @param shown - The number as it is shown. Default: formatted.
 */
export function phoneNumber(whole: string, shown?: string): TemplateResult {
  const number = shownText(whole);
  return html`<bdi dir="ltr" aria-hidden="true">${shownText(shown ?? formatNumber(number))}</bdi
    ><span class="visually-hidden">${spokenNumber(number)}</span>`;
}
