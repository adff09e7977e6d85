/** What the form after a call, and the notes, need only sometimes. Loaded in one, when the first of it is needed. */
import '../shared/at-once.js';

export { NextPerson } from './next-person.js';
export { NotesHelp } from './notes-help.js';
