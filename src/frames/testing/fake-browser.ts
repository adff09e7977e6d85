/** A browser whose frames share channels and locks, as long as they live: a test says who goes, and how. */
import type { Clock } from '../../link/index.js';
import type { FramesPorts } from '../membership.js';
import type { Channel, Locks } from '../ports.js';

/** A lock that is held or waited for. */
interface Wish {
  readonly frame: FrameOfBrowser;
  readonly give: () => void;
  readonly lose: () => void;
}

/** What one frame has of the browser. */
export class FrameOfBrowser implements FramesPorts {
  readonly clock: Clock;
  readonly locks: Locks;
  readonly #browser: FakeBrowser;
  isAlive = true;

  constructor(browser: FakeBrowser, clock: Clock) {
    this.clock = clock;
    this.#browser = browser;
    this.locks = { request: (...wish) => browser.request(this, ...wish) };
  }

  readonly openChannel = (name: string): Channel => this.#browser.open(this, name);
  readonly createId = (): string => this.#browser.createId();

  /** The frame dies at once: it runs no line more, and its locks are free. */
  kill(): void {
    this.isAlive = false;
    this.#browser.forget(this);
  }
}

interface OpenChannel {
  readonly frame: FrameOfBrowser;
  readonly name: string;
  readonly listeners: Set<(event: { readonly data: unknown }) => void>;
}

export class FakeBrowser {
  /** Refuses channels and locks. */
  isRefusing = false;
  readonly #channels = new Set<OpenChannel>();
  /** By the lock's name: the first holds it, and the others wait. */
  readonly #wishes = new Map<string, Wish[]>();
  #ids = 0;

  createId(): string {
    this.#ids += 1;
    return `frame${String(this.#ids).padStart(5, '0')}`;
  }

  /** What a new frame has of the browser. */
  frame(clock: Clock): FrameOfBrowser {
    return new FrameOfBrowser(this, clock);
  }

  /** Says something on a channel that no frame has said. */
  inject(name: string, data: unknown): void {
    for (const channel of this.#channels) if (channel.name === name) deliver(channel, data);
  }

  /** The names of the open channels. */
  get channelNames(): readonly string[] {
    return [...new Set(Array.from(this.#channels, ({ name }) => name))];
  }

  /** How many locks are held or waited for. */
  get locks(): number {
    return [...this.#wishes.values()].flat().length;
  }

  open(frame: FrameOfBrowser, name: string): Channel {
    if (this.isRefusing) throw new DOMException('refused', 'SecurityError');
    const channel: OpenChannel = { frame, name, listeners: new Set() };
    this.#channels.add(channel);
    return {
      postMessage: (message) => {
        if (!frame.isAlive || !this.#channels.has(channel)) return;
        for (const other of this.#channels) {
          if (other !== channel && other.name === name) deliver(other, structuredClone(message));
        }
      },
      addEventListener: (_, listener) => {
        channel.listeners.add(listener);
      },
      close: () => {
        this.#channels.delete(channel);
        channel.listeners.clear();
      },
    };
  }

  async request(
    frame: FrameOfBrowser,
    name: string,
    how: 'now' | 'wait' | 'steal',
    onLost?: () => void,
    signal?: AbortSignal,
  ): Promise<(() => void) | undefined> {
    await Promise.resolve();
    // Who is gone asks for nothing any more.
    if (!frame.isAlive) return new Promise(() => undefined);
    if (this.isRefusing) throw new DOMException('refused', 'SecurityError');
    signal?.throwIfAborted();
    const wishes = this.#wishes.get(name) ?? [];
    this.#wishes.set(name, wishes);
    if (how === 'now' && wishes.length > 0) return undefined;
    return new Promise((resolve, reject) => {
      let isHeld = false;
      const wish: Wish = {
        frame,
        give: () => {
          isHeld = true;
          resolve(() => {
            this.#end(name, wish);
          });
        },
        lose: () => {
          if (frame.isAlive) onLost?.();
        },
      };
      signal?.addEventListener('abort', () => {
        if (isHeld) return;
        this.#end(name, wish);
        reject(signal.reason as Error);
      });
      if (how === 'steal') {
        const [holder] = wishes.splice(0, 1, wish);
        wish.give();
        holder?.lose();
      } else {
        wishes.push(wish);
        if (wishes.length === 1) wish.give();
      }
    });
  }

  /** A frame is no more. */
  forget(frame: FrameOfBrowser): void {
    for (const channel of this.#channels) if (channel.frame === frame) this.#channels.delete(channel);
    for (const [name, wishes] of this.#wishes) {
      for (const wish of wishes.filter((one) => one.frame === frame)) this.#end(name, wish);
    }
  }

  #end(name: string, wish: Wish): void {
    const wishes = this.#wishes.get(name) ?? [];
    const place = wishes.indexOf(wish);
    if (place < 0) return;
    wishes.splice(place, 1);
    if (place === 0) wishes[0]?.give();
  }
}

function deliver({ listeners, frame }: OpenChannel, data: unknown): void {
  queueMicrotask(() => {
    if (frame.isAlive) for (const listener of listeners) listener({ data });
  });
}
