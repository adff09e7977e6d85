/**
 * Schemas: a schema is a function that reads a value, and refuses one that does not fit. It names the place at fault,
 * never the value: that may be a phone number. So small because every page with a phone loads it.
 */

/** Reads a value as an `Output`; `Input` is what one may write for it. `at` is where the value stands. */
export interface Schema<Output = unknown, Input = unknown> {
  (value: unknown, at: string): Output;
  /** For types only: it is never there. */
  readonly input?: Input;
}

/** What a schema makes of a value. */
export type Output<S extends Schema> = ReturnType<S>;
/** What a schema takes. */
export type Input<S extends Schema> = S extends Schema<unknown, infer I> ? I : never;

/** A value that fits, read; or the place where it does not: `DIAL_NUMBER.phoneNumber`. */
export type Reading<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly at: string };

/** Its message is the place. */
class Misfit extends Error {}

/** Reads a value that stands there. What the value itself throws when it is looked at is thrown on. */
export function read<T>(schema: Schema<T>, value: unknown, at: string): Reading<T> {
  try {
    return { ok: true, data: schema(value, at) };
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, at: error.message };
    throw error;
  }
}

/** A value that passes this test, as it is. */
export function custom<T>(fits: (value: unknown) => boolean): Schema<T, T> {
  return (value, at) => {
    if (!fits(value)) throw new Misfit(at);
    return value as T;
  };
}

/** A value that another schema takes, made into something else. */
export function transform<T, I, O>(schema: Schema<T, I>, change: (value: T) => O): Schema<O, I> {
  return (value, at) => change(schema(value, at));
}

/** Whether this is an object with fields, and no list, date or map. */
export const isRecord = (value: unknown) => Object.prototype.toString.call(value) === '[object Object]';

const record = custom<Readonly<Record<string, unknown>>>(isRecord);

/** Fields that are known by name. What is inside may have more of them: they pass untouched. */
export function fields<const E extends Entries>(entries: E): Schema<Fields<Outputs<E>>, Fields<Inputs<E>>> {
  return (value, at) => {
    const given = record(value, at);
    const known = Object.entries(entries)
      .map(([name, schema]) => [name, schema(given[name], `${at}.${name}`)] as const)
      .filter(([name]) => name in given);
    return Object.fromEntries([...ownEntries(given), ...known]) as Fields<Outputs<E>>;
  };
}

/** A map of such values, whatever their names. */
export function mapOf<O, I>(schema: Schema<O, I>): Schema<Record<string, O>, Readonly<Record<string, I>>> {
  return (value, at) =>
    Object.fromEntries(
      ownEntries(record(value, at)).map(([name, inside]) => [name, schema(inside, `${at}.${name}`)]),
    );
}

/** A list of such values. */
export function listOf<O, I>(schema: Schema<O, I>): Schema<O[], readonly I[]> {
  const list = custom<readonly unknown[]>(Array.isArray);
  return (value, at) => Array.from(list(value, at), (inside, i) => schema(inside, `${at}.${i}`));
}

// What would change other objects by its name is left behind.
function ownEntries(given: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(given).filter(([name]) => !['__proto__', 'prototype', 'constructor'].includes(name));
}

type Entries = Readonly<Record<string, Schema>>;
type Outputs<E extends Entries> = { [K in keyof E]: Output<E[K]> };
type Inputs<E extends Entries> = { [K in keyof E]: Input<E[K]> };

/** A field that may be undefined may be missing. */
type Fields<T> = {
  -readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  -readonly [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
} & { [name: string]: unknown };
