/** The line below the number field: what is dialled, where that is not what was typed, and the number it is called from. */
import { html, nothing } from 'lit';
import type { Localize } from '../shared/localize.js';
import { phoneNumber } from '../shared/phone-number.js';
import { spokenDigits } from '../shared/spoken-who.js';
import { isOtherThanTyped, renderWillCall, type WillCall } from '../shared/will-call.js';

export function renderFormatted(will: WillCall, fromNumber: string | undefined, localize: Localize) {
  // The field shows the number; screen readers read it there as one large figure.
  const heard = html`<span class="visually-hidden">${spokenDigits(will.toNumber, localize)}</span>`;
  return html`${isOtherThanTyped(will) ? renderWillCall(will, localize) : will.toNumber ? heard : nothing}
  ${fromNumber ? html`<span>${localize.term('callFrom')} ${phoneNumber(fromNumber, localize)}</span>` : nothing}`;
}
