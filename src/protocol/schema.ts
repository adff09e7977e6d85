/**
 * Schemas: a schema is a function that reads a value and refuses one that does not fit. What may be missing is left out
 * where it does not fit, and its place is noted. Both name the place that is wrong, never the value, which may be a phone
 * number. There is no library behind it, because every page with a phone loads this code.
 */

/**
 * Reads a value as an `Output`. `Input` is the type that may be written for it: often wider, such as `'7'` for a number.
 * `at` is the place of the value inside the message: `DIAL_NUMBER.phoneNumber`. `odd` collects the places of what is left
 * out.
 */
export interface Schema<Output = unknown, Input = unknown> extends Parts {
  (value: unknown, at: string, odd: string[]): Output;
  /** Carries the type `Input` for the compiler. At run time it is never set. */
  readonly input?: Input;
}

/** What a schema is made of: for reading one field by itself, and for tests, which make values that fit. */
export interface Parts {
  /** The schemas of the known fields. */
  readonly fields?: Entries;
  /** The schema of each item of a list, or of each value of a map. */
  readonly items?: Schema;
  /** The only values that fit. */
  readonly values?: readonly unknown[];
}

/** What a schema makes of a value. */
export type Output<S extends Schema> = ReturnType<S>;
/** What a schema takes. */
export type Input<S extends Schema> = S extends Schema<unknown, infer I> ? I : never;

/** The value as it was read and the places of what was left out of it, or the place that does not fit. */
export type Reading<T> =
  | { readonly ok: true; readonly data: T; readonly odd: readonly string[] }
  | { readonly ok: false; readonly at: string };

/** How many items a list may have. A list of a billion holes is a short message. */
const maxItems = 10_000;

/** Thrown by a schema at a value that does not fit. The message is the place. */
class Misfit extends Error {}

/** Reads a value. `at` names it in a refusal. An error that the value itself throws, from a getter, is thrown on. */
export function read<T>(schema: Schema<T>, value: unknown, at: string): Reading<T> {
  const odd: string[] = [];
  try {
    return { ok: true, data: schema(value, at, odd), odd };
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, at: error.message };
    throw error;
  }
}

/** A value that may be left out: one that does not fit is read as undefined, and its place is noted. */
export function optional<O, I>(schema: Schema<O, I>): Schema<O | undefined, I> {
  return schemaOf((value, at, odd) => {
    const noted = odd.length;
    try {
      return schema(value, at, odd);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      // What was noted inside is left out with the whole.
      odd.splice(noted, odd.length, at);
      return undefined;
    }
  }, schema);
}

/** Reads each known field by itself. What is required may still be missing or wrong: it stays as it is. */
export function partly<T>(schema: Schema<T>): Schema {
  const asItIs =
    (inner: Schema): Schema =>
    (value, at, odd) => {
      const reading = read(inner, value, at);
      if (!reading.ok) return value;
      odd.push(...reading.odd);
      return reading.data;
    };
  const entries = Object.entries(schema.fields ?? {});
  return fields(Object.fromEntries(entries.map(([name, inner]) => [name, asItIs(inner)])));
}

/** A schema from a function that reads, and the parts it is made of: of a schema around another, the other's parts. */
export function schemaOf<O, I>(
  readValue: (value: unknown, at: string, odd: string[]) => O,
  parts: Parts,
): Schema<O, I> {
  return Object.assign(readValue, parts);
}

/** A value that passes a test. It is taken as it is. */
export function custom<T>(fits: (value: unknown) => boolean): Schema<T, T> {
  return (value, at) => {
    if (!fits(value)) throw new Misfit(at);
    return value as T;
  };
}

/** A value that is changed first, and then has to fit another schema. */
export function prepare<O, I>(schema: Schema<O>, change: (value: unknown) => unknown): Schema<O, I> {
  return schemaOf((value, at, odd) => schema(change(value), at, odd), schema);
}

/** A value that fits another schema, and is then changed into something else. */
export function transform<T, I, O>(schema: Schema<T, I>, change: (value: T) => O): Schema<O, I> {
  return schemaOf((value, at, odd) => change(schema(value, at, odd)), schema);
}

/** Whether a value is an object with fields: not a list, date or map. */
export const isRecord = (value: unknown) => Object.prototype.toString.call(value) === '[object Object]';

const record = custom<Readonly<Record<string, unknown>>>(isRecord);

/** An object with these fields. It may have others as well; they are kept as they are. */
export function fields<const E extends Entries>(entries: E): Schema<Fields<Outputs<E>>, Fields<Inputs<E>>> {
  return schemaOf(
    (value, at, odd) => {
      const given = record(value, at, odd);
      const data = Object.fromEntries(ownEntries(given));
      for (const [name, schema] of Object.entries(entries)) {
        const noted = odd.length;
        const inside = schema(given[name], `${at}.${name}`, odd);
        if (inside === undefined && odd.length > noted) Reflect.deleteProperty(data, name);
        else if (name in given) data[name] = inside;
      }
      return data as Fields<Outputs<E>>;
    },
    { fields: entries },
  );
}

/**
 * An object whose fields may have any name. All have values of one kind, but for those in `known`, which have schemas of
 * their own; those that are undefined are left out.
 */
export function mapOf<O, I>(
  items: Schema<O, I>,
  known: Readonly<Record<string, Schema<O, I>>> = {},
): Schema<Record<string, Exclude<O, undefined>>, Readonly<Record<string, I>>> {
  return schemaOf(
    (value, at, odd) =>
      Object.fromEntries(
        ownEntries(record(value, at, odd))
          .filter(([, inside]) => inside !== undefined)
          .map(([name, inside]) => {
            const schema = (Object.hasOwn(known, name) ? known[name] : undefined) ?? items;
            return [name, schema(inside, `${at}.${name}`, odd)] as const;
          })
          .filter((entry): entry is [string, Exclude<O, undefined>] => entry[1] !== undefined),
      ),
    { items },
  );
}

const list = custom<readonly unknown[]>((value) => Array.isArray(value) && value.length <= maxItems);

/** A list of values of one kind; those that are undefined are left out. */
export function listOf<O, I>(items: Schema<O, I>): Schema<Exclude<O, undefined>[], readonly I[]> {
  return schemaOf(
    (value, at, odd) =>
      Array.from(list(value, at, odd), (inside, i) => items(inside, `${at}.${i}`, odd)).filter(
        (item): item is Exclude<O, undefined> => item !== undefined,
      ),
    { items },
  );
}

// Fields of these names are left out, because they could change other objects.
function ownEntries(given: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(given).filter(([name]) => !['__proto__', 'prototype', 'constructor'].includes(name));
}

type Entries = Readonly<Record<string, Schema>>;
type Outputs<E extends Entries> = { [K in keyof E]: Output<E[K]> };
type Inputs<E extends Entries> = { [K in keyof E]: Input<E[K]> };

/** A field that may be undefined may also be left out. Unknown fields are allowed. */
type Fields<T> = {
  -readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  -readonly [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
} & { [name: string]: unknown };
