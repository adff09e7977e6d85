/** Waiting with a timeout, on the page's own timers: `watchLeftovers` replaces them and must not count these. */
import { CheckFailed } from './assert.js';

// Taken when this file is loaded, which is before a check has them replaced.
const { setTimeout: ownSetTimeout, clearTimeout: ownClearTimeout } = globalThis;

const pollIntervalMs = 5;

/** Polls until something is true; fails with the words of `otherwise` after the timeout. */
export async function waitUntil(
  isTrue: () => boolean,
  timeoutMs: number,
  otherwise: () => string,
): Promise<void> {
  const start = performance.now();
  while (!isTrue()) {
    if (performance.now() - start > timeoutMs) throw new CheckFailed(otherwise());
    await new Promise((resolve) => ownSetTimeout(resolve, pollIntervalMs));
  }
}

/** What a promise settles with; fails if it does not settle before the timeout. `what` names it. */
export async function settleWithin<T>(promise: Promise<T>, timeoutMs: number, what: string): Promise<T> {
  let timer: ReturnType<typeof ownSetTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = ownSetTimeout(
      () => reject(new CheckFailed(`${what} did not settle within ${timeoutMs} ms`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    ownClearTimeout(timer);
  }
}
