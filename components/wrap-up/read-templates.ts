/** Reads the templates for notes that an app gives, like a stranger's message. */
import { callingError, maskNumbers, shownText, type CallingError } from '../../src/index.js';
import type { NoteTemplate } from './note-template.js';

/** More templates than that are not shown. */
const maxTemplates = 50;

/** A longer text is none that somebody would want in their notes. */
const maxTextLength = 5000;

const right = `a text, or { label, text }, of 1 to ${String(maxTextLength)} characters`;

/**
 * The templates in what an app gives. What is wrong with it is told, and the rest of it is used.
 *
 * @param report - Told what is wrong.
 */
export function readTemplates(
  given: unknown,
  report: (error: CallingError) => void,
): readonly NoteTemplate[] {
  const tell = (what: string, value: unknown, words: string) => {
    const got = typeof value === 'string' ? `“${shownText(maskNumbers(value))}”` : kindOf(value);
    report(callingError('INVALID_CONFIG', `${what} ${got}, not ${words}`, false));
  };
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    tell('noteTemplates', given, 'a list of { label, text }');
    return [];
  }
  const found: NoteTemplate[] = [];
  for (let at = 0; at < Math.min(given.length, maxTemplates); at += 1) {
    const template = readTemplate(given, at);
    if (template) found.push(template);
    else
      tell(
        `noteTemplates[${String(at)}]`,
        attempt(() => given[at] as unknown),
        right,
      );
  }
  if (given.length > maxTemplates)
    tell('noteTemplates', String(given.length), `${String(maxTemplates)} at most: the others are left out`);
  return found;
}

function readTemplate(given: readonly unknown[], at: number): NoteTemplate | undefined {
  return attempt(() => {
    const item = given[at];
    const { label, text } = (typeof item === 'string' ? { label: item, text: item } : item) as NoteTemplate;
    if (typeof label !== 'string' || typeof text !== 'string') return undefined;
    const shown = shownText(label);
    const isRight = shown !== '' && text.trim() !== '' && text.length <= maxTextLength;
    return isRight ? { label: shown, text: text.replaceAll(/\r\n?/g, '\n') } : undefined;
  });
}

/** What a getter of the app returns; undefined if it throws. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function kindOf(value: unknown): string {
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject) return value === null ? 'null' : typeof value;
  const fields = ['label', 'text'] as const;
  const kinds = fields.map((name) => `${name}: ${typeof attempt(() => (value as NoteTemplate)[name])}`);
  return `{ ${kinds.join(', ')} }`;
}
