/** Who it was, how the call ended, and how long they talked. */
import { html, nothing } from 'lit';
import { talkTime, type Call } from '../../src/index.js';
import { endText } from '../shared/call-words.js';
import type { Localize } from '../shared/localize.js';
import { talkedFor } from '../shared/talked-for.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import { openRecord } from '../shared/open-record.js';
import { avatar, inARow, whoIs } from '../shared/who.js';

/** @param more - How many calls are to be finished, in words. */
export function whoAndEnd(call: Call, bridge: BridgeController, localize: Localize, more?: string) {
  const { phase, answeredAt, endedAt, createdAt } = call;
  const time = talkTime(call, endedAt ?? createdAt);
  const words = phase === 'transferred' ? localize.term('transferred') : endText(call, localize);
  return html`
    <div class="who">
      ${avatar(call)}
      <div>
        <h2 part="title" id="title" tabindex="-1">${whoIs(call, localize)}</h2>
        <p part="summary" id="summary">
          ${inARow([words, answeredAt === undefined ? undefined : talkedFor(time, localize)])}
        </p>
        ${call.party?.company ? html`<p part="company"><bdi>${call.party.company}</bdi></p>` : nothing}
        ${more ? html`<p part="more">${more}</p>` : nothing}
      </div>
      ${openRecord(call, bridge, localize)}
    </div>
  `;
}
