/** A host by hand, honest or not: it frames the widget that its query names and says what the test tells it to. */

/** Fields of a SYNC, and whatever else the test wants in it. */
export type SyncFields = Readonly<Record<string, unknown>>;

export class Host {
  readonly frame = document.createElement('iframe');
  /** Acknowledgements that are ignored, as if they had been lost. */
  deafTo = 0;
  #ids = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly widgetUrl: string) {
    this.frame.allow = 'microphone; autoplay; speaker-selection';
    window.addEventListener('message', ({ data, source }: MessageEvent<{ type?: unknown } | null>) => {
      if (source !== this.frame.contentWindow || data?.type !== 'SYNC_ACK') return;
      if (this.deafTo > 0) this.deafTo -= 1;
      else this.rest();
    });
  }

  /** Says SYNC now and every 100 ms, until it is acknowledged. */
  connect(fields: SyncFields = {}): void {
    this.rest();
    const sync = () => {
      this.say({ type: 'SYNC', hostUrl: location.origin, portalId: 62515, ...fields });
    };
    this.#timer = setInterval(sync, 100);
    sync();
  }

  rest(): void {
    clearInterval(this.#timer);
  }

  /** Says anything, to the widget only. */
  say(message: object): void {
    this.#ids += 1;
    const { origin } = new URL(this.widgetUrl);
    this.frame.contentWindow?.postMessage({ messageId: `host-${String(this.#ids)}`, ...message }, origin);
  }
}

const query = new URLSearchParams(location.search);
const host = new Host(query.get('widget') ?? '');
Object.assign(window, { host });

// `on-load` is when HubSpot begins; otherwise the test says when.
if (query.has('on-load')) {
  host.frame.addEventListener('load', () => {
    host.connect();
  });
}
host.frame.src = host.widgetUrl;
document.body.append(host.frame);
