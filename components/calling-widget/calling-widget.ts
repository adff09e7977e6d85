/** `<hs-calling-widget>`: all other elements in one, as a whole phone. */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { callOffered, callOnLine, type Call, type WidgetState } from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import '../shared/further-words.js';
import { settings } from '../shared/icons.js';
import { LogOutQuestion } from '../login/log-out-question.js';
import { hasWindowNews } from '../shared/where-calls-are.js';
import { PressGuard } from '../shared/press-guard.js';
import { sharedStyles } from '../shared/shared.styles.js';
import type { Notice } from '../shared/terms.js';
import { notesStyles } from '../wrap-up/notes.styles.js';
import { callingWidgetStyles } from './calling-widget.styles.js';
import { ContentHeight } from './content-height.js';
import { HeaderMenu } from './header-menu.js';
import { HeaderPanel } from './header-panel.js';
import { HistoryPanel } from './history-panel.js';
import { Keyboard } from './keyboard.js';
import { noticeFor, renderNotice } from './notices.js';
import { DraftFields } from './draft-fields.js';
import { ourParts, type PartName } from './parts.js';
import { PageTitle, titleWords } from './page-title.js';
import { PhoneSettings } from './phone-settings.js';
import { focusTarget, mayMoveFocus } from './screen-focus.js';
import { hasStatus, screenOf, screens, subjectsOf, type Screen } from './screen.js';
import type { Shortcuts } from './shortcuts.js';

/**
 * A whole phone in one tag, for widgets from 400×600 px down to 250 px wide. It shows the screen for the present state, and
 * moves the focus to it. Every part can be replaced by one of the app's own in its slot: then ours is not there.
 *
 * @tag hs-calling-widget
 * @fires hs-log-out-request - The user wants to log out, by the menu. Cancelable.
 * @fires hs-error - A shortcut or a template for notes cannot be used: `INVALID_CONFIG`, not fatal. Does not bubble.
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
 * @slot queue - Instead of `<hs-call-queue>`, while there is a `queue`.
 * @slot calling-window - Instead of `<hs-calling-window>`, while another frame has the calls or is to have them.
 * @slot footer - Below everything.
 * @csspart header - The row at the top.
 * @csspart history-button - Opens the history. It is there while the phone is ready and there are calls to show.
 * @csspart history-badge - How many calls were missed and not seen yet.
 * @csspart settings-button - Opens the settings.
 * @csspart menu-button - Opens the menu.
 * @csspart menu - The menu.
 * @csspart shortcuts-button - Opens the list of shortcuts; in the menu.
 * @csspart log-out-button - Logs out; in the menu.
 * @csspart shortcuts - The list of shortcuts, with a `shortcuts-title` and a button `shortcuts-close`.
 * @csspart notice - Tells what HubSpot could not do.
 * @csspart skeleton - Placeholder while the widget connects to HubSpot.
 * @csspart screen - The present screen; the only part that scrolls.
 * @csspart notes - The field for notes during a call.
 * @csspart kept - Whether they are kept, should the page be loaded anew.
 * @csspart templates-button - Opens the list of templates for them.
 * @csspart templates - The list.
 * @csspart template - Each template.
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
export class HsCallingWidget extends PhoneSettings {
  static override readonly tag = 'hs-calling-widget';

  static override styles = [sharedStyles, notesStyles, LogOutQuestion.styles, callingWidgetStyles];

  static override properties: PropertyDeclarations = {
    autoResize: { type: Boolean, attribute: 'auto-resize' },
    keepTitle: { type: Boolean, attribute: 'keep-title' },
    shortcuts: { type: Object },
    notice: { attribute: false },
  };

  /** Whether HubSpot is asked for the height that the content needs, whenever that changes. Default: false. */
  autoResize = false;

  /** Whether the title of the page is left as it is. Default: false, during a call the title says what is going on. */
  keepTitle = false;

  /** Loads the elements that not every phone shows. @internal */
  static readonly later: Record<'history' | 'queue' | 'window', () => Promise<unknown>> = {
    history: () => Promise.resolve(),
    queue: () => Promise.resolve(),
    window: () => Promise.resolve(),
  };

  /**
   * The keys that press a button while the focus is in the phone: `{ mute, hold, end, answer, save, next }`, such as
   * `{ mute: 'Alt+M', next: '' }`, over the defaults; an empty text turns one off, `false` all. `next` also leaves
   * out who is next in the queue. Default: Alt+Shift+M, H, E, P, S, N.
   */
  shortcuts: Shortcuts | false | undefined;

  private notice: Notice | undefined;

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
      state.frame,
      state.host,
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
  readonly #history: HistoryPanel = new HistoryPanel(this, () => HsCallingWidget.later.history());
  readonly #guard = new PressGuard(this, () => subjectsOf(this.#bridge.state));
  readonly #keyboard: Keyboard = new Keyboard(this, this.#guard, () => this.#bridge.state);
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
    if (changed.has('queue') && this.queue.length > 0) void HsCallingWidget.later.queue();
    if (this.#hasWindowNews) void HsCallingWidget.later.window();
    for (const name of screens) this.toggleState(name, name === this.#screen);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // A notice is the first thing on the screen.
    if (changed.has('notice') && this.notice) this.renderRoot.querySelector('[part=screen]')?.scrollTo(0, 0);
    this.#height.observe(
      this.autoResize ? (this.renderRoot.querySelector('[part=base]') ?? undefined) : undefined,
    );
    this.#showTitle();
  }

  protected override render() {
    const screen = this.#screen;
    return html`
      <div part="base" ?data-grows=${this.autoResize}>
        ${this.#renderHeader()}
        <div part="screen">
          ${renderNotice(this.notice, this.localize, this.#onDismiss)}
          ${this.#logOut.render(this.#bridge.state, this.localize)}
          ${this.#hasWindowNews ? this.#renderPart('calling-window') : nothing}
          ${this.#settings.render(() => this.#renderPart('settings'))} ${this.#renderPart('incoming-call')}
          ${this.#renderPart('status', hasStatus(this.#bridge.state))}
          ${this.queue.length > 0 ? this.#renderPart('queue', ['ready', 'call', 'wrap-up'].includes(screen)) : nothing}
          ${this.#keyboard.renderList(this.localize)}
          ${screen === 'connecting' && (this.#bridge.state?.connection ?? 'failed') !== 'failed' ? html`<div part="skeleton" aria-hidden="true"></div>` : nothing}
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
    // The elements inside would find the bridge themselves, but only after they are inserted.
    const { bridge, state } = this.#bridge;
    const { externalCallId } = this.#call ?? {};
    const given = { phone: this, bridge, externalCallId, content, hasRecent: this.#history.hasCalls(state) };
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

  get #hasWindowNews(): boolean {
    const { state } = this.#bridge;
    return state !== undefined && hasWindowNews(state);
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
        ${mayLogOut ? this.#menu.render(this.#keyboard.menuItems(this.localize), this.#onLogOut) : nothing}
      </header>
    `;
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    this.#history.follow(now, previous);
    this.#keyboard.follow(now, this.localize);
    const screen = screenOf(now);
    const [call, before] = [callOnLine(now), callOnLine(previous)];
    // Where End was, that of another call would be pressed.
    const isAnother = call?.externalCallId !== before?.externalCallId;
    const isTurn = isAnother || (call?.phase === 'active' && before?.phase !== 'active');
    if (!previous || (screen === screenOf(previous) && !isTurn)) return;
    if (screen === 'call') this.notice = undefined;
    if (screen !== 'incoming') this.#keyboard.isOpen = false;
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
