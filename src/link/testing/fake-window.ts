/** A wire and a clock without a window: messages arrive and time passes only when the test says so. */
import type { Clock } from '../clock.js';
import { PageLinks } from '../page-links.js';
import type { Arrival } from '../arrival.js';
import type { Wire } from '../wire.js';

/** A message that was posted, and the origin it was posted to. */
export interface Posted {
  readonly message: Readonly<Record<string, unknown>>;
  readonly targetOrigin: string;
}

/** What the fake pretends. */
export interface FakeWindowOptions {
  readonly hasPeer?: boolean;
  readonly origin?: string;
  readonly ancestorOrigins?: readonly string[];
  /** Whether the page's lock is free. Default: true. */
  readonly grantsLock?: boolean;
  /** The time at the start, in epoch ms. */
  readonly now?: number;
}

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

export class FakeWindow implements Wire, Clock {
  readonly hasPeer: boolean;
  readonly origin: string;
  readonly ancestorOrigins: readonly string[];
  /** The window at the other end. */
  peer: object = { name: 'peer' };
  /** Everything posted so far. */
  readonly posted: Posted[] = [];
  /** The window that each of them was posted to. */
  readonly postedTo: unknown[] = [];
  /** Errors that were reported to the page. */
  readonly reported: unknown[] = [];
  readonly links = new PageLinks();
  readonly #timers = new Set<Timer>();
  readonly #listeners = new Set<{ arrival: (a: Arrival) => void; unreadable: (a: Arrival) => void }>();
  #now: number;
  #ids = 0;
  readonly #otherLock: { release(): void } | undefined;

  constructor(options: FakeWindowOptions = {}) {
    this.hasPeer = options.hasPeer ?? true;
    this.origin = options.origin ?? 'https://phone.example';
    this.ancestorOrigins = options.ancestorOrigins ?? [];
    if (options.grantsLock === false) this.#otherLock = this.links.requestLock(false, () => undefined);
    this.#now = options.now ?? 1_700_000_000_000;
  }

  /** How many listeners there are. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** How many timers are set. */
  get timers(): number {
    return this.#timers.size;
  }

  /** The types of everything posted so far. */
  get types(): readonly unknown[] {
    return this.posted.map(({ message }) => message['type']);
  }

  /** The last message of a type that was posted. */
  last(type: string): Readonly<Record<string, unknown>> | undefined {
    return this.posted.findLast(({ message }) => message['type'] === type)?.message;
  }

  isPeer(source: unknown): boolean {
    return source === this.peer;
  }

  post(message: object, targetOrigin: string, to: unknown = this.peer): void {
    this.posted.push({ message: structuredClone(message) as Posted['message'], targetOrigin });
    this.postedTo.push(to);
  }

  listen(arrival: (a: Arrival) => void, unreadable: (a: Arrival) => void): () => void {
    const listener = { arrival, unreadable };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, action: () => void): () => void {
    const timer = { at: this.#now + ms, action };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  reportError(error: unknown): void {
    this.reported.push(error);
  }

  createId(): string {
    this.#ids += 1;
    return `id${String(this.#ids)}`;
  }

  /** The page's other link has given the lock up. */
  grantLock(): void {
    this.#otherLock?.release();
  }

  /** Lets a message arrive: from the peer and HubSpot's origin, unless said otherwise. */
  receive(data: unknown, from: { origin?: string; source?: unknown } = {}): void {
    const arrival = { source: this.peer, origin: 'https://app.hubspot.com', ...from, data };
    for (const listener of [...this.#listeners]) listener.arrival(arrival);
  }

  /** Lets a message arrive that the browser cannot read. */
  receiveUnreadable(from: { source?: unknown } = {}): void {
    const arrival = { source: this.peer, origin: 'https://app.hubspot.com', ...from, data: null };
    for (const listener of [...this.#listeners]) listener.unreadable(arrival);
  }

  /** Lets time pass. Timers that come due run in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next);
      this.#now = next.at;
      next.action();
    }
    this.#now = end;
  }
}
