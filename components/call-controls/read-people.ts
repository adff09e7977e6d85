/** What an app's directory answers, read like a stranger's message: what cannot be shown or called is left out. */
import { numberToDial, shownText } from '../../src/index.js';
import { callId, maybe, oneOf, text } from '../../src/protocol/fields.js';
import { fields, listOf, optional, prepare, read } from '../../src/protocol/schema.js';

/** Somebody whom a call can be handed over to, as an app gives them. */
export interface DirectoryEntry {
  /** Default: the number stands for it. */
  readonly name?: string | null | undefined;
  /** As it is dialled; an extension is one too. */
  readonly number: string | number;
  /** A person, a queue of which somebody answers, or any other number. Default: `number`. */
  readonly kind?: Person['kind'] | null | undefined;
  /** `available`, `busy` and `unavailable` are shown in the user's language, any other text as it is. Default: not known. */
  readonly availability?: string | null | undefined;
}

/**
 * Finds whom a call can be handed over to, by a part of the name or of the number. The signal is aborted once nobody waits
 * for the answer any more, and is to be passed on to `fetch`.
 */
export type Directory = (
  query: string,
  signal: AbortSignal,
) => readonly DirectoryEntry[] | PromiseLike<readonly DirectoryEntry[]>;

/** Somebody whom a call can be handed over to. */
export interface Person {
  /** Empty if there is only a number. */
  readonly name: string;
  readonly toNumber: string;
  readonly kind: 'agent' | 'queue' | 'number';
  readonly availability: string | undefined;
}

/** How many of an answer are taken. */
const maxPeople = 50;

const people = prepare(
  listOf(
    optional(
      fields({
        name: maybe(text),
        // As an id may: a text, or a number.
        number: callId,
        kind: maybe(oneOf('agent', 'queue', 'number')),
        availability: maybe(text),
      }),
    ),
  ),
  (value) => (Array.isArray(value) ? value.slice(0, maxPeople) : value),
);

/** Throws a `TypeError` that names the place that is wrong if it is no list. */
export function readPeople(given: unknown): readonly Person[] {
  const reading = read(people, given, 'directory');
  if (!reading.ok) throw new TypeError(reading.at);
  return reading.data.flatMap(({ name, number, kind, availability }) => {
    const { toNumber, wrong } = numberToDial(number);
    if (wrong) return [];
    return [
      {
        name: shownText(name ?? ''),
        toNumber,
        kind: kind ?? 'number',
        availability: shownText(availability ?? '') || undefined,
      },
    ];
  });
}
