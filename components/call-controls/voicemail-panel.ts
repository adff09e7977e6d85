/** The recorded messages that can be left for an answering machine. */
import { html, nothing } from 'lit';
import { shownText, type VoicemailMessage } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';

export interface VoicemailPanelOptions {
  readonly localize: Localize;
  readonly messages: readonly VoicemailMessage[];
  /** The value of `aria-disabled` while a message is being left. */
  readonly isBusy: 'true' | typeof nothing;
  readonly onChoose: (message: VoicemailMessage) => void;
}

/** One button a message: a press leaves it, and ends the call at this end. */
export function renderVoicemailPanel({ localize, messages, isBusy, onChoose }: VoicemailPanelOptions) {
  return html`
    <div part="voicemail" role="group" aria-labelledby="leave">
      <p id="leave">${localize.term('leaveMessage')}</p>
      ${messages.map(
        (message) =>
          html`<button
            class="quiet"
            type="button"
            name="message"
            aria-disabled=${isBusy}
            @click=${() => onChoose(message)}
          >
            <bdi>${shownText(message.label)}</bdi>
          </button>`,
      )}
    </div>
  `;
}
