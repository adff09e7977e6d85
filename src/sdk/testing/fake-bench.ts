/** Opens a page with one of the two SDKs in a frame, plays HubSpot around it and records what happens. */
import type { AppExtensions } from '../index.js';
import type { PageOptions, SdkPage } from './fake-page.js';

/** A message that the page has sent to this window. */
export interface Post {
  readonly type: string;
  readonly messageId: unknown;
  readonly [field: string]: unknown;
}

/** The SYNC of a host at this page's address. */
export const sync = {
  type: 'SYNC',
  messageId: 'sync1',
  hostUrl: location.origin,
  portalId: 62515,
  userId: '2',
  ownerId: 3,
  iframeLocation: 'widget',
  usesCallingWindow: false,
};

const loaded = (frame: HTMLIFrameElement, view: () => Window | null, name: string) =>
  new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => {
      if (!view() || Reflect.get(view() ?? {}, name) === undefined) reject(new Error(`No ${name} there.`));
      else resolve();
    });
  });

export class Bench {
  /** The messages that the page has sent to this window, in order; without the answers that `settled` waits for. */
  readonly posts: Post[] = [];
  readonly #frame = document.createElement('iframe');
  #checks = 0;

  static async open(options: PageOptions): Promise<Bench> {
    const bench = new Bench();
    const frame = bench.#frame;
    frame.src = `/src/sdk/testing/fake-page.html?${encodeURIComponent(JSON.stringify(options))}`;
    window.addEventListener('message', bench.#onMessage);
    const ready = loaded(frame, () => frame.contentWindow, 'handlerCalls');
    document.body.append(frame);
    await ready;
    return bench;
  }

  readonly #onMessage = ({ source, data }: MessageEvent<Post & { settled?: number }>) => {
    if (source === this.#frame.contentWindow && data.settled === undefined) this.posts.push(data);
  };

  get view(): Window {
    const view = this.#frame.contentWindow;
    if (!view) throw new Error('The page has no window.');
    return view;
  }

  get page(): SdkPage {
    return this.view as unknown as SdkPage;
  }

  get extensions(): AppExtensions {
    return this.page.extensions;
  }

  get types(): string[] {
    return this.posts.map(({ type }) => type);
  }

  get handlers(): string[] {
    return this.page.handlerCalls.map(({ handler }) => handler);
  }

  /** Posts messages to the page as its parent, and waits until they were handled. */
  async say(...messages: readonly unknown[]): Promise<void> {
    for (const message of messages) this.view.postMessage(message, '*');
    await this.settled();
  }

  /** Sends SYNC. */
  async shake(changes: object = {}): Promise<void> {
    await this.say({ ...sync, ...changes });
  }

  /** Resolves when everything posted before has been handled and all answers to it have arrived. */
  settled(): Promise<void> {
    this.#checks += 1;
    const settled = this.#checks;
    const heard = new Promise<void>((resolve) => {
      const listen = ({ source, data }: MessageEvent<{ settled?: number }>) => {
        if (source !== this.view || data.settled !== settled) return;
        window.removeEventListener('message', listen);
        resolve();
      };
      window.addEventListener('message', listen);
    });
    this.view.postMessage({ settled }, '*');
    return heard;
  }

  close(): void {
    window.removeEventListener('message', this.#onMessage);
    this.#frame.remove();
  }

  /**
   * All calls of handlers and all messages that were sent, as plain data to compare. An id that the SDK made is `#`:
   * no two runs have the same.
   */
  get record(): { readonly handlerCalls: unknown; readonly posts: unknown } {
    const known = /^(?:sync|test)/;
    return {
      handlerCalls: this.page.handlerCalls.map((one) => JSON.parse(JSON.stringify(one)) as unknown),
      posts: this.posts.map(({ messageId, ...rest }) => {
        // The versions differ; that is one of the differences in the table.
        const version = 'version' in rest ? 'any' : undefined;
        return { ...rest, version, messageId: known.test(String(messageId)) ? messageId : '#' };
      }),
    };
  }

  /** The same as a list of names: `onReady`, `→ SYNC_ACK`. */
  get summary(): string[] {
    return [...this.handlers, ...this.types.map((type) => `→ ${type}`)];
  }
}
