/** `<hs-wrap-up>`: the form after a call, for its outcome and notes. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  callToWrapUp,
  awaitsWrapUp,
  findCall,
  isAttended,
  isOver,
  keepsNotes,
  type Call,
  type EngagementDraft,
  type Outcome,
  type WidgetState,
} from '../../src/index.js';
import { announce } from '../shared/announcer.js';
import { BridgeController } from '../shared/bridge-controller.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { focusedIn } from '../shared/keep-focus.js';
import { panelStyles } from '../shared/panel.styles.js';
import { PressGuard } from '../shared/press-guard.js';
import { screenStyles } from '../shared/screen.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { whoStyles } from '../shared/who.styles.js';
import { renderDock } from './dock.js';
import { renderKeptNotes, type Copying } from './kept-notes.js';
import { chosenOutcome, renderOutcomes, shownOutcomes } from './outcome-field.js';
import { digitPressed, firstField } from './outcome-keys.js';
import { OutcomeSource, type OutcomeLoader, type Outcomes } from './outcome-source.js';
import type { NoteTemplate, NoteTemplates } from './note-template.js';
import { NotesField } from './notes-field.js';
import { notesStyles } from './notes.styles.js';
import { NextName, nextNumber, type NextNumber } from './next-number.js';
import { whoAndEnd } from './who-and-end.js';
import { wrapUpStyles } from './wrap-up.styles.js';

export type { NoteTemplate, NoteTemplates, Outcome, OutcomeLoader, Outcomes };

/**
 * The form after a call: its outcome, notes and duration. A number key chooses the outcome with its number. Each change is
 * stored with the call at once, so that nothing is lost if HubSpot cannot save it. While this element is in the page, calls
 * that have ended wait to be saved. The notes of a call that was handed over are written with it; where HubSpot did not save
 * them, they are shown to be copied.
 *
 * @tag hs-wrap-up
 * @fires hs-error - A template for notes cannot be used: `INVALID_CONFIG`, not fatal. Does not bubble.
 * @fires hs-complete-request - Save the call, or skip saving: `{ externalCallId, engagement, hideWidget }`. Cancelable.
 * @fires hs-finalize-request - Close the call in HubSpot's help desk: `{ externalCallId }`. Cancelable.
 * @fires hs-call-request - Call this number: `{ toNumber, fromNumber, party }`. Cancelable.
 * @slot - Further fields of the app, which stores their values with `updateCall({ engagement: { properties } })`.
 * @csspart base - Around everything.
 * @fires hs-navigate-request - Open the record: `{ objectCoordinates, openIn }`. Cancelable.
 * @csspart avatar - The picture or the initials.
 * @csspart title - Who it was.
 * @csspart company - Their company.
 * @csspart open-record - Opens their record, or the page about them.
 * @csspart summary - How the call ended, and the talk time.
 * @csspart more - How many calls are still to be finished, after one was saved.
 * @csspart label - Each label.
 * @csspart outcomes - The tiles with the outcomes, where there are up to six.
 * @csspart outcome - Each tile; where there are more than six outcomes, the list of them.
 * @csspart suggested - Says that the outcome is a suggestion.
 * @csspart loading - Says that the outcomes are being loaded.
 * @csspart retry-button - Loads them again, after that has failed.
 * @csspart notes - The notes.
 * @csspart kept - Whether they are kept, should the page be loaded anew.
 * @csspart templates-button - Opens the list of templates for them.
 * @csspart templates - The list.
 * @csspart template - Each template.
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

  static override styles = [sharedStyles, panelStyles, screenStyles, whoStyles, notesStyles, wrapUpStyles];

  static override properties: PropertyDeclarations = {
    outcomes: { attribute: false },
    outcomeRequired: { type: Boolean, attribute: 'outcome-required' },
    finalize: { type: Boolean },
    hideWidget: { type: Boolean, attribute: 'hide-widget' },
    nextNumber: { attribute: 'next-number' },
    noteTemplates: { attribute: false },
    isIncomplete: { attribute: false },
    isNext: { attribute: false },
    copying: { attribute: false },
  };

  /**
   * The outcomes to choose from: `[{ id, label }]`, with the ids of the account's call dispositions; or a function of the
   * call and an `AbortSignal` that tells them, at once or as a promise, within 10 s. Default: none.
   */
  outcomes: Outcomes = [];

  /** Whether an answered call can be saved only with an outcome. Default: false. */
  outcomeRequired = false;

  /** Whether saving also closes the call in HubSpot's help desk. Default: false. */
  finalize = false;

  /** Whether HubSpot closes the widget once the call is saved. Default: false. */
  hideWidget = false;

  /** A number to call next. Default: the one that HubSpot asked to dial meanwhile, if any. */
  nextNumber: string | undefined;

  /** Texts to put into the notes: `[{ label, text }]`, or texts only. Default: none. */
  noteTemplates: NoteTemplates = [];

  private isIncomplete = false;
  /** It follows the form of a call that was saved. */
  private isNext = false;
  private copying: Copying | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, {
    wrapsUp: true,
    select: (state) => [callToWrapUp(state), state.intent, state.calls, state.connection],
    follow: (now, previous) => {
      if (previous) this.#follow(now, previous);
    },
  });

  readonly #nextName: NextName = new NextName(this, this.#bridge);
  readonly #guard = new PressGuard(this, () => String(this.#call?.externalCallId));
  readonly #source: OutcomeSource = new OutcomeSource(this);
  readonly #notes: NotesField = new NotesField(this, this.#bridge);

  /** Puts the focus on the first field. */
  override focus(options?: FocusOptions): void {
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(firstField)?.focus(options),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const call = this.#call;
    this.toggleOpen(call !== undefined);
    this.#source.use(this.outcomes, call && !keepsNotes(call) ? call : undefined);
  }

  protected override render() {
    const call = this.#call;
    if (!call) return nothing;
    const { localize } = this;
    if (keepsNotes(call)) return this.#renderKept(call);
    const error = call.saving === 'failed' ? localize.term('savingFailed', call.failure) : undefined;
    const [{ state }, next] = [this.#bridge, this.#next];
    const nextName = this.#nextName.of(next);
    return html`
      <form
        part="base"
        class="column"
        novalidate
        aria-labelledby="title summary"
        @submit=${this.#onSubmit}
        @keydown=${this.#onKeydown}
      >
        ${whoAndEnd(call, this.#bridge, localize, this.#more)} ${this.#renderOutcomes(call)}
        ${this.#notes.render(call, localize, 'label')}
        <slot></slot>
        ${this.isIncomplete ? nothing : html`<p part="error" role="alert">${error ?? nothing}</p>`}
        ${renderDock({ call, state, localize, next, nextName, maySkip: !this.#isOutcomeRequired(call), onSkip: this.#onSkip })}
      </form>
    `;
  }

  get #call(): Call | undefined {
    return callToWrapUp(this.#bridge.state);
  }

  /** How many calls are to be finished, in words, once one was saved. */
  get #more(): string | undefined {
    const count = this.#bridge.state?.calls.filter(awaitsWrapUp).length ?? 0;
    return this.isNext && count > 0 ? this.localize.term('moreToFinish', String(count)) : undefined;
  }

  #renderKept(call: Call) {
    return renderKeptNotes({
      call,
      bridge: this.#bridge,
      localize: this.localize,
      more: this.#more,
      copying: this.copying,
      onCopied: (how) => {
        this.copying = how;
      },
      onClose: () =>
        this.#bridge.request('hs-complete-request', {
          externalCallId: call.externalCallId,
          hideWidget: false,
        }),
    });
  }

  get #next(): NextNumber | undefined {
    return nextNumber(this.nextNumber, this.#call, this.#bridge.state);
  }

  #renderOutcomes(call: Call) {
    return renderOutcomes({
      call,
      source: this.#source,
      isRequired: this.#isOutcomeRequired(call),
      isMissing: this.isIncomplete,
      localize: this.localize,
      onChoose: this.#choose,
      onRetry: () => {
        this.#source.retry();
        this.requestUpdate();
      },
    });
  }

  #isOutcomeRequired(call: Call): boolean {
    return this.outcomeRequired && this.#source.mayBeRequired(call);
  }

  #follow(now: WidgetState, previous: WidgetState): void {
    const [id, before] = [now, previous].map((state) => callToWrapUp(state)?.externalCallId);
    if (id === before) return;
    const left = findCall(now, before);
    this.isNext = left !== undefined && isOver(left) && isAttended(left) && !awaitsWrapUp(left);
    [this.isIncomplete, this.copying] = [false, undefined];
    if (this.#more) announce(this.ownerDocument, this.#more, `more ${String(before)}`);
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
    const outcome = chosenOutcome(call, this.#source.outcomes);
    if (this.#isOutcomeRequired(call) && outcome === '') {
      this.isIncomplete = true;
      this.focus();
      return;
    }
    // Saved with what is suggested, in sight.
    if (outcome !== '') this.#storeDraft({ outcome });
    const [{ state }, next] = [this.#bridge, this.#next];
    const isNextWanted = (event.submitter as HTMLButtonElement | null)?.value === 'next';
    if (!this.#complete(call) || !isNextWanted || !next) return;
    this.#bridge.request('hs-call-request', {
      toNumber: next.toNumber,
      fromNumber: state?.fromNumber,
      party: next.party,
    });
  }

  readonly #choose = (outcome: string): void => {
    this.isIncomplete = false;
    this.#storeDraft({ outcome });
  };

  readonly #onSkip = (): void => {
    const call = this.#call;
    if (call) this.#complete(call);
  };

  #onKeydown(event: KeyboardEvent): void {
    const call = this.#call;
    const digit = digitPressed(event);
    if (!call || digit === undefined || !this.#guard.allows(event)) return;
    const outcome = shownOutcomes(call, this.#source.outcomes)[digit - 1];
    if (!outcome) return;
    event.preventDefault();
    this.#choose(outcome.id);
    // Who goes through the tiles by arrow keys goes on from there.
    if (focusedIn(this)?.matches('[name=outcome]')) this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-wrap-up': HsWrapUp;
  }
}
