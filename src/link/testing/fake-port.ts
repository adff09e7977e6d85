/** A port without a window: time stands still until told, and messages arrive when the test says so. */
import type { Arrival, Claim, Port } from '../port.js';

/** What was posted, and to whom. */
export interface Posted {
  readonly message: Readonly<Record<string, unknown>>;
  readonly targetOrigin: string;
}

/** What the fake may be told to be. */
export interface FakePortOptions {
  readonly hasPeer?: boolean;
  readonly origin?: string;
  readonly ancestorOrigins?: readonly string[];
  readonly isOwner?: boolean;
  /** Epoch ms at the start. */
  readonly now?: number;
}

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

export class FakePort implements Port {
  readonly hasPeer: boolean;
  readonly origin: string;
  readonly ancestorOrigins: readonly string[];
  /** The window at the other end. */
  peer: object = { name: 'peer' };
  /** Everything sent so far. */
  readonly posted: Posted[] = [];
  /** The window each of them went to. */
  readonly postedTo: unknown[] = [];
  /** Errors of handlers, as the page was told. */
  readonly reported: unknown[] = [];
  readonly #isOwner: boolean;
  readonly #timers = new Set<Timer>();
  readonly #listeners = new Set<{ arrival: (a: Arrival) => void; unreadable: (a: Arrival) => void }>();
  #now: number;
  #ids = 0;
  #onGranted: (() => void) | undefined;

  constructor(options: FakePortOptions = {}) {
    this.hasPeer = options.hasPeer ?? true;
    this.origin = options.origin ?? 'https://phone.example';
    this.ancestorOrigins = options.ancestorOrigins ?? [];
    this.#isOwner = options.isOwner ?? true;
    this.#now = options.now ?? 1_700_000_000_000;
  }

  /** How many listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** How many timers run. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Types of everything sent so far. */
  get types(): readonly unknown[] {
    return this.posted.map(({ message }) => message['type']);
  }

  /** The last message sent of a type. */
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

  claim(onGranted: () => void): Claim {
    this.#onGranted = onGranted;
    return { isOwner: this.#isOwner, release: () => (this.#onGranted = undefined) };
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, action: () => void): () => void {
    const timer = { at: this.#now + ms, action };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  report(error: unknown): void {
    this.reported.push(error);
  }

  createId(): string {
    this.#ids += 1;
    return `id${String(this.#ids)}`;
  }

  /** The page's other link is gone. */
  grant(): void {
    this.#onGranted?.();
  }

  /** A message arrives: from the peer at HubSpot's origin, unless said otherwise. */
  receive(data: unknown, from: { origin?: string; source?: unknown } = {}): void {
    const arrival = { source: this.peer, origin: 'https://app.hubspot.com', ...from, data };
    for (const listener of [...this.#listeners]) listener.arrival(arrival);
  }

  /** A message arrives that the browser cannot read. */
  receiveUnreadable(from: { source?: unknown } = {}): void {
    const arrival = { source: this.peer, origin: 'https://app.hubspot.com', ...from, data: null };
    for (const listener of [...this.#listeners]) listener.unreadable(arrival);
  }

  /** Time passes; timers that are due run in order. */
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
