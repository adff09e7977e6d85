/** `<hs-calling-host>`: plays HubSpot around a widget, and shows what the two say to each other. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  firstState,
  type CrmRecord,
  type FaultName,
  type HostPlace,
  type HostPromptEvent,
  type HubSpotHost,
  type WidgetDriver,
} from '../../src/host/index.js';
import { framePermissions } from '../../src/index.js';
import { attempt } from '../shared/attempt.js';
import { BaseElement } from '../shared/base-element.js';
import { fieldStyles } from '../shared/field.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { renderAlert } from './alert-view.js';
import { renderBar } from './bar-view.js';
import { callingHostStyles } from './calling-host.styles.js';
import { crmStyles } from './crm.styles.js';
import { renderLog } from './log-view.js';
import { nextFrame } from './next-frame.js';
import { isAway } from './places.js';
import { renderQueueButton, renderRecords } from './records-view.js';
import { renderTools } from './tools-view.js';
import { toolsStyles } from './tools.styles.js';
import { renderWidgetPlace } from './widget-place-view.js';
import { widgetPlaceStyles } from './widget-place.styles.js';
import { WidgetStart, type HostStart } from './widget-start.js';

/**
 * A HubSpot to try a widget against, for developers and in English: records with numbers to press, the widget in its
 * frame, a call log; and folded away an inspector of every message, faults and scenarios. The widget has to trust the
 * origin of the page that this element is in.
 *
 * @tag hs-calling-host
 * @fires hs-host-start - The widget has sent INITIALIZED: `{ ok: true }`; or it has not in time:
 * `{ ok: false, code, message }`. Comes again whenever the widget is loaded anew. Does not bubble.
 * @slot - Controls of your own, above the records.
 * @slot header - In the navigation bar, beside the title.
 * @csspart base - The whole element.
 * @csspart bar - HubSpot's navigation bar.
 * @csspart widget-place - What the widget is in: a part of the record, a panel of the navigation bar, or a window.
 * @csspart frame - The widget's frame.
 */
export class HsCallingHost extends BaseElement {
  /** The name the element is registered under unless another is given. */
  static override readonly tag = 'hs-calling-host';

  static override styles = [
    sharedStyles,
    fieldStyles,
    callingHostStyles,
    toolsStyles,
    crmStyles,
    widgetPlaceStyles,
  ];

  static override properties: PropertyDeclarations = {
    src: {},
    records: { attribute: false },
    delay: { type: Number },
    startTimeout: { type: Number, attribute: 'start-timeout' },
    allow: {},
    supportsInboundCalling: { type: Boolean, attribute: 'supports-inbound-calling' },
    driver: { attribute: false },
    trouble: { attribute: false },
    prompt: { attribute: false },
    isAlertClosed: { attribute: false },
  };

  /** The address of the widget's page, with http or https. Default: none, and an empty frame. */
  src = '';

  /** The records of the CRM. Default: some made-up records of each kind. Scenarios use records of their own. */
  records: readonly CrmRecord[] | undefined;

  /** How many ms HubSpot takes to answer. Default: 150. */
  delay = 150;

  /** After how many ms without INITIALIZED it is shown what is wrong. The widget may still start then. Default: 5000. */
  startTimeout = 5000;

  /** What the frame may do: its `allow` attribute. Default: `microphone; autoplay; speaker-selection`. */
  allow = framePermissions;

  /**
   * Whether the app's settings at HubSpot say that it supports inbound calling. Without that, HubSpot ignores INCOMING_CALL:
   * it rings in the widget, and HubSpot shows and logs nothing. Default: true; as an attribute, `false` switches it off.
   */
  supportsInboundCalling = true;

  /** Acts in the widget while a scenario is played. A person is asked to do what it cannot. Default: a person does all. */
  driver: WidgetDriver | undefined;

  private trouble: string | undefined;
  private prompt: HostPromptEvent | undefined;
  private isAlertClosed = false;

  /** The widget in the frame and its host; undefined without a widget. */
  #start: WidgetStart | undefined;

  /** The HubSpot that is played, for tests and tools; undefined while there is no widget. */
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

  protected override async scheduleUpdate(): Promise<void> {
    // What a page sets at first is taken over at once.
    if (this.hasUpdated) await nextFrame();
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('supportsInboundCalling')) {
      this.host?.setSupportsInboundCalling(this.supportsInboundCalling);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('src') || changed.has('delay') || changed.has('allow')) {
      this.#load();
    } else if (changed.has('records') && this.records) this.host?.setRecords(this.records);
  }

  protected override render() {
    const { host, src, supportsInboundCalling, driver } = this;
    const now = host?.state ?? firstState;
    return html`
      <div part="base" data-place=${now.place.iframeLocation} ?data-away=${isAway(now)}>
        ${renderBar(now, this.#widgetHandlers.minimise)}
        ${renderAlert(this.isAlertClosed ? undefined : now.alert, this.#closeAlert)}
        <div class="page">
          <div class="crm">
            <slot></slot>
            <section class="records" aria-labelledby="records-title">
              <div class="bar">
                <h2 id="records-title">Records</h2>
                ${host ? renderQueueButton(now, this.#queueHandlers) : nothing}
              </div>
              <p class="hint">Press a number to call it.</p>
              ${renderRecords(now, { dial: this.#dial, open: this.#open })}
            </section>
          </div>
          ${renderWidgetPlace(
            { state: host?.state, trouble: this.trouble, prompt: this.prompt },
            this.#widgetHandlers,
          )}
          <section class="calls" aria-labelledby="calls-title">
            <h2 id="calls-title">Call log</h2>
            ${renderLog(host?.log ?? [], now.records)}
          </section>
          ${renderTools({ host, src, supportsInboundCalling, driver }, this.#toolsHandlers)}
        </div>
      </div>
    `;
  }

  get #frame(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector('iframe');
  }

  #load(): void {
    this.#stop();
    const frame = this.#frame;
    if (!frame) return;
    const { src, allow, delay: delayMs, records, supportsInboundCalling, startTimeout: timeoutMs } = this;
    if (src === '') frame.removeAttribute('src');
    else {
      this.#start = new WidgetStart(
        frame,
        { src, allow, delayMs, records, supportsInboundCalling, timeoutMs },
        {
          changed: () => this.requestUpdate(),
          alerted: () => (this.isAlertClosed = false),
          started: (start) => this.#onStarted(start),
        },
      );
    }
    // This may run within an update, which would draw the old state.
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

  // On a small screen the widget is further down.
  #scrollToWidget(): void {
    void this.updateComplete.then(() => attempt(() => this.#frame?.scrollIntoView({ block: 'nearest' })));
  }

  async #minimise(): Promise<void> {
    const { host } = this;
    if (!host) return;
    host.setVisibility({ isMinimized: !isAway(host.state) });
    if (host.state.place.iframeLocation !== 'remote') return;
    // The button opens and closes the panel: the focus goes into the open panel, and back to the button.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(isAway(host.state) ? '#remote' : '#widget-place')?.focus();
  }

  async #close(): Promise<void> {
    this.host?.setVisibility({ isHidden: true });
    await this.updateComplete;
    // The button is gone with the widget. The one that brings it back is in its place.
    const opener = this.host?.state.place.iframeLocation === 'remote' ? '#remote' : '#minimise';
    this.renderRoot.querySelector<HTMLElement>(opener)?.focus();
  }

  #reload(): void {
    this.#start?.restartTimer();
    this.host?.reload();
  }

  // Asks a person to do something in the widget; undefined to ask no more.
  #ask(prompt: HostPromptEvent | undefined): void {
    const { host } = this;
    this.prompt = prompt;
    if (!prompt || !host) return;
    host.setVisibility({});
    this.#scrollToWidget();
  }

  readonly #toolsHandlers = {
    load: (address: string) => {
      if (address === this.src) this.#load();
      else this.src = address;
    },
    move: (place: HostPlace) => this.host?.setPlace(place),
    supportInbound: (isSupported: boolean) => (this.supportsInboundCalling = isSupported),
    reload: () => this.#reload(),
    remount: () => this.host?.remount(),
    prompt: ({ detail }: CustomEvent<HostPromptEvent | null>) => this.#ask(detail ?? undefined),
    toggleFault: (name: FaultName, isOn: boolean) => {
      const others = this.host?.state.faults.filter((fault) => fault !== name) ?? [];
      this.host?.setFaults(isOn ? [...others, name] : others);
    },
  };

  readonly #queueHandlers = {
    start: (records: readonly CrmRecord[]) => void this.host?.startQueue(records),
    stop: () => this.host?.stopQueue(),
  };

  readonly #widgetHandlers = {
    hangUp: () => this.host?.endCall(),
    minimise: () => void this.#minimise(),
    close: () => void this.#close(),
    retry: () => this.#reload(),
    done: () => {
      this.prompt?.done();
      this.prompt = undefined;
    },
  };

  readonly #closeAlert = (): void => {
    this.isAlertClosed = true;
  };

  readonly #dial = (record: CrmRecord, number: string): void => {
    if (this.host?.dial(record, number).ok) this.#scrollToWidget();
  };

  readonly #open = (record: CrmRecord): void => {
    this.host?.navigate(record);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-host': HsCallingHost;
  }

  interface HTMLElementEventMap {
    'hs-host-start': CustomEvent<HostStart>;
  }
}
