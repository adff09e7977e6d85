/** What both example pages have: buttons, and a test around them that presses these. */

/** What a test says to press, and to write before. HubSpot has no such message. */
export interface Press {
  readonly button: string;
  readonly notes?: string | undefined;
}

const notes = document.querySelector<HTMLInputElement>('#notes');

/** What stands in the notes. */
export const written = (): string => notes?.value ?? '';

/** Does something whenever a button is pressed. */
export function onPress(button: string, action: () => void): void {
  document.querySelector(`#${button}`)?.addEventListener('click', action);
}

/** Presses what the test says: a page of another origin cannot do it by itself. Only for pages that tests use. */
export function press({ button, notes: text }: Press): void {
  if (notes && text !== undefined) notes.value = text;
  document.querySelector<HTMLButtonElement>(`#${button}`)?.click();
}
