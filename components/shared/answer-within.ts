/** Waits for what a function of the app answers, within a time, and no longer than anybody wants to know. */

/**
 * Resolves with the answer. Rejects with what the function threw; when the time is over; or as soon as `end` is aborted.
 *
 * @param ask - Is given the signal of `end`, to be passed on to `fetch`.
 * @param end - Is aborted when the time is over.
 */
export async function answerWithin(
  timeoutMs: number,
  ask: (signal: AbortSignal) => unknown,
  end: AbortController,
): Promise<unknown> {
  const { signal } = end;
  const timer = setTimeout(() => {
    end.abort(new Error(`nothing within ${String(timeoutMs)} ms`));
  }, timeoutMs);
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
      Promise.resolve(ask(signal)).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}
