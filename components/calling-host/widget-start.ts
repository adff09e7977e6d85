/** Starts a widget in a frame that is there, and tells how its start went; again whenever the widget is loaded anew. */
import {
  explainStart,
  hostAround,
  hasStarted,
  StartError,
  type CrmRecord,
  type HostChangeEvent,
  type HostPlace,
  type HubSpotAccount,
  type HubSpotHost,
  type StartProblem,
} from '../../src/host/index.js';

/** How the start of a widget went. If it has not started, `message` says what was seen and what to look at. */
export type HostStart =
  { readonly ok: true } | { readonly ok: false; readonly code: StartProblem; readonly message: string };

/** What to start. */
export interface WidgetStartOptions {
  /** The address of the widget's page. */
  readonly src: string;
  /** What the frame may do. */
  readonly allow: string;
  /** How many ms HubSpot takes to answer. */
  readonly delayMs: number;
  /** The records of the CRM; undefined for the host's own. */
  readonly records: readonly CrmRecord[] | undefined;
  /** What the frame shares with others. */
  readonly account: HubSpotAccount;
  readonly place: HostPlace;
  /** What the frame is called; undefined for the next free name. */
  readonly name: string | undefined;
  /** After how many ms without INITIALIZED it is said that the widget has not started. */
  readonly timeoutMs: number;
}

/** What is told of the widget and its host. */
export interface WidgetStartObserver {
  /** The state of the host has changed, or a message has passed. */
  readonly changed: () => void;
  /** HubSpot's user is alerted. */
  readonly alerted: () => void;
  /** How the start went; undefined while it is not known yet. */
  readonly started: (start: HostStart | undefined) => void;
}

export class WidgetStart {
  readonly #frame: HTMLIFrameElement;
  readonly #options: WidgetStartOptions;
  readonly #observer: WidgetStartObserver;
  readonly #host: HubSpotHost | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(frame: HTMLIFrameElement, options: WidgetStartOptions, observer: WidgetStartObserver) {
    this.#frame = frame;
    this.#options = options;
    this.#observer = observer;
    const { src, allow, delayMs, records, account, place, name } = options;
    frame.allow = allow;
    try {
      this.#host = hostAround(frame, {
        widgetUrl: src,
        ...{ delayMs, account, place },
        ...(records && { records }),
        ...(name !== undefined && { frame: name }),
      });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      frame.removeAttribute('src');
      observer.started({ ok: false, code: error.code, message: error.message });
      return;
    }
    this.#host.addEventListener('change', this.#onChange);
    this.#host.addEventListener('message', observer.changed);
    this.#host.addEventListener('alert', observer.alerted);
    this.restartTimer();
    const { href } = new URL(src, document.baseURI);
    account.setSettings({ widgetAddress: href });
    frame.src = href;
  }

  /** The HubSpot around the frame; undefined if the address cannot be one of a widget. */
  get host(): HubSpotHost | undefined {
    return this.#host;
  }

  /** To be called when the widget is about to start anew: its time begins now. */
  restartTimer(): void {
    clearTimeout(this.#timer);
    this.#observer.started(undefined);
    this.#timer = setTimeout(() => void this.#explain(), this.#options.timeoutMs);
  }

  /** Ends the host, and tells nothing any more. The frame stays. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#host?.removeEventListener('change', this.#onChange);
    this.#host?.removeEventListener('message', this.#observer.changed);
    this.#host?.removeEventListener('alert', this.#observer.alerted);
    this.#host?.stop();
  }

  async #explain(): Promise<void> {
    const host = this.#host;
    const mayExplain = () => !this.#isStopped && host !== undefined && !hasStarted(host.state);
    if (!host || !mayExplain()) return;
    const { code, message } = await explainStart(host, this.#frame, this.#options.timeoutMs);
    // The widget may have started while that was looked into.
    if (mayExplain()) this.#observer.started({ ok: false, code, message });
  }

  readonly #onChange = ({ state: now, previous }: HostChangeEvent): void => {
    this.#observer.changed();
    if (now.connection === previous.connection) return;
    if (hasStarted(now)) {
      // Beside a calling window a widget has started with its answer to SYNC, and may still say INITIALIZED.
      if (hasStarted(previous)) return;
      clearTimeout(this.#timer);
      this.#observer.started({ ok: true });
    } else if (now.connection === 'connecting') this.restartTimer();
  };
}
