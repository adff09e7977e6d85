/** `<hs-calling-host>`: plays HubSpot around a widget, and shows what the two say to each other. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  firstState,
  type CrmRecord,
  type FaultName,
  type HostPlace,
  type HostPromptEvent,
  type HubSpotHost,
} from '../../src/host/index.js';
import { fieldStyles } from '../shared/field.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { AccountPart, pick, settingNames, type ShownSettings } from './account-part.js';
import { renderAlert } from './alert-view.js';
import { renderBar } from './bar-view.js';
import { callingHostStyles } from './calling-host.styles.js';
import { openCallingWindow } from './calling-window-link.js';
import { crmStyles } from './crm.styles.js';
import { renderFindings } from './findings-view.js';
import { renderLog } from './log-view.js';
import { HostSettings } from './host-settings.js';
import { nextFrame } from './next-frame.js';
import { isAway, placeProblem } from './places.js';
import { renderQueueButton, renderRecords } from './records-view.js';
import { driversOf, renderTools } from './tools-view.js';
import { toolsStyles } from './tools.styles.js';
import { close, minimise, scrollToWidget } from './widget-focus.js';
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
export class HsCallingHost extends HostSettings {
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
    trouble: { attribute: false },
    prompt: { attribute: false },
    isAlertClosed: { attribute: false },
  };

  private trouble: string | undefined;
  private prompt: HostPromptEvent | undefined;
  private isAlertClosed = false;

  readonly #account = new AccountPart((settings) => this.#onAccountChange(settings));
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
    this.#account.release();
  }

  protected override async scheduleUpdate(): Promise<void> {
    // What a page sets at first is taken over at once.
    if (this.hasUpdated) await nextFrame();
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What another frame has changed came from the account.
    if (settingNames.some((name) => changed.has(name))) this.#account.current?.setSettings(this.#settings);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const isNew = (['src', 'delay', 'allow'] as const).some((name) => changed.has(name));
    const isMoved = changed.has('place') || changed.has('usesCallingWindow');
    if (isNew || (changed.has('usesRemote') && this.place === 'remote') || (isMoved && !this.host))
      this.#load();
    else if (isMoved) this.#move();
    else if (changed.has('records') && this.records) this.host?.setRecords(this.records);
  }

  protected override render() {
    const { host, src } = this;
    const settings = this.#settings;
    const now = host?.state ?? { ...firstState, ...this.#account.current?.state };
    const openWindow = this.#openWindow;
    const { trouble, prompt, widgetOnly: isPage } = this;
    const widget = renderWidgetPlace(
      { state: host?.state, trouble, prompt, canOpenWindow: openWindow !== undefined, isPage },
      this.#widgetHandlers,
    );
    const alert = renderAlert(this.isAlertClosed ? undefined : now.alert, this.#closeAlert);
    if (isPage)
      return html`<div part="base" data-place=${now.place.iframeLocation} data-only>${alert} ${widget}</div>`;
    return html`
      <div part="base" data-place=${now.place.iframeLocation} ?data-away=${isAway(now)}>
        ${renderBar(now, { minimise: this.#widgetHandlers.minimise, openWindow })} ${alert}
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
          ${widget}
          <section class="calls" aria-labelledby="calls-title">
            <h2 id="calls-title">Call log</h2>
            ${renderFindings(this.#account.current?.findings ?? [])}
            ${renderLog(host?.log ?? [], now.records)}
          </section>
          ${renderTools({ host, src, settings, ...driversOf(this.driver, this.#frame) }, this.#toolsHandlers)}
        </div>
      </div>
    `;
  }

  get #settings(): ShownSettings {
    const { supportsInboundCalling, usesRemote, usesCallingWindow } = this;
    return { supportsInboundCalling, usesRemote, usesCallingWindow };
  }

  get #frame(): HTMLIFrameElement | null {
    return this.hasUpdated ? this.renderRoot.querySelector('iframe') : null;
  }

  #load(): void {
    this.#stop();
    const frame = this.#frame;
    if (!frame) return;
    // This may run within an update, which would draw the old state.
    queueMicrotask(() => this.requestUpdate());
    const { src, allow, delay: delayMs, records, startTimeout: timeoutMs, place: iframeLocation } = this;
    const account = src === '' ? undefined : this.#account.take(this.shared, this.#settings);
    // An account that is there knows the settings better.
    if (account) Object.assign(this, pick(account.state, settingNames));
    const problem = placeProblem(iframeLocation, this);
    if (!account || problem !== undefined) frame.removeAttribute('src');
    if (problem !== undefined) this.#onStarted({ ok: false, code: 'NO_PLACE', message: problem });
    else if (account) {
      const place = { iframeLocation, usesCallingWindow: this.usesCallingWindow };
      const name = this.frameName || undefined;
      this.#start = new WidgetStart(
        frame,
        { src, allow, delayMs, records, account, place, name, timeoutMs },
        {
          changed: () => this.requestUpdate(),
          alerted: () => (this.isAlertClosed = false),
          started: (start) => this.#onStarted(start),
        },
      );
    }
  }

  #move(): void {
    const { place: iframeLocation, usesCallingWindow, host } = this;
    const now = host?.state.place;
    const isThere = now?.iframeLocation === iframeLocation && now.usesCallingWindow === usesCallingWindow;
    if (!isThere) host?.setPlace({ iframeLocation, usesCallingWindow });
  }

  #stop(): void {
    this.#start?.stop();
    this.#start = this.trouble = this.prompt = undefined;
  }

  #onStarted(start: HostStart | undefined): void {
    this.trouble = start?.ok === false ? start.message : undefined;
    if (start) this.dispatchEvent(new CustomEvent<HostStart>('hs-host-start', { detail: start }));
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
    void scrollToWidget(this);
  }

  readonly #toolsHandlers = {
    load: (address: string) => {
      if (address === this.src) this.#load();
      else this.src = address;
    },
    move: ({ iframeLocation, usesCallingWindow }: HostPlace) => {
      this.place = iframeLocation;
      this.usesCallingWindow = usesCallingWindow;
      // A scenario has perhaps put it elsewhere.
      this.#move();
    },
    set: (settings: Partial<ShownSettings>) => Object.assign(this, settings),
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
    minimise: () => void minimise(this, this.host),
    close: () => void close(this, this.host),
    retry: () => this.#reload(),
    done: () => {
      this.prompt?.done();
      this.prompt = undefined;
    },
  };

  // Only a shared account has other pages, such as a calling window.
  get #openWindow(): (() => void) | undefined {
    const account = this.#account.current;
    if (!account || !this.shared || !this.usesCallingWindow || this.place === 'window') return undefined;
    return () => {
      if (openCallingWindow(account.state.account.portalId)) return;
      this.host?.showAlert('The browser has blocked the calling window. Allow pop-ups for this page.');
    };
  }

  // A setting that the page has just given is not in the account yet: only what is new there counts.
  #onAccountChange(settings: Partial<ShownSettings>): void {
    Object.assign(this, settings);
    queueMicrotask(() => this.requestUpdate());
  }

  readonly #closeAlert = (): void => {
    this.isAlertClosed = true;
  };

  readonly #dial = (record: CrmRecord, number: string): void => {
    if (this.host?.dial(record, number).ok) void scrollToWidget(this);
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
