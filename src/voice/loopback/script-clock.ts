/** The clock of a script: its timers run faster than real time where a test wants that, and are cleared together. */
export class ScriptClock {
  readonly #speed: number;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /** @param speed How many times faster than real time it runs. */
  constructor(speed: number) {
    this.#speed = speed;
  }

  /** Calls a function after so many scripted ms. */
  after(scriptedMs: number, callback: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      callback();
    }, scriptedMs / this.#speed);
    this.#timers.add(timer);
  }

  /** Resolves after so many scripted ms; never, if the clock is cleared before. */
  wait(scriptedMs: number): Promise<void> {
    return new Promise((resolve) => this.after(scriptedMs, resolve));
  }

  /** Forgets every timer. */
  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
