/** `<hs-calling-host>`: plays HubSpot around a widget, and shows what passes between them. */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import {
  firstState,
  type CrmRecord,
  type FaultName,
  type HostPlace,
  type HostPromptEvent,
  type HostState,
  type HubSpotHost,
  type WidgetDriver,
} from '../../src/host/index.js';
import { defineOnce } from '../shared/define-once.js';
import { icon } from '../shared/icon.js';
import { phone } from '../shared/icons.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { callingHostStyles } from './calling-host.styles.js';
import { crmStyles } from './crm.styles.js';
import { renderFaults } from './faults-view.js';
import { renderLog } from './log-view.js';
import { renderPhone } from './phone-view.js';
import { phoneStyles } from './phone.styles.js';
import { renderRecords } from './records-view.js';
import { renderStage } from './stage-view.js';
import { WidgetStart, type HostStart } from './widget-start.js';

/**
 * A HubSpot to try a widget against, for developers and in English: records with numbers to press, the phone in its
 * frame, a call log, an inspector of every message, faults and scenarios. The widget has to trust the origin of the
 * page that this element is in.
 *
 * @tag hs-calling-host
 * @fires hs-host-start - The widget has said INITIALIZED, or why it has not in time: `{ ok: true }` or
 * `{ ok: false, code, message }`. Comes again whenever the widget is loaded anew. Does not bubble.
 * @slot - Beside the controls of what is simulated: controls of your own.
 * @slot header - In the navigation bar, beside the title.
 * @csspart base - The whole.
 * @csspart bar - HubSpot's navigation bar.
 * @csspart phone - What the widget is in: a part of the record, a panel of the navigation bar, or a window.
 * @csspart frame - The widget's frame.
 */
export class HsCallingHost extends LitElement {
  /** The name the element is registered under unless another is given. */
  static readonly tag = 'hs-calling-host';

  static override styles = [sharedStyles, callingHostStyles, crmStyles, phoneStyles];

  /** Registers the element; does nothing where the name is taken already. */
  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    defineOnce(this, tag, registry);
  }

  /** The address of the widget's page, with http or https. Default: none, and an empty frame. */
  @property() src = '';

  /** The CRM. Default: some made-up records of each kind. Scenarios bring their own. */
  @property({ attribute: false }) records: readonly CrmRecord[] | undefined;

  /** Ms that HubSpot takes to answer. Default: 150. */
  @property({ type: Number }) delay = 150;

  /** Ms after which a widget that has not said INITIALIZED is told of. It may still come. Default: 5000. */
  @property({ type: Number, attribute: 'start-timeout' }) startTimeout = 5000;

  /** What the frame may do. Default: `microphone; autoplay`. */
  @property() allow = 'microphone; autoplay';

  /** Acts in the widget when a scenario is played. What it cannot do, a person is asked to. Default: none. */
  @property({ attribute: false }) driver: WidgetDriver | undefined;

  @state() private trouble: string | undefined;
  @state() private prompt: HostPromptEvent | undefined;
  @state() private isAlertClosed = false;

  #start: WidgetStart | undefined;

  /** The HubSpot that is played; undefined without a widget. Tests and tools use it. */
  get host(): HubSpotHost | undefined {
    return this.#start?.host;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('src') || changed.has('delay') || changed.has('allow')) {
      this.#load();
    } else if (changed.has('records') && this.records) this.host?.setRecords(this.records);
  }

  protected override render() {
    const { host } = this;
    const now = host?.state ?? firstState;
    return html`
      <div part="base" data-place=${now.place.iframeLocation} ?data-away=${isAway(now)}>
        <header part="bar">
          <h1>Simulated HubSpot</h1>
          <slot name="header"></slot>
          ${now.place.iframeLocation === 'remote' ? this.#renderRemote(now) : nothing}
        </header>
        ${this.#renderAlert(now)}
        <div class="page">
          ${renderStage(this.src, now.place, this.#stage)}
          <section class="records" aria-labelledby="records-title">
            <div class="bar">
              <h2 id="records-title">Records</h2>
              ${host ? this.#renderQueue(now) : nothing}
            </div>
            <p class="hint">Press a number to call it.</p>
            ${renderRecords(now, { dial: this.#dial, open: this.#open })}
          </section>
          ${renderPhone(
            {
              now: host?.state,
              state: now,
              isAway: isAway(now),
              trouble: this.trouble,
              prompt: this.prompt,
            },
            this.#phone,
          )}
          <section class="calls" aria-labelledby="calls-title">
            <h2 id="calls-title">Call log</h2>
            ${renderLog(host?.log ?? [], now.records)}
          </section>
          <section class="traffic" aria-label="Messages">
            <hs-host-inspector .host=${host}></hs-host-inspector>
          </section>
          <section class="stories" aria-label="Scenarios">
            <hs-host-scenarios
              .host=${host}
              .driver=${this.driver}
              @hs-host-prompt=${this.#onPrompt}
            ></hs-host-scenarios>
          </section>
          <section class="faults" aria-label="Faults">${renderFaults(now.faults, this.#toggleFault)}</section>
        </div>
      </div>
    `;
  }

  // There from the start, so that what it says is announced.
  #renderAlert({ alert }: HostState) {
    const text = this.isAlertClosed ? undefined : alert;
    return html`<div class="alert" ?data-empty=${text === undefined}>
      <p id="alert" role="alert">${text ?? nothing}</p>
      ${text === undefined ? nothing : html`<button class="quiet" type="button" @click=${this.#onCloseAlert}>Dismiss</button>`}
    </div>`;
  }

  #renderRemote(now: HostState) {
    return html`<button
      id="remote"
      type="button"
      aria-expanded=${String(!isAway(now))}
      aria-controls="phone"
      @click=${this.#phone.minimise}
    >
      ${icon(phone)} Phone
    </button>`;
  }

  #renderQueue({ records, queue }: HostState) {
    return queue.length > 0
      ? html`<button class="quiet" type="button" @click=${() => this.host?.stopQueue()}>
          Stop queue (${queue.length} left)
        </button>`
      : html`<button
          class="quiet"
          type="button"
          @click=${() => this.host?.startQueue(records.filter(({ phones }) => phones.length > 0))}
        >
          Start task queue
        </button>`;
  }

  get #frame(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector('iframe');
  }

  #load(): void {
    this.#stop();
    const frame = this.#frame;
    if (!frame) return;
    const { src, allow, delay, records, startTimeout: timeout } = this;
    if (src === '') frame.removeAttribute('src');
    else {
      this.#start = new WidgetStart(
        frame,
        { src, allow, delay, records, timeout },
        {
          changed: () => this.requestUpdate(),
          alerted: () => (this.isAlertClosed = false),
          started: (start) => this.#onStarted(start),
        },
      );
    }
    // Not within an update: what is new is drawn after it.
    queueMicrotask(() => this.requestUpdate());
  }

  #stop(): void {
    this.#start?.stop();
    this.#start = this.trouble = this.prompt = undefined;
  }

  #onStarted(start: HostStart | undefined): void {
    this.trouble = start?.ok === false ? start.message : undefined;
    if (start) this.dispatchEvent(new CustomEvent<HostStart>('hs-host-start', { detail: start }));
  }

  // On a small screen the phone is further down.
  #showPhone(): void {
    void this.updateComplete.then(() => this.#frame?.scrollIntoView({ block: 'nearest' }));
  }

  async #minimise(): Promise<void> {
    const { host } = this;
    if (!host) return;
    host.setVisibility({ isMinimized: !isAway(host.state) });
    if (host.state.place.iframeLocation !== 'remote') return;
    // The panel comes and goes with its button: who opens it wants to be there.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(isAway(host.state) ? '#remote' : '#phone')?.focus();
  }

  #reload(): void {
    this.#start?.watch();
    this.host?.reload();
  }

  readonly #stage = {
    load: (address: string) => {
      if (address === this.src) this.#load();
      else this.src = address;
    },
    move: (place: HostPlace) => this.host?.setPlace(place),
    reload: () => this.#reload(),
    remount: () => this.host?.remount(),
  };

  readonly #phone = {
    hangUp: () => this.host?.endCall(),
    minimise: () => void this.#minimise(),
    retry: () => this.#reload(),
    done: () => {
      this.prompt?.done();
      this.prompt = undefined;
    },
  };

  readonly #onCloseAlert = (): void => {
    this.isAlertClosed = true;
  };

  readonly #dial = (record: CrmRecord, number: string): void => {
    if (this.host?.dial(record, number).ok) this.#showPhone();
  };

  readonly #open = (record: CrmRecord): void => {
    this.host?.navigate(record);
  };

  readonly #onPrompt = ({ detail }: CustomEvent<HostPromptEvent | null>): void => {
    const { host } = this;
    this.prompt = detail ?? undefined;
    if (!detail || !host) return;
    host.setVisibility({});
    this.#showPhone();
  };

  readonly #toggleFault = (name: FaultName, isOn: boolean): void => {
    const others = this.host?.state.faults.filter((fault) => fault !== name) ?? [];
    this.host?.setFaults(isOn ? [...others, name] : others);
  };
}

function isAway({ visibility }: HostState): boolean {
  return visibility.isHidden || visibility.isMinimized;
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-host': HsCallingHost;
  }

  interface HTMLElementEventMap {
    'hs-host-start': CustomEvent<HostStart>;
  }
}
