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

/** Values that a schema takes, whichever they are. Throws for a schema that takes none of those it knows. */
export function valuesFor(schema: Schema): fc.Arbitrary<unknown> {
  const takes = (value: unknown) => read(schema, value, '').ok;
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
  return fc.oneof(...sorts);
}

// What a schema refuses to be without is always there, all else in some of the records.
function recordsOf(fields: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const entries = Object.entries(fields);
  return fc.record(Object.fromEntries(entries.map(([name, schema]) => [name, valuesFor(schema)])), {
    requiredKeys: entries.filter(([, schema]) => !read(schema, undefined, '').ok).map(([name]) => name),
    noNullPrototype: true,
  });
}
