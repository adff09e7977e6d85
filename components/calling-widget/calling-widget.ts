/** `<hs-calling-widget>`: a whole phone. */
import { html, nothing, type PropertyValues } from 'lit';
import { isOffered, isTaken, latestCall, type Call, type WidgetState } from '../../src/index.js';
import { phaseText, spokenText } from '../call-status/texts.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { icon } from '../shared/icon.js';
import { logOut, settings } from '../shared/icons.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import type { Notice } from '../shared/terms.js';
import type { Outcome } from '../wrap-up/wrap-up.js';
import { callingWidgetStyles } from './calling-widget.styles.js';
import { ContentHeight } from './content-height.js';
import { noticeFor } from './notices.js';
import { screenOf, type Screen } from './screen.js';

/** The part of each screen that is of most use to who comes to it. */
const first: Partial<Record<Screen, string>> = {
  login: 'hs-login',
  ready: 'hs-dialer',
  call: 'hs-call-controls',
  'wrap-up': 'hs-wrap-up',
};

/**
 * A phone as a whole: shows the screen that belongs to the state and moves the focus along, for widgets of 400×600 down
 * to 250 wide. Every part can be replaced by one of your own in its slot.
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
 * @csspart header - The line at the top.
 * @csspart settings-button - Opens the settings.
 * @csspart log-out-button - Logs out.
 * @csspart notice - Something HubSpot could not do.
 * @csspart skeleton - Where the phone will be, until HubSpot is there.
 * @csspart screen - What the state is about; the only part that scrolls.
 * @csspart notes - The notes during a call.
 * @cssstate connecting - Waiting for HubSpot.
 * @cssstate login - Nobody is logged in.
 * @cssstate ready - A call can be made.
 * @cssstate incoming - Somebody calls.
 * @cssstate call - A call goes on.
 * @cssstate wrap-up - A call is to be finished.
 */
export class HsCallingWidget extends HsElement {
  static override readonly tag = 'hs-calling-widget';

  static override styles = [sharedStyles, callingWidgetStyles];

  /** Calls at once when HubSpot sends a number. Default: fills the field and waits. */
  @property({ type: Boolean, attribute: 'auto-dial' }) autoDial = false;

  /** What can come of a call: `[{ id, label }]`; see `<hs-wrap-up>`. Default: none. */
  @property({ attribute: false }) outcomes: readonly Outcome[] = [];

  /** Whether a call that was answered needs an outcome to be saved. Default: false. */
  @property({ type: Boolean, attribute: 'outcome-required' }) outcomeRequired = false;

  /** Asks HubSpot for the height the content needs, whenever that changes. Default: the size is left alone. */
  @property({ type: Boolean, attribute: 'auto-resize' }) autoResize = false;

  /** Leaves the title of the page alone. Default: it says the state. */
  @property({ type: Boolean, attribute: 'keep-title' }) keepTitle = false;

  @state() private isSettingUp = false;
  @state() private notice: Notice | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: (state) => [
      screenOf(state),
      state.connection,
      latestCall(state, isTaken),
      state.calls.some(isOffered),
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
  #ownTitle: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#height.observe(undefined);
    if (this.#ownTitle !== undefined) document.title = this.#ownTitle;
    this.#ownTitle = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const screen = this.#screen;
    for (const name of ['connecting', 'login', 'ready', 'incoming', 'call', 'wrap-up'] as const) {
      this.toggleState(name, name === screen);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#height.observe(
      this.autoResize ? (this.renderRoot.querySelector('[part=base]') ?? undefined) : undefined,
    );
    this.#tellTitle();
  }

  protected override render() {
    const screen = this.#screen;
    return html`
      <div part="base">
        ${this.#renderHeader()}
        ${
          this.notice
            ? html`<div part="notice" role="alert">
                <p>${this.localize.term(this.notice)}</p>
                <button class="quiet" type="button" @click=${this.#onDismiss}>
                  ${this.localize.term('close')}
                </button>
              </div>`
            : nothing
        }
        <div part="screen">
          ${this.#renderSettings()}
          <slot name="incoming-call"><hs-incoming-call .bridge=${this.#of}></hs-incoming-call></slot>
          <slot name="status" ?hidden=${screen === 'incoming' || screen === 'wrap-up' || screen === 'login'}>
            <hs-call-status .bridge=${this.#of}></hs-call-status>
          </slot>
          ${this.#isWaiting ? html`<div part="skeleton" aria-hidden="true"></div>` : nothing}
          <slot name="call-controls" ?hidden=${screen !== 'call'}>
            <hs-call-controls .bridge=${this.#of}></hs-call-controls>
          </slot>
          ${screen === 'call' ? this.#renderNotes() : nothing}
          <slot name="login" ?hidden=${screen !== 'login'}>
            <hs-login .bridge=${this.#of}><slot name="login-form"></slot></hs-login>
          </slot>
          <slot name="wrap-up" ?hidden=${screen !== 'wrap-up'}>
            <hs-wrap-up
              .bridge=${this.#of}
              .outcomes=${this.outcomes}
              ?outcome-required=${this.outcomeRequired}
              ><slot name="wrap-up-fields"></slot
            ></hs-wrap-up>
          </slot>
          <div class="ready" ?hidden=${screen !== 'ready' && screen !== 'incoming'}>
            <slot name="from-number"><hs-from-number .bridge=${this.#of}></hs-from-number></slot>
            <slot name="dialer"><hs-dialer .bridge=${this.#of} ?auto-dial=${this.autoDial}></hs-dialer></slot>
          </div>
        </div>
        <slot name="footer"></slot>
      </div>
    `;
  }

  // Inside a shadow root of ours an element would find it too; given, it is there at once.
  get #of() {
    return this.#bridge.bridge;
  }

  /** The call on the line. */
  get #call(): Call | undefined {
    return latestCall(this.#bridge.state, isTaken);
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
    return html`
      <header part="header">
        <hs-availability .bridge=${this.#of} ?hidden=${this.#screen === 'connecting'}></hs-availability>
        <slot name="header"></slot>
        ${
          mayChoose
            ? html`<button
                part="settings-button"
                class="quiet"
                type="button"
                aria-expanded=${this.isSettingUp}
                aria-label=${this.localize.term('settings')}
                @click=${this.#onSettings}
              >
                ${icon(settings)}
              </button>`
            : nothing
        }
        ${
          state?.user.loggedIn && this.#screen !== 'connecting'
            ? html`<button
                part="log-out-button"
                class="quiet"
                type="button"
                aria-label=${this.localize.term('logOut')}
                @click=${this.#onLogOut}
              >
                ${icon(logOut)}
              </button>`
            : nothing
        }
      </header>
    `;
  }

  #renderSettings() {
    return this.isSettingUp
      ? html`<div class="settings" @keydown=${this.#onSettingsKey}>
          <slot name="settings"><hs-device-settings .bridge=${this.#of}></hs-device-settings></slot>
        </div>`
      : nothing;
  }

  #renderNotes() {
    const notes = this.#call?.engagement.notes ?? '';
    return html`
      <label for="notes">${this.localize.term('notes')}</label>
      <textarea id="notes" part="notes" rows="3" .value=${notes} @input=${this.#onNotes}></textarea>
    `;
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    const screen = screenOf(now);
    const isAnswered =
      latestCall(now, isTaken)?.phase === 'active' && latestCall(previous, isTaken)?.phase !== 'active';
    if (!previous || (screen === screenOf(previous) && !isAnswered)) return;
    if (screen === 'call') this.notice = undefined;
    // The focus goes along with who was here; it is taken from nobody, and out of no field that is still there.
    const active = this.shadowRoot?.activeElement;
    const isTyping = active?.matches('textarea') && screen === 'call';
    const isHere = this.matches(':focus-within') && !isTyping;
    const wasNowhere = document.activeElement === document.body && screen !== 'ready';
    if (!isHere && !wasNowhere) return;
    const part = first[screen];
    this.requestUpdate();
    if (part) void this.updateComplete.then(() => this.#part(part)?.focus());
  }

  // Of two, the app's own in the slot is the one that is seen.
  #part(name: string): HTMLElement | null {
    const own = this.renderRoot.querySelector<HTMLElement>(name);
    const slot = own?.parentElement;
    const given = slot instanceof HTMLSlotElement ? slot.assignedElements()[0] : undefined;
    return given instanceof HTMLElement ? given : own;
  }

  #tellTitle(): void {
    if (this.keepTitle || !this.isConnected) return;
    this.#ownTitle ??= document.title;
    const call = this.#call ?? latestCall(this.#bridge.state, isOffered);
    const text =
      call && (call.phase === 'active' ? phaseText(call, this.localize) : spokenText(call, this.localize));
    const own = this.#ownTitle;
    document.title = text
      ? [text, call.phase === 'active' && call.party?.name, own].filter(Boolean).join(' · ')
      : own;
  }

  #onSettings(): void {
    this.isSettingUp = !this.isSettingUp;
  }

  #onSettingsKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.isSettingUp = false;
    this.renderRoot.querySelector<HTMLElement>('[part=settings-button]')?.focus();
  }

  #onDismiss(): void {
    this.notice = undefined;
  }

  #onLogOut(): void {
    this.#bridge.request('hs-log-out-request', undefined);
  }

  #onNotes(event: Event): void {
    const externalCallId = this.#call?.externalCallId;
    const notes = (event.target as HTMLTextAreaElement).value;
    if (externalCallId !== undefined)
      this.#bridge.bridge?.updateCall({ externalCallId, engagement: { notes } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-widget': HsCallingWidget;
  }
}
