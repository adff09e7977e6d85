/** The page's lock: of all links in a page, only its holder may answer HubSpot. The others queue for it. */

/** A request for the page's lock. */
export interface PageLock {
  /** Whether the lock was granted at once. */
  readonly isHeld: boolean;
  /** Gives the lock up, or leaves the queue. The next in the queue is granted the lock. */
  release(): void;
}

// In the registry of the whole page: another copy of this code, in another bundle, finds the same queue.
const queueKey = Symbol.for('hs-calling-elements.page-lock');

/** Asks for the page's lock. If it is taken, `onGranted` is called when the request's turn comes. */
export function requestPageLock(onGranted: () => void): PageLock {
  const page = globalThis as { [queueKey]?: (() => void)[] | undefined };
  // The first in the queue holds the lock.
  const queue = (page[queueKey] ??= []);
  const isHeld = queue.length === 0;
  queue.push(onGranted);
  return {
    isHeld,
    release() {
      const place = queue.indexOf(onGranted);
      if (place < 0) return;
      queue.splice(place, 1);
      if (place === 0) queue[0]?.();
    },
  };
}
