/** What both example pages share: their buttons can be pressed by the test around the page. */

/** The payload of the tests' own message: which button to press, and what to write into the notes before. */
export interface Press {
  readonly button: string;
  readonly notes?: string | undefined;
}

const notes = document.querySelector<HTMLInputElement>('#notes');

/** The text of the notes. */
export const written = (): string => notes?.value ?? '';

/** Runs an action whenever a button is pressed. */
export function onPress(button: string, action: () => void): void {
  document.querySelector(`#${button}`)?.addEventListener('click', action);
}

/** Presses a button for the test, which is of another origin and cannot. Never put this into a page for users. */
export function press({ button, notes: text }: Press): void {
  if (notes && text !== undefined) notes.value = text;
  document.querySelector<HTMLButtonElement>(`#${button}`)?.click();
}
