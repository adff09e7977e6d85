/** What HubSpot's user is alerted of. */
import { html, nothing, type TemplateResult } from 'lit';
import { cutText } from './message-picture.js';

/**
 * Renders an element also without a text: screen readers announce what comes into an element that was there before.
 *
 * @param text - What to say; undefined for nothing.
 * @param close - Called when the alert is dismissed.
 */
export function renderAlert(text: string | undefined, close: () => void): TemplateResult {
  return html`<div class="alert" ?data-empty=${text === undefined}>
    <p id="alert" role="alert">${text === undefined ? nothing : cutText(text)}</p>
    ${text === undefined ? nothing : html`<button class="quiet" type="button" @click=${close}>Dismiss</button>`}
  </div>`;
}
