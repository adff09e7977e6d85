/** How a call ended, and how long they talked. */
import { html, nothing } from 'lit';
import { talkTime, type Call } from '../../src/index.js';
import { formatTimer } from '../shared/duration.js';
import type { Localize } from '../shared/localize.js';

export function callSummary(call: Call, localize: Localize) {
  const time = talkTime(call, call.endedAt ?? call.createdAt);
  return html`${localize.term(`end.${call.endStatus ?? 'COMPLETED'}`)}${
    call.answeredAt === undefined
      ? nothing
      : html` · <span aria-hidden="true">${formatTimer(time)}</span
          ><span class="visually-hidden">${localize.duration(time)}</span>`
  }`;
}
