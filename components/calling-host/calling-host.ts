/** `<hs-calling-host>`: plays HubSpot around a widget, and shows what passes between them. */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import {
  explainStart,
  faultNames,
  faults,
  hostAround,
  liveCall,
  phaseOf,
  StartError,
  type CrmRecord,
  type FaultName,
  type HostPlace,
  type HostState,
  type HubSpotHost,
  type WidgetDriver,
} from '../../src/testing/host/index.js';
import { defineOnce } from '../shared/define.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { callingHostStyles } from './calling-host.styles.js';
import { renderLog } from './log-view.js';
import { renderRecords } from './records-view.js';

/** How the start of a widget went. */
export type HostStart =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

/** Ms after which a widget that has not started is worth a word. */
const patience = 5000;

const places: Readonly<Record<string, readonly [label: string, place: HostPlace]>> = {
  widget: ['Phone on the record', { iframeLocation: 'widget', usesCallingWindow: false }],
  remote: ['Phone in the navigation bar', { iframeLocation: 'remote', usesCallingWindow: true }],
  window: ['Calling window', { iframeLocation: 'window', usesCallingWindow: true }],
};

/**
 * A HubSpot to try a widget against: a record page with numbers to press, the phone in its frame, a call log, an
 * inspector of every message, faults and scenarios. For developers, in English.
 *
 * @tag hs-calling-host
 * @fires hs-host-start - The widget is there, or it is not and why: `{ ok, code, message }`. Does not bubble.
 * @slot - Above the phone: controls of your own.
 * @slot header - At the top, beside the title.
 * @csspart base - The whole.
 * @csspart frame - The widget's frame.
 */
export class HsCallingHost extends LitElement {
  /** The name the element is registered under unless another is given. */
  static readonly tag = 'hs-calling-host';

  static override styles = [sharedStyles, callingHostStyles];

  /** Registers the element; does nothing where the name is taken already. */
  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    defineOnce(this, tag, registry);
  }

  /** The address of the widget's page. Default: none, and an empty frame. */
  @property() src = '';

  /** The CRM. Default: some made-up records of each kind. */
  @property({ attribute: false }) records: readonly CrmRecord[] | undefined;

  /** Ms that HubSpot takes to answer. Default: 150. */
  @property({ type: Number }) delay = 150;

  /** What the frame may do. Default: `microphone; autoplay`. */
  @property() allow = 'microphone; autoplay';

  /** Acts in the widget when a scenario is played. What it cannot do, a person is asked to. Default: none. */
  @property({ attribute: false }) driver: WidgetDriver | undefined;

  @state() private trouble: string | undefined;

  #host: HubSpotHost | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** The HubSpot that is played; undefined without a widget. Tests and tools use it. */
  get host(): HubSpotHost | undefined {
    return this.#host;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('src') || changed.has('delay')) this.#start();
    else if (changed.has('records') && this.records) this.#host?.setRecords(this.records);
  }

  protected override render() {
    const now = this.#host?.state;
    return html`
      <div part="base">
        <header>
          <h1>Simulated HubSpot</h1>
          <slot name="header"></slot>
        </header>
        <p id="alert" role="alert">${now?.alert ?? nothing}</p>
        <section class="records" aria-labelledby="records-title">
          <div class="bar">
            <h2 id="records-title">Records</h2>
            ${now ? this.#renderQueue(now) : nothing}
          </div>
          <p class="hint">Press a number to call it.</p>
          ${now ? renderRecords(now, { dial: this.#dial, open: this.#open }) : nothing}
        </section>
        ${this.#renderPhone(now)}
        <section class="calls" aria-labelledby="calls-title">
          <h2 id="calls-title">Call log</h2>
          ${this.#host ? renderLog(this.#host.log, this.#host.state.records) : nothing}
        </section>
        <section class="traffic">
          <hs-host-inspector .host=${this.#host}></hs-host-inspector>
        </section>
        <section class="stories">
          <hs-host-scenarios .host=${this.#host} .driver=${this.driver}></hs-host-scenarios>
        </section>
        <section class="faults">${this.#renderFaults(now)}</section>
      </div>
    `;
  }

  #renderPhone(now: HostState | undefined) {
    const isAway = now?.visibility.isHidden === true || now?.visibility.isMinimized === true;
    const mayHangUp = now !== undefined && liveCall(now) !== undefined;
    return html`<section class="phone" aria-labelledby="phone-title">
      <div class="bar">
        <div>
          <h2 id="phone-title">${places[now?.place.iframeLocation ?? 'widget']?.[0]}</h2>
          <p id="phone-state" role="status">${now ? stateText(now) : 'No widget'}</p>
        </div>
        <button
          id="hang-up"
          class="quiet danger"
          type="button"
          ?hidden=${!mayHangUp}
          @click=${this.#onHangUp}
        >
          Hang up from HubSpot
        </button>
        <button id="minimise" class="quiet" type="button" @click=${this.#onMinimise}>
          ${isAway ? 'Open' : 'Minimise'}
        </button>
      </div>
      <div class="bar">
        <select aria-label="Where the widget is" @change=${this.#onPlace}>
          ${Object.entries(places).map(
            ([value, [label]]) =>
              html`<option value=${value} ?selected=${value === now?.place.iframeLocation}>${label}</option>`,
          )}
        </select>
        <button class="quiet" type="button" @click=${this.#onReload}>Reload page</button>
        <button class="quiet" type="button" @click=${this.#onRemount}>Re-mount host</button>
      </div>
      <slot></slot>
      ${this.trouble ? html`<p class="trouble" role="status">${this.trouble}</p>` : nothing}
      <iframe id="widget" part="frame" title="Calling widget" width="400" height="650"></iframe>
    </section>`;
  }

  #renderQueue({ records, queue }: HostState) {
    return queue.length > 0
      ? html`<button class="quiet" type="button" @click=${() => this.#host?.stopQueue()}>
          Stop the queue (${queue.length} left)
        </button>`
      : html`<button
          class="quiet"
          type="button"
          @click=${() => this.#host?.startQueue(records.filter(({ phones }) => phones.length > 0))}
        >
          Call one after the other
        </button>`;
  }

  #renderFaults(now: HostState | undefined) {
    return html`<details>
      <summary><h2>Faults</h2></summary>
      <ul>
        ${faultNames.map(
          (name) =>
            html`<li>
              <label>
                <input
                  type="checkbox"
                  name=${name}
                  .checked=${now?.faults.includes(name) ?? false}
                  @change=${this.#onFault}
                />
                <span><b>${name}</b> ${faults[name].wrong} <i>A good widget: ${faults[name].right}</i></span>
              </label>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  get #frame(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector('iframe');
  }

  #start(): void {
    this.#stop();
    const frame = this.#frame;
    if (!frame || this.src === '') return;
    frame.allow = this.allow;
    try {
      const { records, delay } = this;
      this.#host = hostAround(frame, { widgetUrl: this.src, delay, ...(records && { records }) });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      this.#tell({ ok: false, code: error.code, message: error.message });
      return;
    }
    this.#host.addEventListener('change', this.#onChange);
    this.#watch();
    frame.src = new URL(this.src, document.baseURI).href;
    this.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#waiting);
    this.#host?.removeEventListener('change', this.#onChange);
    this.#host?.stop();
    this.#host = undefined;
    this.trouble = undefined;
    this.requestUpdate();
  }

  // Whenever the widget starts anew, it has to be there in time.
  #watch(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#explain(), patience);
  }

  async #explain(): Promise<void> {
    const host = this.#host;
    const frame = this.#frame;
    const mayExplain = () => host === this.#host && host?.state.connection !== 'initialized';
    if (!host || !frame || !mayExplain()) return;
    const { code, message } = await explainStart(host, frame, patience);
    if (mayExplain()) this.#tell({ ok: false, code, message });
  }

  #tell(start: HostStart): void {
    this.trouble = start.ok ? undefined : start.message;
    this.dispatchEvent(new CustomEvent<HostStart>('hs-host-start', { detail: start }));
  }

  readonly #onChange: (event: { readonly state: HostState; readonly previous: HostState } & Event) => void =
    ({ state: now, previous }) => {
      this.requestUpdate();
      if (now.connection === previous.connection) return;
      if (now.connection === 'initialized') {
        clearTimeout(this.#waiting);
        this.#tell({ ok: true });
      } else if (now.connection === 'connecting') this.#watch();
    };

  readonly #dial = (record: CrmRecord, number: string): void => {
    // On a small screen the phone is further down.
    if (this.#host?.dial(record, number).ok) this.#frame?.scrollIntoView({ block: 'nearest' });
  };

  readonly #open = (record: CrmRecord): void => {
    this.#host?.navigate(record);
  };

  readonly #onHangUp = (): void => {
    this.#host?.endCall();
  };

  readonly #onMinimise = (): void => {
    const { isHidden = false, isMinimized = false } = this.#host?.state.visibility ?? {};
    this.#host?.setVisibility({ isMinimized: !isHidden && !isMinimized });
  };

  readonly #onReload = (): void => {
    this.#host?.reload();
  };

  readonly #onRemount = (): void => {
    this.#host?.remount();
  };

  readonly #onPlace = (event: Event): void => {
    const [, place] = places[(event.target as HTMLSelectElement).value] ?? [];
    if (place) this.#host?.setPlace(place);
  };

  readonly #onFault = (event: Event): void => {
    const { name, checked } = event.target as HTMLInputElement;
    const others = this.#host?.state.faults.filter((fault) => fault !== name) ?? [];
    this.#host?.setFaults(checked ? [...others, name as FaultName] : others);
  };
}

/** Whether the widget can be asked to dial, and if not, why. */
function stateText(state: HostState): string {
  const { connection, isLoggedIn } = state;
  if (connection === 'acknowledged') return 'Starting';
  if (connection === 'silent') return 'No answer';
  if (connection !== 'initialized') return 'Waiting for the widget';
  if (isLoggedIn !== true) return 'Logged out';
  if (liveCall(state)) return 'In a call';
  return phaseOf(state) === 'ended' ? 'Saving the call' : 'Ready';
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-host': HsCallingHost;
  }

  interface HTMLElementEventMap {
    'hs-host-start': CustomEvent<HostStart>;
  }
}
