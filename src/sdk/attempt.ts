import { reportUncaught } from '../link/report-uncaught.js';

/** Calls a function of the app. If it throws, the error goes to the page's `error` event and all else goes on. */
export function attempt(handler: CallableFunction | undefined, ...args: readonly unknown[]): void {
  try {
    if (handler) Reflect.apply(handler, undefined, args);
  } catch (error) {
    reportUncaught(error);
  }
}
