/** Calls what an app gave us. What it throws is the page's `error` event, and ends nothing of ours. */
export function attempt(handler: CallableFunction | undefined, ...told: readonly unknown[]): void {
  try {
    if (handler) Reflect.apply(handler, undefined, told);
  } catch (error) {
    reportError(error);
  }
}
