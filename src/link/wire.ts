/** What a link needs of the window it runs in. The browser's own is `windowWire`; tests use a fake. */
import type { Arrival } from './arrival.js';
import type { PageLinks } from './page-links.js';

/** A connection to one other window, the peer. */
export interface Wire {
  /** Whether there is a peer. */
  readonly hasPeer: boolean;
  /** This window's own origin; `null` as text when it is opaque. */
  readonly origin: string;
  /** Origins of the frames above, nearest first; empty where the browser does not tell. */
  readonly ancestorOrigins: readonly string[];
  /** Whether a message's source is the peer. */
  isPeer(source: unknown): boolean;
  /**
   * Sends a message to a window, if its origin is exactly `targetOrigin`. Throws what `postMessage` throws when the
   * message cannot be cloned.
   *
   * @param to - The window that gets it. Default: the peer.
   */
  post(message: object, targetOrigin: string, to?: unknown): void;
  /** Listens until the returned function is called. `onUnreadable` gets messages that the browser cannot decode. */
  listen(onArrival: (arrival: Arrival) => void, onUnreadable: (arrival: Arrival) => void): () => void;
  /** What all links of this page share. */
  readonly links: PageLinks;
  /** Reports an error that an app's function threw as the browser reports an uncaught one. */
  reportError(error: unknown): void;
  /** A new id that is unique everywhere. */
  createId(): string;
}
