/** Edits a field where the caret is, as its keys and the delete button do. */

/** Puts a text in the place of the selection. */
export function insertText(field: HTMLInputElement, text: string): void {
  const { selectionStart, selectionEnd } = field;
  field.setRangeText(text, selectionStart ?? field.value.length, selectionEnd ?? field.value.length, 'end');
}

/** Deletes the selection; without one, the digit before the caret. */
export function deleteBefore(field: HTMLInputElement): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  field.setSelectionRange(start === end ? Math.max(0, start - 1) : start, end);
  insertText(field, '');
}
