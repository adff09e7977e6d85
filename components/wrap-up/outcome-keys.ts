/** How the keyboard goes through the outcomes: number keys choose, and where the focus begins. */

/** What gets the focus in the form: the outcome that is chosen, the first one, or the next thing to fill in. */
export const firstField =
  ':checked, [part=outcomes]:not(:has(:checked)) input, select, [part=retry-button], textarea';

/**
 * The digit that is pressed by itself, 1 to 9; undefined for any other key, and in a field that takes text. Some keyboards
 * type digits with Shift: there the key by itself counts too.
 */
export function digitPressed(event: KeyboardEvent): number | undefined {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  const [target] = event.composedPath();
  const isText =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([name=outcome]), textarea, select'));
  if (altKey || ctrlKey || metaKey || isText) return undefined;
  const digit = /^[1-9]$/.exec(key)?.[0] ?? (shiftKey ? undefined : /^Digit([1-9])$/.exec(code)?.[1]);
  return digit === undefined ? undefined : Number(digit);
}
