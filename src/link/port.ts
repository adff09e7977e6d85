/** What a link needs of the window it lives in, and nothing more: a fake of it is enough for tests. */

/** The part of a `MessageEvent` that the gates look at. */
export interface Arrival {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** A place in the queue of those who want to be the page's only link to HubSpot. */
export interface Claim {
  readonly isOwner: boolean;
  release(): void;
}

/** One end of the wire. */
export interface Port {
  /** Whether there is a window at the other end. */
  readonly hasPeer: boolean;
  /** This window's own origin; `null` as text when it is opaque. */
  readonly origin: string;
  /** Origins of the frames above, nearest first; empty where the browser does not tell. */
  readonly ancestorOrigins: readonly string[];
  /** Whether a message came from the window at the other end. */
  isPeer(source: unknown): boolean;
  /** Sends to the other end, or to the window `to`, if its origin is exactly this one. Throws what cannot be cloned. */
  post(message: object, targetOrigin: string, to?: unknown): void;
  /** Listens until the returned function is called. */
  listen(onArrival: (arrival: Arrival) => void, onUnreadable: (arrival: Arrival) => void): () => void;
  /** Asks to be the page's only link; `onGranted` is called if that comes true later. */
  claim(onGranted: () => void): Claim;
  /** Epoch ms. */
  now(): number;
  /** Runs later; the returned function cancels. */
  after(ms: number, action: () => void): () => void;
  /** Tells the page of an error that an app's handler threw, as the browser would. */
  report(error: unknown): void;
  /** An id that nobody else has. */
  createId(): string;
}
