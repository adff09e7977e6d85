/** Which messages from HubSpot, and which errors, the widget shows as a notice. */
import { html, nothing } from 'lit';
import type { Localize } from '../shared/localize.js';
import type { Notice } from '../shared/terms.js';
import { furtherWords } from '../translations/en.js';

/** The key of the notice for a message type or an error code; undefined if the user is not told of it. */
export function noticeFor(code: string): Notice | undefined {
  const key = `notice.${code}`;
  return key in furtherWords ? (key as Notice) : undefined;
}

export function renderNotice(notice: Notice | undefined, localize: Localize, onDismiss: () => void) {
  if (!notice) return nothing;
  return html`<div part="notice" role="alert">
    <p>${localize.term(notice)}</p>
    <button class="quiet" type="button" @click=${onDismiss}>${localize.term('close')}</button>
  </div>`;
}
