/** `<hs-wrap-up>`: the form after a call, for its outcome and notes. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  callToWrapUp,
  dialableNumber,
  formatNumber,
  isIntended,
  isSameNumber,
  isTooLong,
  shownText,
  talkTime,
  type Call,
  type EngagementDraft,
} from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { formatTimer } from '../shared/duration.js';
import { phoneNumber } from '../shared/phone-number.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { wordsFor } from '../shared/spoken-who.js';
import { whoIs } from '../shared/who.js';
import { wrapUpStyles } from './wrap-up.styles.js';

/** An outcome to choose from. */
export interface Outcome {
  /** The id of one of the account's call dispositions. */
  readonly id: string;
  /** The name that the user sees. */
  readonly label: string;
}

interface NextNumber {
  readonly toNumber: string;
  /** The country whose number it is; undefined for the page's own. */
  readonly countryCode: string | undefined;
}

/**
 * The form after a call: its outcome, notes and duration. Each change is stored with the call at once, so that nothing is
 * lost if HubSpot cannot save it. While this element is in the page, calls that have ended wait to be saved.
 *
 * @tag hs-wrap-up
 * @fires hs-complete-request - Save the call, or skip saving: `{ externalCallId, engagement, hideWidget }`. Cancelable.
 * @fires hs-finalize-request - Close the call in HubSpot's help desk: `{ externalCallId }`. Cancelable.
 * @fires hs-call-request - Call the next number, after saving: `{ toNumber, fromNumber, party }`. Cancelable.
 * @slot - Further fields of the app, which stores their values with `updateCall({ engagement: { properties } })`.
 * @csspart base - Around everything.
 * @csspart title - How the call ended.
 * @csspart summary - Who it was, and the talk time.
 * @csspart label - Each label.
 * @csspart outcome - The list of outcomes.
 * @csspart notes - The notes.
 * @csspart error - That the outcome is missing, or why saving failed.
 * @csspart save-button - Saves.
 * @csspart next-button - Saves and calls the next number.
 * @csspart skip-button - Goes on without an outcome, even if one is required.
 * @cssstate open - A call has ended and waits to be saved. Otherwise the element is hidden.
 */
export class HsWrapUp extends HsElement {
  static override readonly tag = 'hs-wrap-up';

  static override styles = [sharedStyles, panelStyles, fieldStyles, wrapUpStyles];

  static override properties: PropertyDeclarations = {
    outcomes: { attribute: false },
    outcomeRequired: { type: Boolean, attribute: 'outcome-required' },
    finalize: { type: Boolean },
    hideWidget: { type: Boolean, attribute: 'hide-widget' },
    nextNumber: { attribute: 'next-number' },
    isIncomplete: { attribute: false },
  };

  /** The outcomes to choose from: `[{ id, label }]`. The ids are those of the account's call dispositions. Default: none. */
  outcomes: readonly Outcome[] = [];

  /** Whether an answered call can be saved only with an outcome. Default: false. */
  outcomeRequired = false;

  /** Whether saving also closes the call in HubSpot's help desk. Default: false. */
  finalize = false;

  /** Whether HubSpot closes the widget once the call is saved. Default: false. */
  hideWidget = false;

  /** A number to call next. Default: the one that HubSpot asked to dial meanwhile, if any. */
  nextNumber: string | undefined;

  private isIncomplete = false;

  readonly #bridge: BridgeController = new BridgeController(this, {
    wrapsUp: true,
    select: (state) => [callToWrapUp(state), state.intent, state.calls],
    follow: (now, previous) => {
      if (previous && callToWrapUp(now)?.externalCallId !== callToWrapUp(previous)?.externalCallId) {
        this.isIncomplete = false;
      }
    },
  });

  /** Puts the focus on the first field. */
  override focus(options?: FocusOptions): void {
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('select, textarea')?.focus(options),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.toggleOpen(this.#call !== undefined);
  }

  protected override render() {
    const call = this.#call;
    if (!call) return nothing;
    const { localize } = this;
    const isPending = call.saving === 'pending';
    const error = this.isIncomplete
      ? localize.term('chooseOutcome')
      : call.saving === 'failed'
        ? localize.term('savingFailed', call.failure)
        : undefined;
    const saveWords = localize.term(isPending ? 'saving' : call.saving === 'failed' ? 'tryAgain' : 'save');
    const { state } = this.#bridge;
    const next = this.#next;
    return html`
      <form part="base" novalidate aria-labelledby="title summary" @submit=${this.#onSubmit}>
        <h2 part="title" id="title">${localize.term(`end.${call.endStatus ?? 'COMPLETED'}`)}</h2>
        <p part="summary" id="summary">${this.#renderSummary(call)}</p>
        ${this.outcomes.length > 0 ? this.#renderOutcomes(call) : nothing}
        <label part="label" for="notes">${localize.term('notes')}</label>
        <textarea
          id="notes"
          part="notes"
          rows="3"
          .value=${call.engagement.notes ?? ''}
          @input=${this.#onNotes}
        ></textarea>
        <slot></slot>
        <p part="error" id="error" role="alert">${error ?? nothing}</p>
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
            next
              ? html`<button part="next-button" class="quiet" type="submit" value="next">
                  ${localize.term('saveAndCall')}
                  ${phoneNumber(next.toNumber, localize, formatNumber(next.toNumber, next.countryCode))}
                </button>`
              : nothing
          }
          <button
            part="skip-button"
            class="quiet"
            type="button"
            aria-label=${wordsFor(call, localize.term('skip'), state, localize)}
            @click=${this.#onSkip}
          >
            ${localize.term('skip')}
          </button>
        </div>
      </form>
    `;
  }

  get #call(): Call | undefined {
    return callToWrapUp(this.#bridge.state);
  }

  /** The number to call next, and how it is dialled. HubSpot may ask again for who was just called: not for them. */
  get #next(): NextNumber | undefined {
    const intent = this.nextNumber === undefined ? this.#bridge.state?.intent : undefined;
    const toNumber = dialableNumber(this.nextNumber ?? intent?.phoneNumber ?? '', intent?.countryCode);
    const isCalled = intent && isSameNumber(this.#call?.toNumber ?? '', toNumber);
    if (toNumber === '' || isCalled || isTooLong(toNumber)) return undefined;
    return { toNumber, countryCode: intent?.countryCode };
  }

  #renderSummary(call: Call) {
    const time = talkTime(call, call.endedAt ?? call.createdAt);
    return html`${whoIs(call, this.localize)}${
      call.answeredAt === undefined
        ? nothing
        : html`<span>
            <span aria-hidden="true">${formatTimer(time)}</span>
            <span class="visually-hidden">${this.localize.duration(time)}</span>
          </span>`
    }`;
  }

  #renderOutcomes({ engagement }: Call) {
    return html`
      <label part="label" for="outcome">
        ${this.localize.term('outcome')}
        ${this.outcomeRequired ? html`<span>${this.localize.term('required')}</span>` : nothing}
      </label>
      <select
        id="outcome"
        part="outcome"
        aria-required=${this.outcomeRequired}
        aria-invalid=${this.isIncomplete ? 'true' : nothing}
        aria-describedby="error"
        @change=${this.#onOutcome}
      >
        <option value="" ?selected=${!engagement.outcome}>${this.localize.term('noOutcome')}</option>
        ${this.outcomes.map(
          ({ id, label }) =>
            html`<option value=${id} ?selected=${id === engagement.outcome}>${shownText(label)}</option>`,
        )}
      </select>
    `;
  }

  #storeDraft(engagement: EngagementDraft): void {
    const externalCallId = this.#call?.externalCallId;
    if (externalCallId !== undefined) this.#bridge.bridge?.updateCall({ externalCallId, engagement });
  }

  #complete(call: Call): boolean {
    const { externalCallId } = call;
    const hideWidget = this.hideWidget && !this.#next;
    const isWanted = this.#bridge.request('hs-complete-request', { externalCallId, hideWidget });
    if (isWanted && this.finalize && !call.finalized) {
      this.#bridge.request('hs-finalize-request', { externalCallId });
    }
    return isWanted;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const call = this.#call;
    if (!call || call.saving === 'pending') return;
    const isOutcomeMissing = call.answeredAt !== undefined && !call.engagement.outcome;
    if (this.outcomeRequired && this.outcomes.length > 0 && isOutcomeMissing) {
      this.isIncomplete = true;
      this.focus();
      return;
    }
    const next = this.#next;
    const { state } = this.#bridge;
    const isNextWanted = (event.submitter as HTMLButtonElement | null)?.value === 'next';
    if (!this.#complete(call) || !isNextWanted || !next) return;
    this.#bridge.request('hs-call-request', {
      toNumber: next.toNumber,
      fromNumber: state?.fromNumber,
      party: state && isIntended(state, next.toNumber) ? state.intent?.party : undefined,
    });
  }

  #onSkip(): void {
    const call = this.#call;
    if (call) this.#complete(call);
  }

  #onNotes(event: Event): void {
    this.#storeDraft({ notes: (event.target as HTMLTextAreaElement).value });
  }

  #onOutcome(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.isIncomplete = false;
    this.#storeDraft({ outcome: value === '' ? undefined : value });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-wrap-up': HsWrapUp;
  }
}
