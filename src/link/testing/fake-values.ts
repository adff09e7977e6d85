/** Values that a window can be sent, of every kind that the structured clone knows, and odd ones first of all. */
import type { Random } from './fake-random.js';

/** Names that lead somewhere on every object. */
export const inheritedNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
] as const;

const names = [
  ...inheritedNames,
  ...(['type', 'messageId', 'data', 'phoneNumber', 'phone_number', 'engagementId', 'error'] as const),
  ...([
    'objectId',
    'objectCoordinates',
    'callerIdMatches',
    'isHidden',
    'then',
    'toJSON',
    'length',
    '0',
  ] as const),
] as const;

const texts = [
  ...([
    '',
    ' ',
    '0',
    '-1',
    '1e3',
    '0x10',
    '9007199254740993',
    'NaN',
    'null',
    'true',
    '\0',
    '\u202E',
  ] as const),
  ...(['\uD800', '\u{1F4DE}', '+12025550001', 'DIAL_NUMBER', 'SYNC', 'https://evil.example', '*'] as const),
  ...names,
] as const;

const numbers = [
  ...[0, -0, 1, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...[2 ** 31, 2 ** 53, -(2 ** 53), Number.MAX_VALUE, Number.MIN_VALUE],
] as const;

/** A text: one that has a meaning somewhere, or one of any length. */
export function anyText(random: Random): string {
  if (!random.oneIn(4)) return random.pick(texts);
  return String.fromCharCode(32 + random.below(0xffdf)).repeat(random.pick([1, 2, 64, 65, 256, 257, 2000]));
}

/** A name of a field. */
export function anyName(random: Random): string {
  return random.oneIn(4) ? anyText(random) : random.pick(names);
}

const simple: readonly [(random: Random) => unknown, ...((random: Random) => unknown)[]] = [
  () => undefined,
  () => null,
  (random) => random.oneIn(2),
  (random) => random.pick([...numbers]),
  (random) => random.below(2 ** 31),
  (random) => BigInt(random.below(2 ** 31)) ** 3n,
  anyText,
  anyText,
  anyText,
];

/** What is an object and yet no record. */
const special: readonly [
  (random: Random, inner: () => unknown) => unknown,
  ...((random: Random, inner: () => unknown) => unknown)[],
] = [
  (random) => new Date(random.pick([0, 1e12, Number.NaN])),
  (_, inner) => new Map([[inner(), inner()]]),
  (_, inner) => new Set([inner()]),
  (random) => new Uint8Array(random.below(40)),
  (random) => new Float64Array([random.below(9), Number.NaN]),
  (random) => new ArrayBuffer(random.below(40)),
  () => /x/g,
  (random) => new Error(anyText(random)),
  (random) => Object(random.pick<unknown>(['DIAL_NUMBER', 1, true])) as unknown,
  () => new Blob(['x']),
];

/** Any value, up to so many levels deep. */
export function anyValue(random: Random, depth = 3): unknown {
  const inner = () => anyValue(random, depth - 1);
  const kind = depth > 0 ? random.below(10) : 0;
  if (kind < 5) return random.pick(simple)(random);
  if (kind === 5) return random.pick(special)(random, inner);
  if (kind === 6) return anyArray(random, inner);
  return anyRecord(random, inner);
}

function anyArray(random: Random, inner: () => unknown): unknown[] {
  const array = random.several(4, inner);
  if (random.oneIn(8)) array.length += random.below(1000); // with holes
  if (random.oneIn(8)) Object.assign(array, { phoneNumber: '+12025550001' });
  return array;
}

function anyRecord(random: Random, inner: () => unknown): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const name of random.several(5, () => anyName(random))) setField(record, name, inner());
  if (random.oneIn(16)) setField(record, anyName(random), record); // in a circle
  return record;
}

/** Sets a field of the object itself, also one that is named `__proto__`. What an array refuses is left. */
export function setField(record: object, name: string, value: unknown): void {
  if (name === 'length' && Array.isArray(record)) return;
  Reflect.defineProperty(record, name, { value, writable: true, enumerable: true, configurable: true });
}

/** An object in an object, so many levels deep. */
export function nested(depth: number): unknown {
  let value: unknown = 'end';
  for (let i = 0; i < depth; i += 1) value = { value };
  return value;
}
