/** How the keys of a shortcut are named on the keyboard of the user. */
import type { Localize } from '../shared/localize.js';

/** The letters that the keys of a keyboard write, by their places such as `KeyM`. */
type KeyboardLayout = Pick<ReadonlyMap<string, string>, 'get' | 'values'>;

/** What some browsers tell of the keyboard, and not to every framed page. */
interface WithKeyboard {
  readonly keyboard?: { getLayoutMap(): Promise<KeyboardLayout> };
  readonly platform?: string;
}

/** What stands on the keys of Apple's keyboards. */
const appleSigns: Readonly<Record<string, string>> = {
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Meta: '⌘',
  Enter: '⏎',
};

const isTranslated = (key: string) => key === 'Ctrl' || key === 'Shift' || key === 'Enter';

/** The user's keyboard, as far as the browser tells. */
export async function findLayout(): Promise<KeyboardLayout | undefined> {
  try {
    return await (navigator as WithKeyboard).keyboard?.getLayoutMap();
  } catch {
    return undefined;
  }
}

/**
 * The names of the keys of a shortcut such as `Alt+Shift+M`. Where no key of the keyboard writes a letter, as with Cyrillic
 * ones, that is named which has its place: a shortcut counts by it.
 */
export function keyNames(
  shortcut: string,
  layout: KeyboardLayout | undefined,
  localize: Localize,
): readonly string[] {
  const { platform = '' } = navigator as WithKeyboard;
  const isApple = /^(?:mac|iphone|ipad)/i.test(platform);
  return shortcut.split('+').map((key) => {
    if (isApple && key in appleSigns) return appleSigns[key] ?? key;
    if (isTranslated(key)) return localize.term(`key.${key}`);
    if (key === 'Meta') return /^win/i.test(platform) ? 'Win' : 'Super';
    if (!layout || !/^[A-Z]$/.test(key) || [...layout.values()].includes(key.toLowerCase())) return key;
    return layout.get(`Key${key}`)?.toUpperCase() ?? key;
  });
}
