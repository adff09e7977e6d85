/** The line below the number field: the number as it is dialled, and the number it is called from. */
import { html, nothing } from 'lit';
import { formatAsTyped, formatNumber } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import { phoneNumber } from '../shared/phone-number.js';

export interface FormattedNumber {
  /** As it is dialled. */
  readonly number: string;
  /** As it was typed: what looks the same is not said twice. */
  readonly typed: string;
  /** The country whose number it is; undefined for the page's own. */
  readonly country: string | undefined;
  readonly fromNumber: string | undefined;
}

export function renderFormatted({ number, typed, country, fromNumber }: FormattedNumber, localize: Localize) {
  const whole = formatNumber(number, country);
  const shown = whole === number ? formatAsTyped(number, country) : whole;
  return html`${number !== '' && shown !== typed ? phoneNumber(number, localize, shown) : nothing}
  ${fromNumber ? html`<span>${localize.term('callFrom')} ${phoneNumber(fromNumber, localize)}</span>` : nothing}`;
}
