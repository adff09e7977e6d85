/** Waiting for something to become true, by what the page had for timers before anybody watched them. */
import { CheckFailed } from './assert.js';

// Whoever counts the timers of a phone must not count these.
const { setTimeout: later, clearTimeout: cancel } = globalThis;

/** Looks every few ms until something holds; fails with `otherwise` after `patience` ms. */
export async function until(holds: () => boolean, patience: number, otherwise: () => string): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > patience) throw new CheckFailed(otherwise());
    await new Promise((resolve) => later(resolve, 5));
  }
}

/** A promise that must settle within `patience` ms. */
export async function soon<T>(promise: Promise<T>, patience: number, what: string): Promise<T> {
  let timer: ReturnType<typeof later> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = later(() => reject(new CheckFailed(`${what} did not settle within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    cancel(timer);
  }
}
