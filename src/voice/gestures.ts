/** What a browser plays only after the user has clicked, tapped or pressed a key in the page. */

/** What may be a gesture of the user; which of them a browser takes for one differs. */
const gestures = ['pointerdown', 'pointerup', 'mousedown', 'touchend', 'click', 'keydown'] as const;

/** Calls a function with every gesture anywhere in this frame, until the returned function is called. */
export function onGesture(act: () => void): () => void {
  const stop = new AbortController();
  for (const type of gestures) addEventListener(type, act, { capture: true, signal: stop.signal });
  return () => stop.abort();
}
