/** Edits a field that shows its number formatted: the caret stays at its digit, and what is deleted is a digit. */
import { formatAsTyped } from '../../src/index.js';
import { withoutSeparators } from './will-call.js';

/** Puts a text in the place of the selection. */
export function insertText(field: HTMLInputElement, text: string): void {
  const { selectionStart, selectionEnd } = field;
  field.setRangeText(text, selectionStart ?? field.value.length, selectionEnd ?? field.value.length, 'end');
}

/** Deletes the selection; without one, what is before the caret. */
export function deleteBefore(field: HTMLInputElement): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  field.setSelectionRange(start === end ? Math.max(0, start - 1) : start, end);
  insertText(field, '');
}

/**
 * How the field shows a number: with separators put in, as far as the rules in use know them. What they do not know, and a
 * zero in brackets, stays as it was typed.
 */
export function shownAs(value: string, country?: string): string {
  const shown = value.includes('(0') ? value : formatAsTyped(value, country);
  return withoutSeparators(shown) === withoutSeparators(value) ? shown : value;
}

/**
 * Formats what a field shows after an edit. Returns the number without the separators that were put in.
 *
 * @param was - What it showed before.
 * @param isForward - Whether what was behind the caret was deleted. Default: false.
 */
export function formatField(field: HTMLInputElement, was: string, isForward = false): string {
  const caret = field.selectionStart ?? field.value.length;
  let [before, behind] = [field.value.slice(0, caret), field.value.slice(caret)];
  const isCut = field.value !== was && was.startsWith(before) && was.endsWith(behind);
  // What stood before a digit that was deleted at the end goes with it.
  if (isCut && behind === '' && shownAs(withoutSeparators(was)) === was)
    before = before.replace(/(?<![\s()./-])[\s()./-]+$/, '');
  // A separator was deleted, and would only be put in again: the digit beside it was meant.
  if (isCut && shownAs(before + behind) === was) {
    if (isForward) behind = behind.replace(/[^\s()./-]/, '');
    else before = before.replace(/[^\s()./-](?=[\s()./-]*$)/, '');
  }
  const shown = shownAs(before + behind);
  let place = shown.length;
  for (let left = withoutSeparators(behind).length; left > 0 && place > 0; place -= 1) {
    if (withoutSeparators(shown.charAt(place - 1)) !== '') left -= 1;
  }
  if (shown !== field.value) {
    field.value = shown;
    field.setSelectionRange(place, place);
    // Browsers show the beginning of a value that is set.
    if (place === shown.length) field.scrollLeft = field.scrollWidth;
  }
  const plain = withoutSeparators(shown);
  return shownAs(plain) === shown ? plain : shown;
}
