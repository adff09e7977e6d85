/** What frames need of the browser: a channel between them, and locks of which one frame holds each. Tests use fakes. */

/** Hands plain data to every other frame that has opened a channel of the same name. `BroadcastChannel` is one. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** Locks that all frames of an origin share. A frame that goes, or dies, loses its locks by that. */
export interface Locks {
  /**
   * Asks for a lock. `now`: only if nobody holds it. `wait`: as soon as nobody holds it. `steal`: at once, and whoever holds
   * it loses it. Resolves with a function that gives it back, or with undefined if it was not to be had `now`. Rejects if
   * the browser refuses locks.
   *
   * @param onLost - Called if another frame steals it.
   * @param signal - Aborted when it is not waited for any more; it rejects then.
   */
  request(
    name: string,
    how: 'now' | 'wait' | 'steal',
    onLost?: () => void,
    signal?: AbortSignal,
  ): Promise<(() => void) | undefined>;
}

/** Opens a channel of the browser's. Throws where the browser refuses it. */
export const openChannel = (name: string): Channel => new BroadcastChannel(name);

/** The browser's Web Locks. */
export const browserLocks: Locks = {
  request: (name, how, onLost, signal) =>
    new Promise((resolve, reject) => {
      let isHeld = false;
      const options = { ifAvailable: how === 'now', steal: how === 'steal', ...(signal && { signal }) };
      navigator.locks
        .request(name, options, (lock) => {
          isHeld = lock !== null;
          if (!lock) resolve(undefined);
          return (
            lock &&
            new Promise<void>((release) => {
              resolve(() => {
                isHeld = false;
                release();
              });
            })
          );
        })
        .catch((error: unknown) => {
          reject(error instanceof Error ? error : new Error(String(error)));
          if (isHeld) onLost?.();
        });
    }),
};
