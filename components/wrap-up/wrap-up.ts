/** `<hs-wrap-up>`: the form after a call, for its outcome and notes. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  awaitsWrapUp,
  callToWrapUp,
  formatNumber,
  isIntended,
  isSameNumber,
  numberToDial,
  keepsNotes,
  type Call,
  type EngagementDraft,
} from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { phoneNumber } from '../shared/phone-number.js';
import { panelStyles } from '../shared/panel.styles.js';
import { PressGuard } from '../shared/press-guard.js';
import { screenStyles } from '../shared/screen.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { wordsFor } from '../shared/spoken-who.js';
import { whoStyles } from '../shared/who.styles.js';
import { whoAndEnd } from './who-and-end.js';
import { copyText, renderKeptNotes, type Copying } from './kept-notes.js';
import { renderOutcomes, type Outcome } from './outcome-field.js';
import { wrapUpStyles } from './wrap-up.styles.js';

export type { Outcome };

/**
 * The form after a call: its outcome, notes and duration. Each change is stored with the call at once, so that nothing is
 * lost if HubSpot cannot save it. While this element is in the page, calls that have ended wait to be saved. The notes of a
 * call that was handed over are written with it; where HubSpot did not save them, they are shown to be copied.
 *
 * @tag hs-wrap-up
 * @fires hs-complete-request - Save the call, or skip saving: `{ externalCallId, engagement, hideWidget }`. Cancelable.
 * @fires hs-finalize-request - Close the call in HubSpot's help desk: `{ externalCallId }`. Cancelable.
 * @fires hs-call-request - Call the next number, after saving: `{ toNumber, fromNumber, party }`. Cancelable.
 * @slot - Further fields of the app, which stores their values with `updateCall({ engagement: { properties } })`.
 * @csspart base - Around everything.
 * @csspart avatar - The initials.
 * @csspart title - Who it was.
 * @csspart summary - How the call ended, and the talk time.
 * @csspart label - Each label.
 * @csspart outcome - The list of outcomes.
 * @csspart notes - The notes.
 * @csspart error - That the outcome is missing, or why saving failed.
 * @csspart dock - The row at the end, with the buttons. It stays in sight.
 * @csspart copy-button - Copies the notes that HubSpot did not save.
 * @csspart close-button - Is done with them.
 * @csspart save-button - Saves.
 * @csspart next-button - Saves and calls the next number.
 * @csspart skip-button - Goes on without an outcome. It is there only where none is required.
 * @cssstate open - A call has ended and waits to be saved. Otherwise the element is hidden.
 */
export class HsWrapUp extends HsElement {
  static override readonly tag = 'hs-wrap-up';

  static override styles = [sharedStyles, panelStyles, screenStyles, fieldStyles, whoStyles, wrapUpStyles];

  static override properties: PropertyDeclarations = {
    outcomes: { attribute: false },
    outcomeRequired: { type: Boolean, attribute: 'outcome-required' },
    finalize: { type: Boolean },
    hideWidget: { type: Boolean, attribute: 'hide-widget' },
    nextNumber: { attribute: 'next-number' },
    isIncomplete: { attribute: false },
    copying: { attribute: false },
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
  private copying: Copying | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, {
    wrapsUp: true,
    select: (state) => [callToWrapUp(state), state.intent, state.calls],
    follow: (now, previous) => {
      if (previous && callToWrapUp(now)?.externalCallId !== callToWrapUp(previous)?.externalCallId) {
        this.isIncomplete = false;
        this.copying = undefined;
      }
    },
  });

  constructor() {
    super();
    new PressGuard(this, () => String(this.#call?.externalCallId));
  }

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
    if (keepsNotes(call)) return this.#renderKept(call);
    const isPending = call.saving === 'pending';
    const error = call.saving === 'failed' ? localize.term('savingFailed', call.failure) : undefined;
    const saveWords = localize.term(isPending ? 'saving' : call.saving === 'failed' ? 'tryAgain' : 'save');
    const { state } = this.#bridge;
    const next = this.#next;
    return html`
      <form part="base" class="column" novalidate aria-labelledby="title summary" @submit=${this.#onSubmit}>
        ${whoAndEnd(call, localize)} ${this.outcomes.length > 0 ? this.#renderOutcomes(call) : nothing}
        <label part="label" for="notes">${localize.term('notes')}</label>
        <textarea
          id="notes"
          part="notes"
          rows="3"
          .value=${call.engagement.notes ?? ''}
          @input=${this.#onNotes}
        ></textarea>
        <slot></slot>
        ${this.isIncomplete ? nothing : html`<p part="error" role="alert">${error ?? nothing}</p>`}
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
              this.#isOutcomeRequired(call)
                ? nothing
                : html`<button
                    part="skip-button"
                    class="ghost"
                    type="button"
                    aria-label=${wordsFor(call, localize.term('skip'), state, localize)}
                    @click=${this.#onSkip}
                  >
                    ${localize.term('skip')}
                  </button>`
            }
          </div>
          ${
            next
              ? html`<button part="next-button" class="quiet" type="submit" value="next">
                  ${localize.term('saveAndCall')}
                  ${phoneNumber(next.toNumber, localize, formatNumber(next.toNumber, next.countryCode))}
                </button>`
              : nothing
          }
        </div>
      </form>
    `;
  }

  get #call(): Call | undefined {
    return callToWrapUp(this.#bridge.state);
  }

  #renderKept(call: Call) {
    return renderKeptNotes({
      call,
      localize: this.localize,
      copying: this.copying,
      onCopy: () => void this.#copy(),
      onClose: () =>
        this.#bridge.request('hs-complete-request', {
          externalCallId: call.externalCallId,
          hideWidget: false,
        }),
    });
  }

  /** The number to call next, and how it is dialled. HubSpot may ask again for who was just called: not for them. */
  get #next(): { readonly toNumber: string; readonly countryCode: string | undefined } | undefined {
    const intent = this.nextNumber === undefined ? this.#bridge.state?.intent : undefined;
    const { toNumber } = numberToDial(this.nextNumber ?? intent?.phoneNumber ?? '', intent?.countryCode);
    // From the last form that is open: a call would bury the others.
    if (this.#bridge.state?.calls.some((call) => call !== this.#call && awaitsWrapUp(call))) return undefined;
    const isCalled = intent && isSameNumber(this.#call?.toNumber ?? '', toNumber);
    if (toNumber === '' || isCalled) return undefined;
    return { toNumber, countryCode: intent?.countryCode };
  }

  #renderOutcomes(call: Call) {
    return renderOutcomes({
      outcomes: this.outcomes,
      chosen: call.engagement.outcome,
      isRequired: this.#isOutcomeRequired(call),
      isMissing: this.isIncomplete,
      localize: this.localize,
      onChange: this.#onOutcome,
    });
  }

  #isOutcomeRequired({ answeredAt }: Call): boolean {
    return this.outcomeRequired && this.outcomes.length > 0 && answeredAt !== undefined;
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
    if (this.#isOutcomeRequired(call) && !call.engagement.outcome) {
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

  async #copy(): Promise<void> {
    const notes = this.renderRoot.querySelector('textarea');
    if (notes) this.copying = await copyText(notes);
  }

  #onNotes(event: Event): void {
    this.#storeDraft({ notes: (event.target as HTMLTextAreaElement).value });
  }

  readonly #onOutcome = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.isIncomplete = false;
    this.#storeDraft({ outcome: value === '' ? undefined : value });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-wrap-up': HsWrapUp;
  }
}
