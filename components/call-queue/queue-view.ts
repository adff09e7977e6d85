/** Draws a list of people to call: how far it is, who is next, and the buttons. */
import { html, nothing } from 'lit';
import { numberToDial, shownText, type Party } from '../../src/index.js';
import type { Localize } from '../shared/localize.js';
import { phoneNumber } from '../shared/phone-number.js';

/** Somebody to call. */
export interface QueuedCall {
  /** Their number, however it is written. */
  readonly phoneNumber: string;
  /** The country whose number it is: `US`. Default: the page's own, as with a number that is typed. */
  readonly countryCode?: string | undefined;
  /** Who it is: `{ name, objectId, objectTypeId }`. Default: what HubSpot, or `resolveParty`, says. */
  readonly party?: Party | undefined;
}

export interface QueueView {
  readonly localize: Localize;
  /** How many have been called or left out. */
  readonly done: number;
  readonly total: number;
  /** Undefined once the list is done. */
  readonly next: QueuedCall | undefined;
  /** Until the next is called by itself; undefined while nobody is. */
  readonly secondsLeft: number | undefined;
  /** What went wrong, in words. */
  readonly problem: string | undefined;
  readonly isRunning: boolean;
  /** Not while a call goes on or waits to be saved. */
  readonly hasButtons: boolean;
  readonly onStart: () => void;
  readonly onPause: () => void;
  readonly onSkip: () => void;
}

/** The name, or the number, as one line of plain text. */
export function nameOf({ party, phoneNumber: number }: QueuedCall): string {
  return shownText(party?.name ?? number);
}

/** How the number is dialled; empty if it cannot be. */
export function numberOf({ phoneNumber: number, countryCode }: QueuedCall): string {
  return numberToDial(number, countryCode).toNumber;
}

export function renderQueue(view: QueueView) {
  const { localize, done, total, next, secondsLeft, problem, hasButtons } = view;
  return html`
    <section part="base" aria-labelledby="title">
      <div class="line">
        <p part="title" id="title">${localize.term('queue')}</p>
        <p part="progress-text">
          ${localize.term('queueProgress', localize.number(done), localize.number(total))}
        </p>
      </div>
      <progress part="progress" aria-labelledby="title" max=${total} .value=${done}></progress>
      <div class="line">
        <p part="next">${next ? renderNext(next, localize) : localize.term('queueDone')}</p>
        ${
          secondsLeft === undefined
            ? nothing
            : html`<span part="countdown" role="timer" aria-live="off"
                >${localize.term('callingIn', localize.number(secondsLeft))}</span
              >`
        }
      </div>
      <p part="error" role="alert">${problem ?? nothing}</p>
      ${next && hasButtons ? renderButtons(next, view) : nothing}
    </section>
  `;
}

function renderNext(next: QueuedCall, localize: Localize) {
  const who = next.party?.name
    ? html`<bdi>${nameOf(next)}</bdi>`
    : phoneNumber(numberOf(next) || next.phoneNumber, localize);
  return html`${localize.term('queueNext')} ${who}`;
}

function renderButtons(next: QueuedCall, { localize, done, isRunning, onStart, onPause, onSkip }: QueueView) {
  const skip = localize.term('skip');
  return html`<div class="buttons">
    ${
      isRunning
        ? html`<button part="pause-button" class="quiet" type="button" @click=${onPause}>
            ${localize.term('pause')}
          </button>`
        : html`<button part="start-button" class="main" type="button" @click=${onStart}>
            ${localize.term(done === 0 ? 'start' : 'goOn')}
          </button>`
    }
    <button
      part="skip-button"
      class="quiet"
      type="button"
      aria-label=${localize.term('named', skip, nameOf(next))}
      @click=${onSkip}
    >
      ${skip}
    </button>
  </div>`;
}
