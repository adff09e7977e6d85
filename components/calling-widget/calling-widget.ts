/** `<hs-calling-widget>`: all other elements in one, as a whole phone. */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { callOffered, callOnLine, type Call, type WidgetState } from '../../src/index.js';
import type { Directory } from '../call-controls/read-people.js';
import type { LoadPage } from '../call-history/pages.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { settings } from '../shared/icons.js';
import { LogOutQuestion } from '../login/log-out-question.js';
import { PressGuard } from '../shared/press-guard.js';
import { sharedStyles } from '../shared/shared.styles.js';
import type { Notice } from '../shared/terms.js';
import type { AvailabilityReason } from '../availability/availability.js';
import type { Outcomes } from '../wrap-up/wrap-up.js';
import { callingWidgetStyles } from './calling-widget.styles.js';
import { ContentHeight } from './content-height.js';
import { HeaderMenu } from './header-menu.js';
import { HeaderPanel } from './header-panel.js';
import { HistoryPanel } from './history-panel.js';
import { noticeFor, renderNotice } from './notices.js';
import { DraftFields } from './draft-fields.js';
import { ourParts, type PartName } from './parts.js';
import { PageTitle, titleWords } from './page-title.js';
import { focusTarget, mayMoveFocus } from './screen-focus.js';
import { hasStatus, screenOf, screens, subjectsOf, type Screen } from './screen.js';

/**
 * A whole phone in one tag, for widgets from 400×600 px down to 250 px wide. It shows the screen for the present state, and
 * moves the focus to it. Every part can be replaced by one of the app's own in its slot: then ours is not there.
 *
 * @tag hs-calling-widget
 * @slot header - In the header, beside the availability.
 * @slot login - Instead of `<hs-login>`.
 * @slot login-form - The app's form in `<hs-login>`.
 * @slot status - Instead of `<hs-call-status>`.
 * @slot incoming-call - Instead of `<hs-incoming-call>`.
 * @slot call-controls - Instead of `<hs-call-controls>`.
 * @slot wrap-up - Instead of `<hs-wrap-up>`.
 * @slot wrap-up-fields - Further fields in `<hs-wrap-up>`.
 * @slot from-number - Instead of `<hs-from-number>`.
 * @slot dialer - Instead of `<hs-dialer>`.
 * @slot call-history - Instead of `<hs-call-history>`.
 * @slot settings - Instead of `<hs-device-settings>`.
 * @slot footer - Below everything.
 * @csspart header - The row at the top.
 * @csspart history-button - Opens the history. It is there while the phone is ready and there are calls to show.
 * @csspart history-badge - How many calls were missed and not seen yet.
 * @csspart settings-button - Opens the settings.
 * @csspart menu-button - Opens the menu.
 * @csspart menu - The menu.
 * @csspart log-out-button - Logs out; in the menu.
 * @csspart notice - Tells what HubSpot could not do.
 * @csspart skeleton - Placeholder while the widget connects to HubSpot.
 * @csspart screen - The present screen; the only part that scrolls.
 * @csspart notes - The field for notes during a call.
 * @csspart outcome - The list of outcomes during a call.
 * @csspart log-out-question - Asks whether to log out during a call.
 * @csspart stay-button - Does not log out.
 * @csspart confirm-button - Logs out all the same.
 * @cssstate connecting - It waits for HubSpot.
 * @cssstate login - The user is not logged in.
 * @cssstate ready - There is no call, and one can be started.
 * @cssstate incoming - An inbound call rings.
 * @cssstate call - There is a call on the line, or an outbound one rings.
 * @cssstate wrap-up - A call has ended and waits to be saved.
 */
export class HsCallingWidget extends HsElement {
  static override readonly tag = 'hs-calling-widget';

  static override styles = [sharedStyles, fieldStyles, LogOutQuestion.styles, callingWidgetStyles];

  static override properties: PropertyDeclarations = {
    autoDial: { type: Boolean, attribute: 'auto-dial' },
    outcomes: { attribute: false },
    outcomeRequired: { type: Boolean, attribute: 'outcome-required' },
    loadPage: { attribute: false },
    directory: { attribute: false },
    availabilityReasons: { type: Array, attribute: 'availability-reasons' },
    afterCallWorkMs: { type: Number, attribute: 'after-call-work-ms' },
    autoResize: { type: Boolean, attribute: 'auto-resize' },
    keepTitle: { type: Boolean, attribute: 'keep-title' },
    notice: { attribute: false },
  };

  /** Whether a number that HubSpot asks to dial is called at once. Default: false, it is put into the dialer. */
  autoDial = false;

  /** The outcomes to choose from, in a call and after it: `[{ id, label }]`, or a function; see `<hs-wrap-up>`. Default: none. */
  outcomes: Outcomes = [];

  /** Whether an answered call can be saved only with an outcome. Default: false. */
  outcomeRequired = false;

  /** Loads earlier calls into the history; see `<hs-call-history>`. Default: none, it shows the calls of this session. */
  loadPage: LoadPage | undefined;

  /** Finds whom a call can be handed over to; see `<hs-call-controls>`. Default: none. */
  directory: Directory | undefined;

  /** Why the user takes calls or not: `[{ id, label, available }]`; see `<hs-availability>`. Default: none. */
  availabilityReasons: readonly AvailabilityReason[] = [];

  /** How long the user is unavailable after a call, in ms; see `<hs-availability>`. Default: 0, not at all. */
  afterCallWorkMs = 0;

  /** Whether HubSpot is asked for the height that the content needs, whenever that changes. Default: false. */
  autoResize = false;

  /** Whether the title of the page is left as it is. Default: false, during a call the title says what is going on. */
  keepTitle = false;

  /** Loads `<hs-call-history>`. @internal */
  static loadHistory: () => Promise<unknown> = () => Promise.resolve();

  private notice: Notice | undefined;

  constructor() {
    super();
    new PressGuard(this, () => subjectsOf(this.#bridge.state));
  }

  readonly #bridge: BridgeController = new BridgeController(this, {
    // Also for a wrap-up of the app in the slot.
    wrapsUp: true,
    select: (state) => [
      subjectsOf(state),
      state.connection,
      state.calls,
      state.focus,
      state.user,
      state.voice,
      state.history,
      state.historySeenAt,
    ],
    follow: (now, previous) => {
      this.#follow(now, previous);
    },
    fail: (error) => {
      this.notice = noticeFor(error.code) ?? this.notice;
    },
    hear: (type) => {
      this.notice = noticeFor(type) ?? this.notice;
    },
  });
  readonly #height = new ContentHeight((height) => this.#bridge.bridge?.resizeWidget({ height }));
  readonly #title = new PageTitle();
  readonly #settings = new HeaderPanel(this, { part: 'settings-button', shape: settings });
  readonly #history: HistoryPanel = new HistoryPanel(this, () => HsCallingWidget.loadHistory());
  readonly #menu: HeaderMenu = new HeaderMenu(this, this.localize);
  readonly #draft: DraftFields = new DraftFields(this, this.#bridge);
  readonly #logOut: LogOutQuestion = new LogOutQuestion(this, () => {
    this.#bridge.request('hs-log-out-request', undefined);
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#height.observe(undefined);
    this.#title.restore();
    this.#menu.close();
  }

  /** Puts the focus on the present screen. */
  override focus(): void {
    focusTarget(this.renderRoot, this.#screen)?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    for (const name of screens) this.toggleState(name, name === this.#screen);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#height.observe(
      this.autoResize ? (this.renderRoot.querySelector('[part=base]') ?? undefined) : undefined,
    );
    this.#showTitle();
  }

  protected override render() {
    const screen = this.#screen;
    return html`
      <div part="base" ?data-grows=${this.autoResize}>
        ${this.#renderHeader()} ${renderNotice(this.notice, this.localize, this.#onDismiss)}
        ${this.#logOut.render(this.#bridge.state, this.localize)}
        <div part="screen">
          ${this.#settings.render(() => this.#renderPart('settings'))} ${this.#renderPart('incoming-call')}
          ${this.#renderPart('status', hasStatus(this.#bridge.state))}
          ${screen === 'connecting' && this.#bridge.state?.connection === 'connecting' ? html`<div part="skeleton" aria-hidden="true"></div>` : nothing}
          ${this.#renderPart('call-controls', screen === 'call', this.#draft.render(this.outcomes, this.localize))}
          ${this.#renderPart('login', screen === 'login')}
          ${this.#renderPart('wrap-up', screen === 'wrap-up')}
          ${this.#history.render(() => this.#renderPart('call-history'))}
          ${this.#renderPart('dialer', ['ready', 'incoming'].includes(screen) && !this.#history.isOpen, this.#renderPart('from-number'))}
        </div>
        <slot name="footer"></slot>
      </div>
    `;
  }

  /**
   * A slot with our element in it. Beside one of the app's own ours is not there, since it would act unseen. What belongs
   * into our element stands before the app's own.
   */
  #renderPart(name: PartName, isShown = true, content?: unknown): TemplateResult {
    const isFilled = [...this.children].some(({ slot }) => slot === name);
    const { autoDial, outcomes, outcomeRequired, loadPage, directory } = this;
    // The elements inside would find the bridge themselves, but only after they are inserted.
    const { bridge, state } = this.#bridge;
    const { externalCallId } = this.#call ?? {};
    const chosen = {
      autoDial,
      outcomes,
      outcomeRequired,
      loadPage,
      directory,
      hasRecent: this.#history.hasCalls(state),
    };
    const given = { ...chosen, bridge, externalCallId, content };
    return html`${isFilled && isShown ? content : nothing}<slot
        name=${name}
        ?hidden=${!isShown}
        @slotchange=${this.#onSlotChange}
        >${isFilled ? nothing : ourParts[name](given)}</slot
      >`;
  }

  /** The call on the line. */
  get #call(): Call | undefined {
    return callOnLine(this.#bridge.state);
  }

  get #screen(): Screen {
    return screenOf(this.#bridge.state);
  }

  #renderHeader() {
    const { state } = this.#bridge;
    const mayChoose = state?.voice?.capabilities.devices ?? false;
    const mayLogOut = state?.user.loggedIn && this.#screen !== 'connecting';
    return html`
      <header part="header">
        <hs-availability
          .bridge=${this.#bridge.bridge}
          .availabilityReasons=${this.availabilityReasons}
          .afterCallWorkMs=${this.afterCallWorkMs}
          ?hidden=${this.#screen === 'connecting'}
        ></hs-availability>
        <slot name="header"></slot>
        ${this.#history.headerButton(state, this.loadPage !== undefined, this.localize)}
        ${mayChoose ? this.#settings.button(this.localize.term('settings')) : nothing}
        ${mayLogOut ? this.#menu.render(this.#onLogOut) : nothing}
      </header>
    `;
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    this.#history.follow(now, previous);
    const screen = screenOf(now);
    const [call, before] = [callOnLine(now), callOnLine(previous)];
    // Where End was, that of another call would be pressed.
    const isAnother = call?.externalCallId !== before?.externalCallId;
    const isTurn = isAnother || (call?.phase === 'active' && before?.phase !== 'active');
    if (!previous || (screen === screenOf(previous) && !isTurn)) return;
    if (screen === 'call') this.notice = undefined;
    if (!mayMoveFocus(this, screen)) return;
    // The new screen is focused once it is drawn.
    this.requestUpdate();
    void this.updateComplete.then(() => focusTarget(this.renderRoot, screen)?.focus());
  }

  #showTitle(): void {
    if (!this.isConnected) return;
    const call = this.#call ?? callOffered(this.#bridge.state);
    this.#title.show(call && !this.keepTitle ? titleWords(call, this.localize) : undefined);
  }

  #onSlotChange(): void {
    this.requestUpdate();
  }

  readonly #onDismiss = (): void => {
    this.notice = undefined;
  };

  readonly #onLogOut = (): void => {
    this.#logOut.ask(this.#bridge.state);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-widget': HsCallingWidget;
  }
}
