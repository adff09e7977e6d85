/** What an app gives to be put into the notes of calls. */

/** A text to put into the notes. */
export interface NoteTemplate {
  /** What the user chooses it by. */
  readonly label: string;
  /** What is put in. */
  readonly text: string;
}

/** Texts to put into the notes. One that is a text only is chosen by its beginning. */
export type NoteTemplates = readonly (NoteTemplate | string)[];
