/** `<hs-call-history>`: the calls of this session, and earlier ones that the app loads. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  isMissed,
  isUserGone,
  missedCalls,
  openCalls,
  pastCalls,
  type PastCall,
  type WidgetState,
} from '../../src/index.js';
import '../shared/at-once.js';
import { BridgeController } from '../shared/bridge-controller.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { whoStyles } from '../shared/who.styles.js';
import { callHistoryStyles } from './call-history.styles.js';
import { Names } from './names.js';
import { Pages, type LoadPage } from './pages.js';
import { renderPastCall } from './past-call.js';

export type { LoadPage } from './pages.js';
export type { CallPage, LoadedCall } from './read-page.js';

/**
 * The calls of this session, which the bridge holds in memory until the user logs out, and earlier ones that the app loads
 * page by page. Calls that were missed since the user last looked come first. Nothing is stored. From each line the number
 * can be called and the record opened, as far as they are known; nothing can be called while a call goes on or waits to be
 * saved.
 *
 * @tag hs-call-history
 * @fires hs-call-request - Call this number: `{ toNumber, fromNumber, party }`. Cancelable.
 * @fires hs-navigate-request - Open the record: `{ objectCoordinates, openIn }`. Cancelable.
 * @csspart base - Around everything.
 * @csspart title - The heading.
 * @csspart badge - How many calls were missed.
 * @csspart call - Each call.
 * @csspart avatar - The picture or the initials.
 * @csspart party - Who it was: the name, or the number if there is no name.
 * @csspart outcome - How the call was, when, and for how long.
 * @csspart number - The company, and the number if there is a name too.
 * @csspart open-record - Opens the record, or the page about them.
 * @csspart call-button - Calls the number.
 * @csspart error - That earlier calls could not be loaded, or that the call could not be started.
 * @csspart more-button - Loads more calls, or tries again.
 * @cssstate open - There is something to show. With `recent` and no call the element is hidden.
 */
export class HsCallHistory extends HsElement {
  static override readonly tag = 'hs-call-history';

  static override styles = [sharedStyles, panelStyles, whoStyles, callHistoryStyles];

  static override properties: PropertyDeclarations = {
    recent: { type: Boolean },
    loadPage: { attribute: false },
    mistake: { attribute: false },
  };

  /** Whether only one call is shown: the latest that was missed, or else the latest. Default: false. */
  recent = false;

  /**
   * Loads earlier calls: `async ({ cursor, signal }) => ({ calls: [{ id, direction, phoneNumber, party, startedAt, durationMs,
   * endStatus }], next })`. The first page is loaded when the element is shown, `cursor` is then undefined; each further one
   * when the user asks for it, with `next` of the page before. At most 100 calls of a page and 500 in all are shown. Default:
   * none, only this session's calls are shown.
   */
  loadPage: LoadPage | undefined;

  private mistake = false;

  /** When the user had looked before: what was missed since then is new here. */
  #since: number | undefined;

  readonly #pages = new Pages(() => {
    this.requestUpdate();
  });
  readonly #names = new Names(() => {
    this.requestUpdate();
  });

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: (state) => [
      state.history,
      state.historySeenAt,
      state.calls,
      state.pending,
      state.host,
      state.user,
    ],
    follow: (now, previous) => {
      this.#follow(now, previous);
    },
    refuse: () => {
      this.mistake = true;
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pages.stop();
    this.#names.stop();
    this.#since = undefined;
  }

  /** Puts the focus on the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[part=title], button')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('loadPage') || changed.has('recent')) this.#start();
    this.toggleOpen(!this.recent || this.#calls.length > 0);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { bridge } = this.#bridge;
    if (bridge) this.#names.find(this.#calls, bridge);
  }

  protected override render() {
    const calls = this.#calls;
    const error = this.mistake ? 'callNotStarted' : this.#pages.hasFailed ? 'callsNotLoaded' : undefined;
    return html`
      <section part="base" aria-labelledby=${this.recent ? nothing : 'title'}>
        ${this.recent ? nothing : this.#renderTitle()} ${calls.length > 0 ? this.#renderList(calls) : nothing}
        ${calls.length === 0 && !this.#pages.isBusy && !error ? html`<p part="empty">${this.localize.term('noCalls')}</p>` : nothing}
        <p part="error" role="alert">${error ? this.localize.term(error) : nothing}</p>
        ${this.#pages.hasMore ? this.#renderMore() : nothing}
      </section>
    `;
  }

  /** The calls that are shown: those that were missed first, else the latest first. */
  get #calls(): readonly PastCall[] {
    const { state } = this.#bridge;
    if (!state) return [];
    const ours = pastCalls(state);
    const known = new Set(state.history.map(({ id }) => id));
    const all = [...ours, ...this.#pages.calls.filter(({ id }) => !known.has(id))];
    const first = this.#missed;
    const rest = all.filter((call) => !first.includes(call)).sort((a, b) => b.startedAt - a.startedAt);
    const sorted = [...first, ...rest];
    return (this.recent ? sorted.slice(0, 1) : sorted).map((call) => this.#names.named(call));
  }

  /** What is new to the user. */
  get #missed(): readonly PastCall[] {
    const { state } = this.#bridge;
    return state ? missedCalls(state, this.recent ? undefined : this.#since) : [];
  }

  #renderTitle() {
    const count = this.#missed.length;
    return html`<h2 part="title" id="title" tabindex="-1">
      ${this.localize.term('callHistory')}
      ${
        count > 0
          ? html`<span part="badge" aria-hidden="true">${count}</span
              ><span class="visually-hidden">${this.localize.term('missedCalls', String(count))}</span>`
          : nothing
      }
    </h2>`;
  }

  #renderList(calls: readonly PastCall[]) {
    const options = {
      bridge: this.#bridge,
      localize: this.localize,
      now: Date.now(),
      isBusy: !this.#canCall,
    };
    return html`<ul aria-label=${this.localize.term('callHistory')} aria-busy=${String(this.#pages.isBusy)}>
      ${calls.map(
        (call) =>
          html`<li part="call" class="who" ?data-missed=${isMissed(call)}>
            ${renderPastCall({ ...options, call, onCall: (toNumber) => this.#call(call, toNumber) })}
          </li>`,
      )}
    </ul>`;
  }

  #renderMore() {
    const { isBusy, hasFailed } = this.#pages;
    return html`<button
      part="more-button"
      class="quiet"
      type="button"
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${() => void this.#pages.more()}
    >
      ${this.localize.term(isBusy ? 'loadingCalls' : hasFailed ? 'tryAgain' : 'showMore')}
    </button>`;
  }

  /** As in the dialer, one call at a time is begun; over one that goes on, or waits to be saved, none is. */
  get #canCall(): boolean {
    const { state } = this.#bridge;
    return (
      Boolean(state?.user.loggedIn) &&
      !this.#isCalling &&
      state !== undefined &&
      openCalls(state).length === 0
    );
  }

  get #isCalling(): boolean {
    return this.#bridge.isPending('hs-call-request');
  }

  #call({ party }: PastCall, toNumber: string): void {
    this.mistake = false;
    const fromNumber = this.#bridge.state?.fromNumber;
    // Without a record the name may be what their line had claimed.
    const told = party && { ...party, isClaimed: party.objectId === undefined };
    this.#bridge.ask('hs-call-request', { toNumber, fromNumber, party: told });
  }

  #start(): void {
    this.#pages.start(this.recent ? undefined : this.loadPage);
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    if (previous && isUserGone(now, previous)) {
      this.#names.stop();
      this.#since = 0;
      this.#start();
    }
    if (this.recent) return;
    this.#since ??= now.historySeenAt;
    // Here it is seen; in the list it stays among the new ones.
    if (missedCalls(now).length > 0) {
      const { bridge } = this.#bridge;
      queueMicrotask(() => bridge?.markHistorySeen());
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-call-history': HsCallHistory;
  }
}
