/** What is still to happen in a scripted call: timers that are forgotten together. */
export class Timetable {
  readonly #speed: number;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /** @param speed How many times as fast the scripted times pass. */
  constructor(speed: number) {
    this.#speed = speed;
  }

  /** Does something after so many scripted ms. */
  after(ms: number, step: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      step();
    }, ms / this.#speed);
    this.#timers.add(timer);
  }

  /** Resolves after so many scripted ms; never, if it is cleared before. */
  passed(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Nothing of it will happen. */
  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
