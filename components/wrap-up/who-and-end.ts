/** Who it was, how the call ended, and how long they talked. */
import { html, nothing } from 'lit';
import { talkTime, type Call } from '../../src/index.js';
import { endText } from '../shared/call-words.js';
import { formatTimer } from '../shared/duration.js';
import type { Localize } from '../shared/localize.js';
import { avatar, whoIs } from '../shared/who.js';

/** @param more - How many calls are to be finished, in words. */
export function whoAndEnd(call: Call, localize: Localize, more?: string) {
  const { phase, answeredAt, endedAt, createdAt } = call;
  const time = talkTime(call, endedAt ?? createdAt);
  return html`
    <div class="who">
      ${avatar(call)}
      <div>
        <h2 part="title" id="title" tabindex="-1">${whoIs(call, localize)}</h2>
        <p part="summary" id="summary">
          ${phase === 'transferred' ? localize.term('transferred') : endText(call, localize)}${
            answeredAt === undefined
              ? nothing
              : html` · <span aria-hidden="true">${formatTimer(time)}</span>
                  <span class="visually-hidden">${localize.duration(time)}</span>`
          }
        </p>
        ${more ? html`<p part="more">${more}</p>` : nothing}
      </div>
    </div>
  `;
}
