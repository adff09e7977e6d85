/** `<hs-calling-widget>`: all other elements in one, as a whole phone. */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { callNoted, callOffered, callOnLine, type Call, type WidgetState } from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { iconButton } from '../shared/icon-button.js';
import { settings } from '../shared/icons.js';
import { PressGuard } from '../shared/press-guard.js';
import { sharedStyles } from '../shared/shared.styles.js';
import type { Notice } from '../shared/terms.js';
import type { Outcome } from '../wrap-up/wrap-up.js';
import { callingWidgetStyles } from './calling-widget.styles.js';
import { ContentHeight } from './content-height.js';
import { HeaderMenu } from './header-menu.js';
import { noticeFor, renderNotice } from './notices.js';
import { renderNotes } from './notes-field.js';
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
 * @slot settings - Instead of `<hs-device-settings>`.
 * @slot footer - Below everything.
 * @csspart header - The row at the top.
 * @csspart settings-button - Opens the settings.
 * @csspart menu-button - Opens the menu.
 * @csspart menu - The menu.
 * @csspart log-out-button - Logs out; in the menu.
 * @csspart notice - Tells what HubSpot could not do.
 * @csspart skeleton - Placeholder while the widget connects to HubSpot.
 * @csspart screen - The present screen; the only part that scrolls.
 * @csspart notes - The field for notes during a call.
 * @cssstate connecting - It waits for HubSpot.
 * @cssstate login - The user is not logged in.
 * @cssstate ready - There is no call, and one can be started.
 * @cssstate incoming - An inbound call rings.
 * @cssstate call - There is a call on the line, or an outbound one rings.
 * @cssstate wrap-up - A call has ended and waits to be saved.
 */
export class HsCallingWidget extends HsElement {
  static override readonly tag = 'hs-calling-widget';

  static override styles = [sharedStyles, fieldStyles, callingWidgetStyles];

  static override properties: PropertyDeclarations = {
    autoDial: { type: Boolean, attribute: 'auto-dial' },
    outcomes: { attribute: false },
    outcomeRequired: { type: Boolean, attribute: 'outcome-required' },
    autoResize: { type: Boolean, attribute: 'auto-resize' },
    keepTitle: { type: Boolean, attribute: 'keep-title' },
    isSettingUp: { attribute: false },
    notice: { attribute: false },
  };

  /** Whether a number that HubSpot asks to dial is called at once. Default: false, it is put into the dialer. */
  autoDial = false;

  /** The outcomes to choose from after a call: `[{ id, label }]`; see `<hs-wrap-up>`. Default: none. */
  outcomes: readonly Outcome[] = [];

  /** Whether an answered call can be saved only with an outcome. Default: false. */
  outcomeRequired = false;

  /** Whether HubSpot is asked for the height that the content needs, whenever that changes. Default: false. */
  autoResize = false;

  /** Whether the title of the page is left as it is. Default: false, during a call the title says what is going on. */
  keepTitle = false;

  private isSettingUp = false;
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
  readonly #menu: HeaderMenu = new HeaderMenu(this, this.localize);

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
        <div part="screen">
          ${this.#renderSettings()} ${this.#renderPart('incoming-call')}
          ${this.#renderPart('status', hasStatus(this.#bridge.state))}
          ${this.#isWaiting ? html`<div part="skeleton" aria-hidden="true"></div>` : nothing}
          ${this.#renderPart('call-controls', screen === 'call', this.#renderNotes())}
          ${this.#renderPart('login', screen === 'login')}
          ${this.#renderPart('wrap-up', screen === 'wrap-up')}
          ${this.#renderPart('dialer', ['ready', 'incoming'].includes(screen), this.#renderPart('from-number'))}
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
    const { autoDial, outcomes, outcomeRequired } = this;
    // The elements inside would find the bridge themselves, but only after they are inserted.
    const { bridge } = this.#bridge;
    const { externalCallId } = this.#call ?? {};
    const given = { bridge, externalCallId, autoDial, outcomes, outcomeRequired, content };
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

  /** The call that notes are written for. */
  get #noted(): Call | undefined {
    return callNoted(this.#bridge.state);
  }

  get #screen(): Screen {
    return screenOf(this.#bridge.state);
  }

  get #isWaiting(): boolean {
    return this.#screen === 'connecting' && this.#bridge.state?.connection === 'connecting';
  }

  #renderHeader() {
    const { state } = this.#bridge;
    const mayChoose = state?.voice?.capabilities.devices ?? false;
    const mayLogOut = state?.user.loggedIn && this.#screen !== 'connecting';
    return html`
      <header part="header">
        <hs-availability
          .bridge=${this.#bridge.bridge}
          ?hidden=${this.#screen === 'connecting'}
        ></hs-availability>
        <slot name="header"></slot>
        ${
          mayChoose
            ? iconButton({
                part: 'settings-button',
                name: this.localize.term('settings'),
                shape: settings,
                isExpanded: this.isSettingUp,
                onClick: this.#onSettings,
              })
            : nothing
        }
        ${mayLogOut ? this.#menu.render(this.#onLogOut) : nothing}
      </header>
    `;
  }

  #renderSettings() {
    return this.isSettingUp
      ? html`<div class="settings" @keydown=${this.#onSettingsKey}>${this.#renderPart('settings')}</div>`
      : nothing;
  }

  #renderNotes() {
    return renderNotes(this.#noted, this.#bridge.state, this.localize, this.#onNotes);
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
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

  readonly #onSettings = (): void => {
    this.isSettingUp = !this.isSettingUp;
  };

  #onSettingsKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.isSettingUp = false;
    this.renderRoot.querySelector<HTMLElement>('[part=settings-button]')?.focus();
  }

  #onSlotChange(): void {
    this.requestUpdate();
  }

  readonly #onDismiss = (): void => {
    this.notice = undefined;
  };

  readonly #onLogOut = (): void => {
    this.#bridge.request('hs-log-out-request', undefined);
  };

  readonly #onNotes = (event: Event): void => {
    const externalCallId = this.#noted?.externalCallId;
    const notes = (event.target as HTMLTextAreaElement).value;
    if (externalCallId !== undefined)
      this.#bridge.bridge?.updateCall({ externalCallId, engagement: { notes } });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-widget': HsCallingWidget;
  }
}
