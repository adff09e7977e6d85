/** Waits for the handshake. */
import type { Store } from '../call/index.js';
import type { HostContext } from '../protocol/index.js';

/** Resolves with what HubSpot told in the handshake, as soon as it is done. */
export function whenReady(store: Pick<Store, 'subscribe'>): Promise<HostContext> {
  return new Promise((resolve) => {
    const stop = store.subscribe(({ connection, host }) => {
      if (connection !== 'connected' || !host) return;
      resolve(host);
      // The first call comes before `stop` is there.
      queueMicrotask(() => {
        stop();
      });
    });
  });
}
