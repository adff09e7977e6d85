/** The shortcuts of the phone: what each presses, how an app writes them, and which one a key is. */
import { callingError, maskNumbers, shownText, type CallingError } from '../../src/index.js';
import '../shared/at-once.js';
import type { Localize } from '../shared/localize.js';
import type { Terms } from '../shared/terms.js';
import { partElement } from '../shared/part-element.js';

/** What a shortcut can do. */
export type ShortcutName = 'mute' | 'hold' | 'end' | 'answer' | 'save' | 'next';

/** Shortcuts by what they do, such as `Alt+Shift+M`. An empty text: none. What is left out has its default. */
export type Shortcuts = Readonly<Partial<Record<ShortcutName, string>>>;

/** A button, and what it does. */
interface Place {
  /** The part of the phone that has the button, by the name of its slot. */
  readonly part: string;
  readonly button: string;
  /** What it does, in words. */
  readonly words: keyof Terms &
    ('mute' | 'hold' | 'endCall' | 'answer' | 'save' | 'saveAndCallNext' | 'skip');
}

interface Action extends Place {
  /**
   * The default. Alt alone opens the menus of browsers; with Alt and Shift, Chrome and Edge use A, B, I and T. HubSpot's own
   * shortcuts do not matter: it hears no key that is pressed in the frame of the widget.
   */
  readonly shortcut: string;
  /** What it presses where that button is not in sight. */
  readonly otherwise?: Place;
}

/** Every shortcut, in the order of the list. P is for picking up. */
export const actions: Readonly<Record<ShortcutName, Action>> = {
  mute: { shortcut: 'Alt+Shift+M', part: 'call-controls', button: '[name=mute]', words: 'mute' },
  hold: { shortcut: 'Alt+Shift+H', part: 'call-controls', button: '[name=hold]', words: 'hold' },
  end: { shortcut: 'Alt+Shift+E', part: 'call-controls', button: '[part=end-button]', words: 'endCall' },
  answer: { shortcut: 'Alt+Shift+P', part: 'incoming-call', button: '[part=answer-button]', words: 'answer' },
  save: { shortcut: 'Alt+Shift+S', part: 'wrap-up', button: '[part=save-button]', words: 'save' },
  next: {
    shortcut: 'Alt+Shift+N',
    part: 'wrap-up',
    button: '[part=next-button]',
    words: 'saveAndCallNext',
    otherwise: { part: 'queue', button: '[part=skip-button]', words: 'skip' },
  },
};

const names = Object.keys(actions) as ShortcutName[];

/** The modifiers in the order in which they are written, and the property of an event that tells of each. */
const modifiers = { Ctrl: 'ctrlKey', Alt: 'altKey', Shift: 'shiftKey', Meta: 'metaKey' } as const;

const keyPattern = /^(?:[A-Z0-9]|F[1-9]|F1[0-2]|ENTER)$/;

const right =
  'Ctrl, Alt or Meta, maybe Shift, and one letter, digit, Enter or F1 to F12, as in “Alt+Shift+M”';

/** A shortcut as it is written here; undefined where it is none. */
function parseShortcut(given: string): string | undefined {
  const held = given.split('+').map((word) => word.trim().toUpperCase());
  const key = held.pop() ?? '';
  const known = held.map((word) => (word === 'CONTROL' ? 'CTRL' : word));
  const used = Object.keys(modifiers).filter((name) => known.includes(name.toUpperCase()));
  // With Shift alone a letter is still one that somebody types.
  const hasModifier = used.some((name) => name !== 'Shift');
  if (!hasModifier || used.length !== known.length || !keyPattern.test(key)) return undefined;
  return [...used, key === 'ENTER' ? 'Enter' : key].join('+');
}

/** The shortcuts in use, by what they do. Where an app's own cannot be used, the default stays. */
export type ShortcutsInUse = ReadonlyMap<ShortcutName, string>;

/**
 * Takes what an app gives, over the defaults.
 *
 * @param report - Told what is wrong with it.
 */
export function readShortcuts(given: unknown, report: (error: CallingError) => void): ShortcutsInUse {
  const isObject = typeof given === 'object' && given !== null;
  const own = new Map<string, unknown>(isObject ? Object.entries(given) : []);
  const tell = (name: string, value: unknown, words: string) => {
    const got = shownText(maskNumbers(String(value)));
    report(callingError('INVALID_CONFIG', `${name} “${got}”, not ${words}`, false));
  };
  if (given !== undefined && !isObject) tell('shortcuts', given, 'an object like { mute: “Alt+Shift+M” }');
  const inUse = new Map<ShortcutName, string>();
  const isOwn = (name: string) => own.get(name) !== undefined;
  // The app's own first: where two are the same, the default gives way.
  for (const name of [...names.filter(isOwn), ...names.filter((each) => !isOwn(each))]) {
    const { shortcut } = actions[name];
    const value = own.get(name) ?? shortcut;
    if (value === '') continue;
    const parsed = typeof value === 'string' ? parseShortcut(value) : undefined;
    if (parsed === undefined) tell(`shortcuts.${name}`, value, right);
    const used = parsed ?? shortcut;
    const [same] = [...inUse].find(([, other]) => other === used) ?? [];
    if (same === undefined) inUse.set(name, used);
    else tell(`shortcuts.${name}`, value, `one of its own: ${same} has it`);
  }
  for (const [name, value] of own) {
    if (!(name in actions)) tell(`shortcuts.${name}`, value, `one of ${names.join(', ')}`);
  }
  return new Map([...inUse].sort(([a], [b]) => names.indexOf(a) - names.indexOf(b)));
}

/**
 * What a press of a key is a shortcut for. A key counts by its sign. Where that is no Latin letter (with Alt, macOS makes
 * other signs) or, for a digit, no digit, it counts by its place.
 */
export function shortcutPressed(event: KeyboardEvent, inUse: ShortcutsInUse): ShortcutName | undefined {
  // AltGr is for typing; some systems say Ctrl and Alt to it.
  if (event.isComposing || (event.ctrlKey && event.getModifierState('AltGraph'))) return undefined;
  const held = Object.entries(modifiers).flatMap(([name, property]) => (event[property] ? [name] : []));
  const { key, code } = event;
  const isLetter = !/^[!-~]$/.test(key) && /^Key[A-Z]$/.test(code);
  const isDigit = !/^[0-9]$/.test(key) && /^Digit[0-9]$/.test(code);
  const sign = isLetter || isDigit ? code.slice(-1) : key.length === 1 ? key.toUpperCase() : key;
  const pressed = [...held, sign].join('+');
  return [...inUse].find(([, shortcut]) => shortcut === pressed)?.[0];
}

/** The button that a shortcut presses, if it is in sight: that of our part, or of the app's own in its place. */
export function buttonOf(name: ShortcutName, phone: ParentNode): HTMLElement | undefined {
  for (const { part, button } of placesOf(name)) {
    const element = partElement(phone, part);
    const found = (element?.shadowRoot ?? element)?.querySelector<HTMLElement>(button);
    if (found && found.getClientRects().length > 0) return found;
  }
  return undefined;
}

function placesOf(name: ShortcutName): readonly Place[] {
  const { otherwise, ...first } = actions[name];
  return otherwise ? [first, otherwise] : [first];
}

/** What a shortcut does in this phone, in words: the first, and what else it has a part for. */
export function wordsOf(name: ShortcutName, phone: ParentNode, localize: Localize): string {
  const there = placesOf(name).filter(({ part }, i) => i === 0 || partElement(phone, part));
  return there.map(({ words }) => localize.term(words)).join(' / ');
}

/** Has screen readers say the shortcuts of the buttons that are there now. */
export function markButtons(inUse: ShortcutsInUse, phone: ParentNode): void {
  for (const name of names) {
    const shortcut = inUse.get(name)?.replace('Ctrl', 'Control');
    if (shortcut === undefined) buttonOf(name, phone)?.removeAttribute('aria-keyshortcuts');
    else buttonOf(name, phone)?.setAttribute('aria-keyshortcuts', shortcut);
  }
}
