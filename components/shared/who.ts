/** Renders who is at the other end of a call. */
import { html, nothing, type TemplateResult } from 'lit';
import { otherNumber, type Call } from '../../src/index.js';
import { icon } from './icon.js';
import { person } from './icons.js';
import type { Localize } from './localize.js';
import { phoneNumber } from './phone-number.js';

/** The name; without a name the number; without both “Unknown number”. */
export function whoIs(call: Call, localize: Localize) {
  const number = otherNumber(call);
  if (call.party?.name) return html`<bdi>${call.party.name}</bdi>`;
  return number ? phoneNumber(number, localize) : localize.term('unknownCaller');
}

/** The name and, on a line below it, the number. Without a name only the number. The first line may be the heading. */
export function whoAndNumber(call: Call, localize: Localize, isHeading = false) {
  const number = otherNumber(call);
  const who = whoIs(call, localize);
  return html`
    ${isHeading ? html`<p part="party" role="heading" aria-level="2" tabindex="-1">${who}</p>` : html`<p part="party">${who}</p>`}
    ${call.party?.name && number ? html`<p part="number">${phoneNumber(number, localize)}</p>` : nothing}
  `;
}

/** The initials of the name in a circle; without a name a figure. Screen readers skip it. See `who.styles.ts`. */
export function avatar({ party }: Call): TemplateResult {
  const letters =
    party?.name?.split(/\s+/).flatMap((word) => /^[\p{L}\p{N}]\p{M}?/u.exec(word)?.[0] ?? []) ?? [];
  const initials = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return html`<span part="avatar" aria-hidden="true">${initials.length > 0 ? initials : icon(person)}</span>`;
}
