/** The browser's wire: from this window to the one above it, or to the window of a frame in it. */
import { linksOfPage } from './page-links.js';
import { reportUncaught } from './report-uncaught.js';
import type { Wire } from './wire.js';

/** Which window is at the other end. */
export interface WindowWireOptions {
  /** Returns the peer, or null while there is none. Asked again each time. Default: the parent window. */
  readonly peer?: () => Window | null;
}

/** A wire from this window to its parent, or to the window that `peer` returns. */
export function windowWire({ peer = parentWindow }: WindowWireOptions = {}): Wire {
  return {
    get hasPeer() {
      return peer() !== null;
    },
    get origin() {
      return window.origin;
    },
    get ancestorOrigins() {
      // Firefox has no such list.
      const list = location.ancestorOrigins as DOMStringList | undefined;
      return list ? Array.from(list) : [];
    },
    isPeer: (source) => source !== null && source === peer(),
    post(message, targetOrigin, to = peer()) {
      (to as Window | null)?.postMessage(message, targetOrigin);
    },
    listen(onArrival, onUnreadable) {
      window.addEventListener('message', onArrival);
      window.addEventListener('messageerror', onUnreadable);
      return () => {
        window.removeEventListener('message', onArrival);
        window.removeEventListener('messageerror', onUnreadable);
      };
    },
    get links() {
      return linksOfPage();
    },
    reportError: reportUncaught,
    createId,
  };
}

/** The window that frames this one, or null when this one is not framed. */
function parentWindow(): Window | null {
  return window.parent === window ? null : window.parent;
}

/** A new id that is unique everywhere. */
export function createId(): string {
  const parts = new Uint32Array(4);
  // Not `randomUUID`: it exists in secure contexts only. These are as many random bits.
  const { crypto } = globalThis as { crypto?: Crypto };
  if (crypto) crypto.getRandomValues(parts);
  // An older jsdom.
  else parts.forEach((_, index) => (parts[index] = Math.random() * 2 ** 32));
  return Array.from(parts, (part) => part.toString(36)).join('-');
}
