/** The time and timers, passed in wherever they are needed, so that tests decide when time passes. */
export interface Clock {
  /** The time now, in epoch ms. */
  now(): number;
  /** Runs `action` once, `ms` from now. The returned function cancels it. */
  after(ms: number, action: () => void): () => void;
}

/** The time and timers of the browser, or of Node. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
