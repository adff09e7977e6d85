/** Puts HubSpot around the widget in a frame, and tells how its start went: at first, and whenever it is loaded anew. */
import {
  explainStart,
  hostAround,
  StartError,
  type CrmRecord,
  type HostChangeEvent,
  type HubSpotHost,
  type StartProblem,
} from '../../src/host/index.js';

/** How the start of a widget went: it is there, or what was seen instead, and what to look at. */
export type HostStart =
  { readonly ok: true } | { readonly ok: false; readonly code: StartProblem; readonly message: string };

/** What to start. */
export interface WidgetStartOptions {
  readonly src: string;
  readonly allow: string;
  readonly delay: number;
  readonly records: readonly CrmRecord[] | undefined;
  /** Ms until the widget must have said INITIALIZED. */
  readonly timeout: number;
}

/** What is told of it. */
export interface WidgetStartObserver {
  /** Something of the host is different now. */
  readonly changed: () => void;
  /** The user is told something. */
  readonly alerted: () => void;
  /** How the start went; undefined while it is not known yet. */
  readonly started: (start: HostStart | undefined) => void;
}

export class WidgetStart {
  readonly #frame: HTMLIFrameElement;
  readonly #options: WidgetStartOptions;
  readonly #observer: WidgetStartObserver;
  readonly #host: HubSpotHost | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(frame: HTMLIFrameElement, options: WidgetStartOptions, observer: WidgetStartObserver) {
    this.#frame = frame;
    this.#options = options;
    this.#observer = observer;
    const { src, allow, delay, records } = options;
    frame.allow = allow;
    try {
      this.#host = hostAround(frame, { widgetUrl: src, delayMs: delay, ...(records && { records }) });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      frame.removeAttribute('src');
      observer.started({ ok: false, code: error.code, message: error.message });
      return;
    }
    this.#host.addEventListener('change', this.#onChange);
    this.#host.addEventListener('alert', observer.alerted);
    this.watch();
    frame.src = new URL(src, document.baseURI).href;
  }

  /** The HubSpot around the frame; undefined if the address cannot be one of a widget. */
  get host(): HubSpotHost | undefined {
    return this.#host;
  }

  /** The widget is about to start anew: from now on it has to be there in time. */
  watch(): void {
    clearTimeout(this.#waiting);
    this.#observer.started(undefined);
    this.#waiting = setTimeout(() => void this.#explain(), this.#options.timeout);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#waiting);
    this.#host?.removeEventListener('change', this.#onChange);
    this.#host?.removeEventListener('alert', this.#observer.alerted);
    this.#host?.stop();
  }

  async #explain(): Promise<void> {
    const host = this.#host;
    const mayExplain = () => !this.#isStopped && host?.state.connection !== 'initialized';
    if (!host || !mayExplain()) return;
    const { code, message } = await explainStart(host, this.#frame, this.#options.timeout);
    // It may have come meanwhile.
    if (mayExplain()) this.#observer.started({ ok: false, code, message });
  }

  readonly #onChange = ({ state: now, previous }: HostChangeEvent): void => {
    this.#observer.changed();
    if (now.connection === previous.connection) return;
    if (now.connection === 'initialized') {
      clearTimeout(this.#waiting);
      this.#observer.started({ ok: true });
    } else if (now.connection === 'connecting') this.watch();
  };
}
