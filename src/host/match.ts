/** Compares a value with an expectation that is plain data and may name only some of its fields. */
import { jsonOf } from './transcript.js';

/**
 * What a value should be. Of an object only the fields that are named count; of a list every item counts; anything else
 * has to be the same. An object with one key that begins with `$` is a pattern:
 *
 * - `{ $any: 'string' }` (or `number`, `boolean`, `object`): any value of that type
 * - `{ $matches: '^\\d+$' }`: text that matches the regular expression
 * - `{ $absent: true }`: undefined or missing; `false`: anything but that
 * - `{ $as: 'call' }`: at first any value but undefined and null, which gets this name; from then on, the same value
 * - `{ $not: … }`: a value that does not fit what is inside
 * - `{ $length: 2 }`: a list of so many items
 */
export type Expectation = unknown;

/** The values that have got a name by `$as`. */
export type Memory = Readonly<Record<string, unknown>>;

/** The value fits, and these names are known now; or in words, where it does not fit. */
export type Match =
  { readonly ok: true; readonly memory: Memory } | { readonly ok: false; readonly why: string };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Compares a value with what it should be.
 *
 * @param value - The value.
 * @param expected - What it should be.
 * @param memory - The names that are known already. Default: none.
 * @param at - Where the value is, for the answer: `callerIdMatches.0`. Default: at the top.
 */
export function match(value: unknown, expected: Expectation, memory: Memory = {}, at = ''): Match {
  if (!isObject(expected)) return verdict(Object.is(value, expected), value, expected, at, memory);
  const [word, ...others] = Object.keys(expected);
  if (word?.startsWith('$') && others.length === 0) return matchWord(value, expected, word, memory, at);
  if (Array.isArray(expected)) {
    if (!Array.isArray(value) || value.length !== expected.length) return bad(value, expected, at);
  } else if (!isObject(value)) return bad(value, expected, at);
  let known = memory;
  for (const [name, one] of Object.entries(expected)) {
    const result = match((value as Fields)[name], one, known, at === '' ? name : `${at}.${name}`);
    if (!result.ok) return result;
    known = result.memory;
  }
  return { ok: true, memory: known };
}

function matchWord(value: unknown, expected: Fields, word: string, memory: Memory, at: string): Match {
  const operand = expected[word];
  switch (word) {
    case '$any':
      return verdict(typeof value === operand && value !== null, value, expected, at, memory);
    case '$matches':
      return verdict(
        typeof value === 'string' && new RegExp(String(operand), 'u').test(value),
        value,
        expected,
        at,
        memory,
      );
    case '$absent':
      return verdict((value === undefined) === operand, value, expected, at, memory);
    case '$length':
      return verdict(Array.isArray(value) && value.length === operand, value, expected, at, memory);
    case '$not':
      return verdict(!match(value, operand, memory).ok, value, expected, at, memory);
    case '$as': {
      const name = String(operand);
      if (Object.hasOwn(memory, name)) return match(value, memory[name], memory, at);
      if (value === undefined || value === null) return bad(value, expected, at);
      return { ok: true, memory: { ...memory, [name]: value } };
    }
    default:
      return { ok: false, why: `${word} is no word of an expectation` };
  }
}

function verdict(isRight: boolean, value: unknown, expected: unknown, at: string, memory: Memory): Match {
  return isRight ? { ok: true, memory } : bad(value, expected, at);
}

function bad(value: unknown, expected: unknown, at: string): Match {
  const is = value === undefined ? 'missing' : jsonOf(value);
  return { ok: false, why: `${at === '' ? 'it' : at} is ${is}, should be ${JSON.stringify(expected)}` };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
