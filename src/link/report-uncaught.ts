/** Tells the page of an error in the app's own code, as if nobody had caught it. */

/** Raises the page's `error` event, and logs the error if no listener prevents that. */
export function reportUncaught(error: unknown): void {
  const { reportError } = globalThis as { reportError?: (error: unknown) => void };
  if (reportError) reportError(error);
  // jsdom and happy-dom have no such function.
  else if (dispatchEvent(new ErrorEvent('error', { error, message: String(error), cancelable: true }))) {
    console.error(error);
  }
}
