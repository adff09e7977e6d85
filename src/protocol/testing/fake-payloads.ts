/** Makes payloads that fit a schema, out of what the schema says it is made of. */
import * as fc from 'fast-check';
import { read, type Schema } from '../schema.js';

/** Values without parts: one of each sort that tells whether a schema takes the sort, and an arbitrary that makes it. */
const simple: readonly (readonly [probe: unknown, values: fc.Arbitrary<unknown>])[] = [
  ['x', fc.string({ minLength: 1, maxLength: 12 })],
  ['', fc.constant('')],
  [1, fc.nat()],
  [1.5, fc.double({ noNaN: true, noDefaultInfinity: true })],
  ['12', fc.nat().map(String)],
  [true, fc.boolean()],
  [{}, fc.dictionary(fc.string(), fc.string(), { maxKeys: 3, noNullPrototype: true })],
  [[], fc.array(fc.string(), { maxLength: 3 })],
];

/** Whether a schema takes a value as a whole: it leaves nothing out. */
export function takesWhole(schema: Schema, value: unknown): boolean {
  const reading = read(schema, value, '');
  return reading.ok && reading.odd.length === 0;
}

/** Values that a schema takes, whichever they are. Throws for a schema that takes none of those it knows. */
export function valuesFor(schema: Schema): fc.Arbitrary<unknown> {
  const takes = (value: unknown) => takesWhole(schema, value);
  const missing = [null, undefined].filter(takes).map((value) => fc.constant(value));
  return fc.oneof(...missing, { weight: 4, arbitrary: presentValuesFor(schema, takes) });
}

function presentValuesFor(schema: Schema, takes: (value: unknown) => boolean): fc.Arbitrary<unknown> {
  const { fields, items, values } = schema;
  if (fields) return recordsOf(fields);
  if (values) return fc.constantFrom(...values);
  if (items && takes([])) return fc.array(valuesFor(items), { maxLength: 3 });
  if (items) {
    return fc.dictionary(fc.string(), valuesFor(items), { maxKeys: 3, noNullPrototype: true });
  }
  const sorts = simple.filter(([probe]) => takes(probe)).map(([, arbitrary]) => arbitrary);
  if (sorts.length === 0)
    throw new Error('There is a schema that takes none of the values of fake-payloads.ts.');
  return fc.oneof(...sorts).filter(takes);
}

// What a schema refuses to be without is always there, all else in some of the records.
function recordsOf(fields: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const entries = Object.entries(fields);
  return fc.record(Object.fromEntries(entries.map(([name, schema]) => [name, valuesFor(schema)])), {
    requiredKeys: entries.filter(([, schema]) => !read(schema, undefined, '').ok).map(([name]) => name),
    noNullPrototype: true,
  });
}

/** A payload with every known field of the schema, one item at least in each list and map, and nothing missing. */
export function wholeValuesFor(schema: Schema): fc.Arbitrary<unknown> {
  const { fields, items } = schema;
  const takes = (value: unknown) => takesWhole(schema, value);
  if (fields) {
    const entries = Object.entries(fields).map(([name, inner]) => [name, wholeValuesFor(inner)] as const);
    return fc.record(Object.fromEntries(entries), { noNullPrototype: true });
  }
  if (items && takes([])) return fc.array(wholeValuesFor(items), { minLength: 1, maxLength: 3 });
  if (items) return fc.record({ some_name: wholeValuesFor(items) }, { noNullPrototype: true });
  return presentValuesFor(schema, takes);
}

/** A place in a payload, as the names that lead to it from there. */
export interface FieldPlace {
  readonly path: readonly string[];
  readonly schema: Schema;
  /** The nearest place around it, or itself, that may be left out. Undefined: the message is refused without it. */
  readonly leftOut: readonly string[] | undefined;
}

/** Every known place of a payload, also the first item of each list and map. */
export function placesIn(
  schema: Schema,
  path: readonly string[] = [],
  around?: readonly string[],
): readonly FieldPlace[] {
  // Nothing takes a symbol, but what may be left out.
  const leftOut = read(schema, Symbol('odd'), '').ok ? path : around;
  const inner = Object.entries(schema.fields ?? {});
  const item = schema.items && ([takesWhole(schema, []) ? '0' : 'some_name', schema.items] as const);
  return [
    { path, schema, leftOut },
    ...[...inner, ...(item ? [item] : [])].flatMap(([name, one]) => placesIn(one, [...path, name], leftOut)),
  ];
}

/** Values that a schema does not take: it leaves them out as a whole, or refuses them. */
export function oddValuesFor(schema: Schema): fc.Arbitrary<unknown> {
  return fc
    .oneof(
      fc.constantFrom<unknown>('', ' ', null, true, 0, -1, 1.5, NaN, 2 ** 53, 7n, [], {}, [1], 'x', '0x10'),
      fc.constantFrom<unknown>(new Date(0), new Map(), /x/, Object('text'), Object(7)),
      fc.string(),
      fc.dictionary(fc.string(), fc.string(), { maxKeys: 3, noNullPrototype: true }),
    )
    .filter((value) => {
      const reading = read(schema, value, '');
      return !reading.ok || (reading.data === undefined && reading.odd.length > 0);
    });
}

/** A copy of a payload with another value at a place; without a value, that place is left out. */
export function withValueAt(
  payload: unknown,
  path: readonly string[],
  ...value: readonly unknown[]
): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value[0];
  const entries = Object.entries(payload as Readonly<Record<string, unknown>>).flatMap<
    readonly [string, unknown]
  >(([other, inside]) => {
    if (other !== name) return [[other, inside] as const];
    return rest.length === 0 && value.length === 0
      ? []
      : [[other, withValueAt(inside, rest, ...value)] as const];
  });
  return Array.isArray(payload) ? entries.map(([, inside]) => inside) : Object.fromEntries(entries);
}
