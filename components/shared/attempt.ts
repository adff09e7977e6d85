/** For what an old browser, or one that is only pretended in a test, cannot do: the element is there without it. */

/** What an action returns; undefined if the browser cannot do it. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
