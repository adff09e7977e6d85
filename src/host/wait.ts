/** Waiting until something is true of a host, or saying why it has not become so. */
import type { WatchedHost } from './played-host.js';

/** What was waited for has not come. The message says what came instead. */
export class WaitError extends Error {
  override readonly name = 'WaitError';
}

/** What to wait for. */
export interface Wait<T> {
  /** Looks for it: undefined means that it is not there yet. */
  readonly find: () => T | undefined;
  readonly timeoutMs: number;
  /** Says what is the case instead, when the time is over. */
  readonly explain: () => string;
}

/**
 * Looks now, and again after everything that happens in a host. Rejects with a `WaitError` when the time is over or the
 * host is stopped.
 */
export function waitUntil<T>(host: WatchedHost, { find, timeoutMs, explain }: Wait<T>): Promise<T> {
  const found = find();
  if (found !== undefined) return Promise.resolve(found);
  return new Promise((resolve, reject) => {
    const end = () => {
      host.removeEventListener('message', findAgain);
      host.removeEventListener('change', findAgain);
      cancelTimeout();
      forgetStop();
    };
    const findAgain = () => {
      const foundNow = find();
      if (foundNow === undefined) return;
      end();
      resolve(foundNow);
    };
    const fail = (why: string) => {
      end();
      reject(new WaitError(why));
    };
    const cancelTimeout = host.clock.after(timeoutMs, () => fail(explain()));
    const forgetStop = host.onStop(() => fail(`The host was stopped. ${explain()}`));
    host.addEventListener('message', findAgain);
    host.addEventListener('change', findAgain);
  });
}

/** Resolves after so many ms; rejects with a `WaitError` if the host is stopped before. */
export function pause(host: WatchedHost, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancelTimeout = host.clock.after(ms, () => {
      forgetStop();
      resolve();
    });
    const forgetStop = host.onStop(() => {
      cancelTimeout();
      reject(new WaitError('The host was stopped.'));
    });
  });
}
