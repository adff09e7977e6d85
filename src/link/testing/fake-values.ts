/** Values that a window can be sent: every kind that the structured clone knows, and odd ones more often than others. */
import * as fc from 'fast-check';

/** Names that lead somewhere on every object. */
export const inheritedNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
] as const;

const fieldNames = [
  ...['type', 'messageId', 'data', 'phoneNumber', 'phone_number', 'engagementId', 'error', 'objectId'],
  ...['objectCoordinates', 'callerIdMatches', 'isHidden', 'then', 'toJSON', 'length', '0'],
] as const;

const oddTexts = [
  ...['', ' ', '0', '-1', '1e3', '0x10', '9007199254740993', 'NaN', 'null', 'true', '\0', '\u202E', '\uD800'],
  ...['\u{1F4DE}', '+12025550001', 'DIAL_NUMBER', 'SYNC', 'https://evil.example', '*'],
] as const;

const oddNumbers = [
  ...[0, -0, 1, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...[2 ** 31, 2 ** 53, -(2 ** 53), Number.MAX_VALUE, Number.MIN_VALUE],
] as const;

/** A text: one that has a meaning somewhere, or any characters, at and around the lengths that are bounds, or long. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...oddTexts, ...fieldNames, ...inheritedNames) },
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(64, 65, 256, 257, 2000))
    .map(([character, length]) => character.repeat(length)),
);

/** The name of a field. */
export const anyName: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...inheritedNames, ...fieldNames) },
  anyText,
);

/** Made anew each time, so that no two messages share an object. */
const made = (make: () => unknown) => fc.constant(undefined).map(make);

/** Values without others inside. */
const leaves: fc.Arbitrary<unknown>[] = [
  fc.constantFrom(undefined, null, true, false),
  fc.constantFrom(...oddNumbers),
  fc.integer(),
  fc.bigInt(),
  anyText,
  anyText,
  fc.oneof(
    made(() => new ArrayBuffer(8)),
    made(() => new Uint8Array(4)),
    made(() => /x/g),
    made(() => new Date(Number.NaN)),
    made(() => new Error('x')),
    made(() => new Blob(['x'])),
    made(() => Object('DIAL_NUMBER') as unknown),
    made(() => Object.assign([], { phoneNumber: '+12025550001' })),
    made(() => Object.assign([], { length: 1000 })),
  ),
];

/** An object that holds itself. */
const circles = fc
  .tuple(fc.dictionary(anyName, fc.oneof(...leaves), { maxKeys: 2, noNullPrototype: true }), anyName)
  .map(([record, name]) => {
    const circle = withField(record, name, undefined);
    Reflect.set(circle, name, circle);
    return circle;
  });

/** Any value. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  // What fails is tried with a simple value in its place.
  { withCrossShrink: true },
  { weight: 12, arbitrary: fc.oneof({ withCrossShrink: true }, ...leaves) },
  {
    weight: 16,
    arbitrary: fc.anything({
      key: anyName,
      values: leaves,
      maxDepth: 3,
      maxKeys: 4,
      withDate: true,
      withMap: true,
      withSet: true,
      withBoxedValues: true,
      withTypedArray: true,
      withSparseArray: true,
    }),
  },
  circles,
  fc.integer({ min: 5, max: 500 }).map(nested),
);

/** A copy of a record or list with another field, also one that is named `__proto__`. */
export function withField<T extends object>(given: T, name: string, value: unknown): T {
  const copy = copyOf(given);
  if (name !== 'length' || !Array.isArray(copy)) {
    Reflect.defineProperty(copy, name, { value, writable: true, enumerable: true, configurable: true });
  }
  return copy;
}

/** A copy of a record or list without a field. */
export function withoutField<T extends object>(given: T, name: string): T {
  const copy = copyOf(given);
  Reflect.deleteProperty(copy, name);
  return copy;
}

function copyOf<T extends object>(given: T): T {
  const empty: object = Array.isArray(given) ? [] : {};
  return Object.defineProperties(empty, Object.getOwnPropertyDescriptors(given)) as T;
}

/** An object in an object, so many levels deep. */
export function nested(depth: number): unknown {
  let value: unknown = 'end';
  for (let i = 0; i < depth; i += 1) value = { value };
  return value;
}
