/** Keeps a list over a reload of the page: it is stored when the page goes, and read when the next page asks for it. */
import { browserPage, type Page } from '../bridge/index.js';
import { read, type Schema } from '../protocol/index.js';

/** How many items are stored, at most. */
const maxItems = 16;

/** A list of plain data in the tab's session storage. Each page of the tab stores its items beside those of the others. */
export class ReloadStorage<T extends object> {
  readonly #name: string;
  readonly #getItems: () => readonly T[];
  readonly #schema: Schema<T>;
  readonly #page: Page;
  /** The items of the page before that nobody has taken; undefined before they are read. */
  #stored: readonly T[] | undefined;
  /** The keys of what this page has stored itself. */
  #keys: readonly (string | undefined)[] = [];
  #unwatch: (() => void) | undefined;

  /**
   * @param name Tells this list from others in the storage.
   * @param getItems Called when the page goes: what is to be stored.
   * @param schema Reads an item. What does not fit is thrown away.
   * @param page The page, and its storage. Default: the browser's.
   */
  constructor(name: string, getItems: () => readonly T[], schema: Schema<T>, page = browserPage) {
    this.#name = name;
    this.#getItems = getItems;
    this.#schema = schema;
    this.#page = page;
  }

  /** From now on the items are stored when the page goes. */
  start(): void {
    if (this.#stored?.length === 0) this.#stored = undefined;
    this.#unwatch ??= this.#page.watch(
      () => {
        const items = this.#getItems().slice(-maxItems);
        this.#keys = items.map((item) => this.#page.storage.add(this.#name, JSON.stringify(item)));
      },
      () => {
        // The page has come back, and its items are alive in it.
        for (const key of this.#keys) if (key !== undefined) this.#page.storage.take(key);
      },
    );
  }

  /** Nothing is stored any more, and the items of the page before are forgotten. */
  stop(): void {
    this.#stored = [];
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  /** Takes an item of the page before out of the list: the first that fits. */
  take(fits: (item: T) => boolean): T | undefined {
    // Read no earlier than this: in Chromium, a frame's old page may still write after its new page has begun.
    const stored = (this.#stored ??= this.#read());
    const found = stored.find(fits);
    this.#stored = stored.filter((item) => item !== found);
    return found;
  }

  /** Forgets the items that pass the test: those of the page before, and what other pages of the tab have stored since. */
  forget(test: (item: T) => boolean): void {
    this.#stored = [...(this.#stored ?? []), ...this.#read()].filter((item) => !test(item));
  }

  // Reading empties the storage: items that nobody takes do not reach the page after this one.
  #read(): readonly T[] {
    const { storage } = this.#page;
    return storage.entries(this.#name).flatMap(([key, text]) => {
      const reading = read(this.#schema, storage.take(key) ? parse(text) : undefined, this.#name);
      return reading.ok ? [reading.data] : [];
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
