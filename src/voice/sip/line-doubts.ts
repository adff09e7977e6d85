/** What a page hears of that may have cut its connections without a word. */

/** Of the window: `true` where the network itself may be another one than before. */
const windowEvents = { online: true, offline: false, pageshow: false } as const;

/** The Network Information API, where the browser has it. */
interface NavigatorWithConnection extends Navigator {
  readonly connection?: EventTarget;
}

/**
 * Calls back with every occasion to doubt a connection. The returned function ends it.
 *
 * @param onDoubt Its argument: whether the page may have been away from the network for long.
 */
export function watchLineDoubts(onDoubt: (wasAway: boolean) => void): () => void {
  const done = new AbortController();
  const on = (target: EventTarget | undefined, type: string, wasAway: boolean) =>
    target?.addEventListener(type, () => onDoubt(wasAway), { signal: done.signal });
  for (const [type, wasAway] of Object.entries(windowEvents)) on(window, type, wasAway);
  on((navigator as NavigatorWithConnection).connection, 'change', false);
  // Chromium thaws a page that it had frozen.
  on(document, 'resume', true);
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') onDoubt(false);
    },
    { signal: done.signal },
  );
  return () => done.abort();
}
