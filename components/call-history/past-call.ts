/** Draws one past call: who, how it was, when and for how long, and what can be done about it. */
import { html, nothing } from 'lit';
import { bareNumber, isMissed, isTooLong, type PastCall } from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import { icon } from '../shared/icon.js';
import { inbound, missed, outbound, phone } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { openRecord } from '../shared/open-record.js';
import { phoneNumber } from '../shared/phone-number.js';
import { writtenWho, type Who } from '../shared/spoken-who.js';
import { talkedFor } from '../shared/talked-for.js';
import { avatar, inARow, whoIs } from '../shared/who.js';

export interface PastCallOptions {
  readonly call: PastCall;
  readonly bridge: BridgeController;
  readonly localize: Localize;
  /** Epoch ms. */
  readonly now: number;
  /** Nothing can be called now. */
  readonly isBusy: boolean;
  readonly onCall: (toNumber: string) => void;
}

/** What is in a line of the history. */
export function renderPastCall({ call, bridge, localize, now, isBusy, onCall }: PastCallOptions) {
  const { party, startedAt, durationMs } = call;
  const who: Who = { direction: 'outbound', fromNumber: undefined, toNumber: call.phoneNumber, party };
  const toNumber = bareNumber(call.phoneNumber ?? '');
  const shape = isMissed(call) ? missed : call.direction === 'inbound' ? inbound : outbound;
  const name = localize.term('callBack', writtenWho(who, localize));
  const company = party?.company ? html`<bdi>${party.company}</bdi>` : undefined;
  const number = party?.name && call.phoneNumber ? phoneNumber(call.phoneNumber, localize) : undefined;
  const below = inARow([company, number]);
  return html`
    ${avatar(who)}
    <div class="what">
      <p part="party">${whoIs(who, localize)}</p>
      <p part="outcome">
        ${icon(shape)}
        ${inARow([
          ...wordsOf(call, localize),
          html`<time datetime=${new Date(startedAt).toISOString()}
            >${whenText(startedAt, now, localize.lang())}</time
          >`,
          durationMs > 0 ? talkedFor(durationMs, localize) : undefined,
        ])}
      </p>
      ${below.length > 0 ? html`<p part="number">${below}</p>` : nothing}
    </div>
    ${openRecord(who, bridge, localize)}
    ${
      toNumber === '' || isTooLong(toNumber)
        ? nothing
        : html`<button
            part="call-button"
            class="ghost"
            type="button"
            aria-label=${name}
            title=${name}
            aria-disabled=${isBusy ? 'true' : nothing}
            @click=${() => {
              if (!isBusy) onCall(toNumber);
            }}
          >
            ${icon(phone)}
          </button>`
    }
  `;
}

/** Whose call it was, unless the outcome says that; and how it ended, unless they talked. */
function wordsOf(call: PastCall, localize: Localize): readonly string[] {
  const { direction, endStatus = 'COMPLETED' } = call;
  const side = localize.term(direction === 'inbound' ? 'incoming' : 'outgoing');
  if (isMissed(call)) return [localize.term('end.MISSED')];
  if (endStatus === 'COMPLETED') return [side];
  if (endStatus === 'TRANSFERRED') return [side, localize.term('transferred')];
  if (endStatus === 'ANSWERED_ELSEWHERE') return [side, localize.term('answeredElsewhere')];
  return [side, localize.term(`end.${endStatus}`)];
}

/** The time of day; with its day, if that is not today. */
export function whenText(at: number, now: number, lang: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(lang, { ...day, hour: 'numeric', minute: '2-digit' }).format(at);
}
