/** Renders who is at the other end of a call. */
import { html, nothing, type TemplateResult } from 'lit';
import { otherNumber } from '../../src/index.js';
import { icon } from './icon.js';
import { person } from './icons.js';
import type { Localize } from './localize.js';
import { phoneNumber } from './phone-number.js';
import type { Who } from './spoken-who.js';

/** The name; without a name the number; without both “Unknown number”. */
export function whoIs(call: Who, localize: Localize) {
  const number = otherNumber(call);
  if (call.party?.name) return html`<bdi>${call.party.name}</bdi>`;
  return number ? phoneNumber(number, localize) : localize.term('unknownCaller');
}

/**
 * The name and, on a line below it, the company and the number. Without a name the number stands for it. The first line may
 * be the heading.
 */
export function whoAndNumber(call: Who, localize: Localize, isHeading = false) {
  const who = whoIs(call, localize);
  const number = otherNumber(call);
  const company = call.party?.company ? html`<bdi>${call.party.company}</bdi>` : undefined;
  const below = [company, call.party?.name && number ? phoneNumber(number, localize) : undefined];
  return html`
    ${isHeading ? html`<p part="party" role="heading" aria-level="2" tabindex="-1">${who}</p>` : html`<p part="party">${who}</p>`}
    ${below.some(Boolean) ? html`<p part="number">${inARow(below)}</p>` : nothing}
  `;
}

/** What is there of these, with a dot between two. */
export function inARow(parts: readonly unknown[]) {
  return parts.filter(Boolean).map((part, index) => (index === 0 ? part : [' · ', part]));
}

/**
 * The picture in a circle; until it is loaded, and where there is none, the initials of the name; without a name a figure.
 * Screen readers skip it. See `who.styles.ts`.
 */
export function avatar({ party }: Pick<Who, 'party'>): TemplateResult {
  const letters =
    party?.name?.split(/\s+/).flatMap((word) => /^[\p{L}\p{N}]\p{M}?/u.exec(word)?.[0] ?? []) ?? [];
  const initials = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  const picture = party?.avatar;
  return html`<span part="avatar" aria-hidden="true"
    >${initials.length > 0 ? initials : icon(person)}${
      picture
        ? html`<img
            alt=""
            referrerpolicy="no-referrer"
            src=${picture}
            @load=${showLoaded}
            @error=${showLoaded}
          />`
        : nothing
    }</span
  >`;
}

// A picture that cannot be loaded leaves the initials in sight.
function showLoaded({ type, target }: Event): void {
  if (target instanceof HTMLElement) target.hidden = type === 'error';
}
