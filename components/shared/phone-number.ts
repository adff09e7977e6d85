/** A phone number for the eye and, digit by digit, for the ear. */
import { html, type TemplateResult } from 'lit';
import { formatNumber, spokenNumber } from '../../src/index.js';

/** Reads left to right in every language. */
export function phoneNumber(number: string, shown = formatNumber(number)): TemplateResult {
  return html`<bdi dir="ltr" aria-hidden="true">${shown}</bdi
    ><span class="visually-hidden">${spokenNumber(number)}</span>`;
}
