/** Renders who is at the other end of a call. */
import { html, nothing } from 'lit';
import { otherNumber, type Call } from '../../src/index.js';
import type { Localize } from './localize.js';
import { phoneNumber } from './phone-number.js';

/** The name; without a name the number; without both “Unknown number”. */
export function whoIs(call: Call, localize: Localize) {
  const number = otherNumber(call);
  if (call.party?.name) return html`<bdi>${call.party.name}</bdi>`;
  return number ? phoneNumber(number) : localize.term('unknownCaller');
}

/** The name and, on a line below it, the number. Without a name only the number. */
export function whoAndNumber(call: Call, localize: Localize) {
  const number = otherNumber(call);
  return html`
    <p part="party">${whoIs(call, localize)}</p>
    ${call.party?.name && number ? html`<p part="number">${phoneNumber(number)}</p>` : nothing}
  `;
}
