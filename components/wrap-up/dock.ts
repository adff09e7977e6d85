/** The row at the end of the form after a call: Save, Skip, and the number to call next. */
import { html, nothing } from 'lit';
import { formatNumber, shownText, type Call, type WidgetState } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import { phoneNumber } from '../shared/phone-number.js';
import { wordsFor } from '../shared/spoken-who.js';
import type { NextNumber } from './next-number.js';

export interface Dock {
  readonly call: Call;
  readonly state: WidgetState | undefined;
  readonly localize: Localize;
  readonly next: NextNumber | undefined;
  /** The name of who is called next. */
  readonly nextName: string | undefined;
  readonly maySkip: boolean;
  readonly onSkip: () => void;
}

export function renderDock({ call, state, localize, next, nextName, maySkip, onSkip }: Dock) {
  const isPending = call.saving === 'pending';
  const saveWords = localize.term(isPending ? 'saving' : call.saving === 'failed' ? 'tryAgain' : 'save');
  return html`
    <div part="dock" class="dock">
      <div class="buttons">
        <button
          part="save-button"
          class="main"
          type="submit"
          aria-label=${wordsFor(call, saveWords, state, localize)}
          aria-disabled=${isPending ? 'true' : nothing}
        >
          ${saveWords}
        </button>
        ${
          maySkip
            ? html`<button
                part="skip-button"
                class="ghost"
                type="button"
                aria-label=${wordsFor(call, localize.term('skip'), state, localize)}
                @click=${onSkip}
              >
                ${localize.term('skip')}
              </button>`
            : nothing
        }
      </div>
      ${
        next
          ? html`<button part="next-button" class="quiet" type="submit" value="next">
              ${localize.term('saveAndCall')}
              ${nextName ? html`<span class="name"><bdi>${shownText(nextName)}</bdi></span>` : nothing}
              <span class=${nextName ? 'below' : nothing}
                >${phoneNumber(next.toNumber, localize, formatNumber(next.toNumber, next.countryCode))}</span
              >
            </button>`
          : nothing
      }
    </div>
  `;
}
