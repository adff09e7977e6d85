/** What a bridge needs of the page it lives in: word of its end, and a storage that outlives it. */
import { createId } from '../link/index.js';

/**
 * Texts that outlive the page, in lists. Each text has a key of its own, so that what one frame keeps is not overwritten by
 * another. No method throws: a browser may refuse the storage to a framed page, or have no room left.
 */
export interface PageStorage {
  /** Adds a text to a list. Returns its key, or undefined where it could not be stored. */
  add(list: string, text: string): string | undefined;
  /** Whether a text of so many characters could be added now. */
  accepts(length: number): boolean;
  /** The keys and texts of a list. */
  entries(list: string): readonly (readonly [key: string, text: string])[];
  /** Removes an entry. False if it was there no more, or if another tab, to which it was copied, has taken it. */
  take(key: string): boolean;
  /** Notes a key, for all tabs. */
  note(key: string): void;
  /** Whether a key was noted lately, in any tab. */
  isNoted(key: string): boolean;
}

/** The page around a bridge. The browser's own is `browserPage`; tests use a fake. */
export interface Page {
  readonly storage: PageStorage;
  /**
   * Calls back when the page goes, and when it comes back: with `mayReturn`, the browser keeps it as it is and may show it
   * again. The returned function ends it.
   */
  watch(onLeave: (mayReturn: boolean) => void, onReturn: () => void): () => void;
  /** From now on the browser asks whether the page may go, in its own words. The returned function ends it. */
  guard(): () => void;
}

/** The list in the storage in which calls are kept. */
export const keptCalls = 'calls';

const prefix = 'hs-calling-elements.';

/** Where keys are noted, those of entries that were taken for one. It is the same in every tab, and holds nothing but keys. */
const takenKey = `${prefix}taken`;

/** Longer texts are neither stored nor read. Ours are shorter, unless somebody writes notes like a book. */
const maxTextLength = 500_000;

/** How many keys are noted. */
const maxNoted = 64;

/** What `access` returns; undefined if the browser refuses. */
function tryStorage<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

const noted = () => (localStorage.getItem(takenKey) ?? '').split(' ');

/** Notes a key; false if it was noted before. */
function note(key: string): boolean {
  const before = noted();
  if (before.includes(key)) return false;
  localStorage.setItem(takenKey, [...before.slice(1 - maxNoted), key].join(' '));
  return true;
}

/** The browser's page. What is stored is in the tab's session storage: no other tab reads it, and it goes with the tab. */
export const browserPage: Page = {
  storage: {
    add: (list, text) =>
      tryStorage(() => {
        if (text.length > maxTextLength) return undefined;
        const key = `${prefix}${list}.${createId()}`;
        sessionStorage.setItem(key, text);
        return key;
      }),
    accepts: (length) =>
      tryStorage(() => {
        const key = `${prefix}trial`;
        if (length <= maxTextLength) sessionStorage.setItem(key, ' '.repeat(length));
        sessionStorage.removeItem(key);
        return length <= maxTextLength;
      }) ?? false,
    entries: (list) =>
      tryStorage(() =>
        Object.keys(sessionStorage)
          .filter((key) => key.startsWith(`${prefix}${list}.`))
          .map((key) => {
            const text = sessionStorage.getItem(key) ?? '';
            return [key, text.length > maxTextLength ? '' : text] as const;
          }),
      ) ?? [],
    take(key) {
      const isThere = tryStorage(() => {
        const text = sessionStorage.getItem(key);
        sessionStorage.removeItem(key);
        return text !== null;
      });
      // A tab that is duplicated has a copy of every entry.
      return isThere === true && (tryStorage(() => note(key)) ?? true);
    },
    note: (key) => tryStorage(() => note(key)),
    isNoted: (key) => tryStorage(() => noted().includes(key)) ?? false,
  },
  watch(onLeave, onReturn) {
    const leave = ({ persisted }: PageTransitionEvent) => {
      onLeave(persisted);
    };
    const show = ({ persisted }: PageTransitionEvent) => {
      if (persisted) onReturn();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', show);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', show);
    };
  },
  guard() {
    const ask = (event: Event) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  },
};
