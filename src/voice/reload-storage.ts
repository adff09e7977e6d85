/** Keeps a list over a reload of the page: it is stored when the page goes, and read when the next page asks for it. */

/** A list of plain data in the tab's session storage. */
export class ReloadStorage<T extends object> {
  readonly #key: string;
  readonly #getItems: () => readonly T[];
  readonly #isItem: (value: unknown) => value is T;
  /** The items of the page before that nobody has taken; undefined before they are read. */
  #stored: readonly T[] | undefined;

  /**
   * @param name Tells this list from others in the storage.
   * @param getItems Called when the page goes: what is to be stored.
   * @param isItem Whether a value that was read is an item.
   */
  constructor(name: string, getItems: () => readonly T[], isItem: (value: unknown) => value is T) {
    this.#key = `hs-calling-elements.${name}`;
    this.#getItems = getItems;
    this.#isItem = isItem;
  }

  /** From now on the items are stored when the page goes. */
  start(): void {
    this.#stored = undefined;
    window.addEventListener('pagehide', this.#write);
  }

  /** Nothing is stored any more, and the items of the page before are forgotten. */
  stop(): void {
    this.#stored = [];
    window.removeEventListener('pagehide', this.#write);
  }

  /** Takes an item of the page before out of the list: the first that fits. */
  take(fits: (item: T) => boolean): T | undefined {
    // Read no earlier than this: in Chromium, a frame's old page may still write after its new page has begun.
    const stored = (this.#stored ??= this.#read());
    const found = stored.find(fits);
    this.#stored = stored.filter((item) => item !== found);
    return found;
  }

  // Reading empties the storage: items that nobody takes do not reach the page after this one.
  #read(): readonly T[] {
    try {
      const text = sessionStorage.getItem(this.#key);
      sessionStorage.removeItem(this.#key);
      const all: unknown = JSON.parse(text ?? '[]');
      return Array.isArray(all) ? all.filter(this.#isItem) : [];
    } catch {
      return []; // a browser may refuse the storage to a framed page
    }
  }

  readonly #write = (): void => {
    const items = this.#getItems();
    try {
      if (items.length > 0) sessionStorage.setItem(this.#key, JSON.stringify(items));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // refused as above: then the calls are lost with the page
    }
  };
}
