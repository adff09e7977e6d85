/** The real port: a window, and the one above it or in a frame of it. */
import type { Arrival, Claim, Port } from './port.js';

/** How to build a port. */
export interface WindowPortOptions {
  /** The window at the other end; asked each time, since a frame's window may come late. Default: the parent. */
  readonly peer?: () => Window | null;
}

/** A port from this window to its parent, or to the frame that `peer` names. */
export function windowPort(options: WindowPortOptions = {}): Port {
  const peer = options.peer ?? (() => (window.parent === window ? null : window.parent));
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
    listen(onArrival: (arrival: Arrival) => void, onUnreadable: (arrival: Arrival) => void) {
      window.addEventListener('message', onArrival);
      window.addEventListener('messageerror', onUnreadable);
      return () => {
        window.removeEventListener('message', onArrival);
        window.removeEventListener('messageerror', onUnreadable);
      };
    },
    claim: claimPage,
    now: () => Date.now(),
    after(ms, action) {
      const timer = setTimeout(action, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    report(error) {
      reportError(error);
    },
    createId,
  };
}

// A second copy of this code on the page finds the same queue.
const claims = Symbol.for('hs-calling-elements.claims');

function claimPage(onGranted: () => void): Claim {
  const page = globalThis as { [claims]?: (() => void)[] | undefined };
  const queue = (page[claims] ??= []);
  const isOwner = queue.length === 0;
  queue.push(onGranted);
  return {
    isOwner,
    release() {
      const place = queue.indexOf(onGranted);
      if (place < 0) return;
      queue.splice(place, 1);
      if (place === 0) queue[0]?.();
    },
  };
}

// `randomUUID` exists in secure contexts only.
function createId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
