/** `<hs-wrap-up>`: what came of a call, written down before the next. */
import { html, nothing, type PropertyValues } from 'lit';
import {
  callToWrapUp,
  dialableNumber,
  isIntended,
  isLive,
  talkTime,
  type Call,
  type EngagementDraft,
} from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { formatTimer } from '../shared/duration.js';
import { phoneNumber } from '../shared/phone-number.js';
import { panelStyles } from '../shared/panel.styles.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { whoIs } from '../shared/who.js';
import { wrapUpStyles } from './wrap-up.styles.js';

/** One thing that can come of a call. */
export interface Outcome {
  /** The id of one of the account's call dispositions. */
  readonly id: string;
  readonly label: string;
}

/**
 * The form after a call: outcome, notes, how long it was. What is typed is kept with its call at once; nothing is lost
 * if HubSpot cannot save it. While this element is there, a call that has ended waits for it.
 *
 * @tag hs-wrap-up
 * @fires hs-complete-request - The user is done: `{ externalCallId, engagement, hideWidget }`. Cancelable.
 * @fires hs-finalize-request - Close the help desk's call: `{ externalCallId }`. Cancelable.
 * @fires hs-call-request - Save and call next: `{ toNumber, fromNumber, party }`. Cancelable.
 * @slot - Further fields of the app; it adds them with `updateCall({ engagement: { properties } })`.
 * @csspart base - The whole.
 * @csspart title - How the call ended.
 * @csspart summary - Whom, and how long.
 * @csspart label - Each label.
 * @csspart outcome - The list of outcomes.
 * @csspart notes - The notes.
 * @csspart error - What is missing, or why saving failed.
 * @csspart save-button - Saves.
 * @csspart next-button - Saves and calls the next number.
 * @csspart skip-button - Goes on without an outcome.
 * @cssstate open - There is a call to finish; else the element takes no room.
 */
export class HsWrapUp extends HsElement {
  static override readonly tag = 'hs-wrap-up';

  static override styles = [sharedStyles, panelStyles, wrapUpStyles];

  /** What can come of a call: `[{ id, label }]`, ids of the account's call dispositions. Default: none, and no list. */
  @property({ attribute: false }) outcomes: readonly Outcome[] = [];

  /** Whether a call that was answered needs an outcome to be saved. Default: false. */
  @property({ type: Boolean, attribute: 'outcome-required' }) outcomeRequired = false;

  /** Whether the call is closed in HubSpot's help desk when it is saved. Default: false. */
  @property({ type: Boolean }) finalize = false;

  /** Whether HubSpot may close the widget once the call is saved. Default: it stays open. */
  @property({ type: Boolean, attribute: 'hide-widget' }) hideWidget = false;

  /** A number to call next. Default: the one HubSpot asked to dial meanwhile, if it did. */
  @property({ attribute: 'next-number' }) nextNumber: string | undefined;

  @state() private isIncomplete = false;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: (state) => [callToWrapUp(state), state.intent, state.calls.some(isLive)],
    follow: (now, previous) => {
      if (previous && callToWrapUp(now)?.externalCallId !== callToWrapUp(previous)?.externalCallId) {
        this.isIncomplete = false;
      }
    },
  });
  /** The bridge that waits with the completion of its calls because of this screen, and the way to end that. */
  #expecting: BridgeController['bridge'];
  #stopExpecting: (() => void) | undefined;

  /** Puts the focus on the first field. */
  override focus(options?: FocusOptions): void {
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('select, textarea')?.focus(options),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#expectWrapUp(undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.toggleState('open', this.#call !== undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) this.#expectWrapUp(this.#bridge.bridge);
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
    const next = this.#next;
    return html`
      <form part="base" novalidate aria-labelledby="title" @submit=${this.#onSubmit}>
        <h2 part="title" id="title">${localize.term(`end.${call.endStatus ?? 'COMPLETED'}`)}</h2>
        <p part="summary">${this.#renderSummary(call)}</p>
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
          <button part="save-button" class="main" type="submit" aria-disabled=${isPending ? 'true' : nothing}>
            ${localize.term(isPending ? 'saving' : call.saving === 'failed' ? 'tryAgain' : 'save')}
          </button>
          ${
            next
              ? html`<button part="next-button" class="quiet" type="submit" value="next">
                  ${localize.term('saveAndCall')} ${phoneNumber(next)}
                </button>`
              : nothing
          }
          <button part="skip-button" class="quiet" type="button" @click=${this.#onSkip}>
            ${localize.term('skip')}
          </button>
        </div>
      </form>
    `;
  }

  get #call(): Call | undefined {
    return callToWrapUp(this.#bridge.state);
  }

  get #next(): string | undefined {
    return this.nextNumber ?? this.#bridge.state?.intent?.phoneNumber;
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
            html`<option value=${id} ?selected=${id === engagement.outcome}>${label}</option>`,
        )}
      </select>
    `;
  }

  // A bridge waits with the completion of its calls as long as there is this screen.
  #expectWrapUp(bridge: BridgeController['bridge']): void {
    if (bridge === this.#expecting) return;
    this.#stopExpecting?.();
    this.#expecting = bridge;
    this.#stopExpecting = bridge?.expectWrapUp();
  }

  #updateDraft(engagement: EngagementDraft): void {
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
      toNumber: dialableNumber(next),
      fromNumber: state?.fromNumber,
      party: state && isIntended(state, next) ? state.intent?.party : undefined,
    });
  }

  #onSkip(): void {
    const call = this.#call;
    if (call) this.#complete(call);
  }

  #onNotes(event: Event): void {
    this.#updateDraft({ notes: (event.target as HTMLTextAreaElement).value });
  }

  #onOutcome(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.isIncomplete = false;
    this.#updateDraft({ outcome: value === '' ? undefined : value });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-wrap-up': HsWrapUp;
  }
}
