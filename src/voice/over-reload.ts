/** Keeps something from one life of the page to the next: written as the page goes, read and forgotten as it comes. */

/** What the page before this one has left, under a name of its own in the tab's session storage. Plain data. */
export class OverReload<T extends object> {
  readonly #name: string;
  readonly #now: () => readonly T[];
  readonly #isOne: (value: unknown) => value is T;
  #left: readonly T[] | undefined;

  /**
   * @param name - What it is called in the storage.
   * @param now - What is to be kept, asked when the page goes.
   * @param isOne - Whether something that was read is one of them.
   */
  constructor(name: string, now: () => readonly T[], isOne: (value: unknown) => value is T) {
    this.#name = `hs-calling-elements.${name}`;
    this.#now = now;
    this.#isOne = isOne;
  }

  /** From now on what is there is kept when the page goes. */
  start(): void {
    this.#left = undefined;
    window.addEventListener('pagehide', this.#write);
  }

  /** Keeps nothing any more, and forgets what was left. */
  stop(): void {
    this.#left = [];
    window.removeEventListener('pagehide', this.#write);
  }

  /** Hands out one that was left, once. */
  take(fits: (one: T) => boolean): T | undefined {
    // Read as late as that: Chromium lets a frame's old page write after its new page has begun.
    const left = (this.#left ??= this.#read());
    const found = left.find(fits);
    this.#left = left.filter((one) => one !== found);
    return found;
  }

  // What nobody takes does not stay.
  #read(): readonly T[] {
    try {
      const text = sessionStorage.getItem(this.#name);
      sessionStorage.removeItem(this.#name);
      const all: unknown = JSON.parse(text ?? '[]');
      return Array.isArray(all) ? all.filter(this.#isOne) : [];
    } catch {
      return []; // a browser may refuse a framed page its storage
    }
  }

  readonly #write = (): void => {
    const all = this.#now();
    try {
      if (all.length > 0) sessionStorage.setItem(this.#name, JSON.stringify(all));
      else sessionStorage.removeItem(this.#name);
    } catch {
      // as above: then the calls are lost with the page
    }
  };
}
