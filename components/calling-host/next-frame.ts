/** Waits for the next frame, so that many messages are drawn at one time and not one by one. */

/** How many ms to wait in a page that nobody sees: it draws no frames. */
const hiddenMs = 100;

/** Resolves when the browser is about to draw, or after a moment where it does not. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      resolve();
    };
    const frame = requestAnimationFrame(done);
    const timer = setTimeout(done, hiddenMs);
  });
}
