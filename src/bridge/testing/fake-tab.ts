/** A tab whose pages go and come when a test says so, and share a storage. */
import type { Page, PageStorage } from '../page.js';

/** No two tabs give the same key. */
let keys = 0;

export class FakeTab implements PageStorage {
  /** What is stored, by key. */
  readonly stored = new Map<string, string>();
  /** Nothing more can be stored: the browser refuses, or there is no room left. */
  isFull = false;
  readonly #noted: Set<string>;

  /**
   * A tab of its own; or, of another tab, the copy that the browser makes when somebody duplicates it.
   *
   * @param noted - What the tabs of the same browser have noted.
   */
  constructor(original?: FakeTab, noted = new Set<string>()) {
    this.#noted = original ? original.#noted : noted;
    original?.stored.forEach((text, key) => this.stored.set(key, text));
  }

  add(list: string, text: string): string | undefined {
    if (this.isFull) return undefined;
    keys += 1;
    const key = `${list}.${String(keys)}`;
    this.stored.set(key, text);
    return key;
  }

  accepts(): boolean {
    return !this.isFull;
  }

  entries(list: string): readonly (readonly [string, string])[] {
    return [...this.stored].filter(([key]) => key.startsWith(`${list}.`));
  }

  take(key: string): boolean {
    const isFirst = this.stored.delete(key) && !this.#noted.has(key);
    this.#noted.add(key);
    return isFirst;
  }

  note(key: string): void {
    this.#noted.add(key);
  }

  isNoted(key: string): boolean {
    return this.#noted.has(key);
  }
}

/** One page, in a frame of a tab. */
export class FakePage implements Page {
  storage: PageStorage;
  readonly #watchers = new Set<Parameters<Page['watch']>>();
  /** Who is asked before the page goes. */
  #guards = 0;

  constructor(tab: FakeTab) {
    this.storage = tab;
  }

  watch(...watcher: Parameters<Page['watch']>): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  guard(): () => void {
    this.#guards += 1;
    return () => (this.#guards -= 1);
  }

  /** Whether people are asked before it goes. */
  get isGuarded(): boolean {
    return this.#guards > 0;
  }

  /** How many watch it. */
  get watchers(): number {
    return this.#watchers.size;
  }

  /** It goes; the browser keeps it if it `mayReturn`. */
  hide(mayReturn = false): void {
    for (const [onLeave] of [...this.#watchers]) onLeave(mayReturn);
  }

  /** It is no more: nothing that it still does is stored. */
  end(): void {
    this.storage = new FakeTab();
  }

  /** The browser shows it again, as it was. */
  show(): void {
    for (const [, onReturn] of [...this.#watchers]) onReturn();
  }
}
