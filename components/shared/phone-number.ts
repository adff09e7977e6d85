/** Renders a phone number: formatted for the eye, digit by digit for screen readers. */
import { html, type TemplateResult } from 'lit';
import { formatNumber, spokenNumber } from '../../src/index.js';

/**
 * A number that is written from left to right in every language.
 *
 * @param shown - The number as it is shown. Default: formatted.
 */
export function phoneNumber(number: string, shown = formatNumber(number)): TemplateResult {
  return html`<bdi dir="ltr" aria-hidden="true">${shown}</bdi
    ><span class="visually-hidden">${spokenNumber(number)}</span>`;
}
