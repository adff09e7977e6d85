/**
 * Messages that nobody should send: made up, wrongly wrapped, or good ones spoilt. fast-check makes them from a seed, and
 * of one that does harm it finds the smallest that still does.
 */
import * as fc from 'fast-check';
import { inboundMessages, type InboundType } from '../../protocol/index.js';
import { valuesFor } from '../../protocol/testing/fake-payloads.js';
import { anyName, anyText, anyValue, inheritedNames, withField, withoutField } from './fake-values.js';

/** What HubSpot may send after the handshake. */
export const inboundTypes = [...inboundMessages.keys()] as InboundType[];

/** Types that mean something on the wire, or would on an object, but are no message of HubSpot's. */
const otherTypes = [
  ...[
    'SYNC',
    'SYNC_ACK',
    'READY',
    'SYNC_ACK_FAILED',
    'SET_WIDGET_URL',
    'FAILED',
    'INITIALIZED',
    'CALL_ENDED',
  ],
  ...['NEW_IN_2030', 'dial_number', ...inheritedNames],
];

const anyId = fc.oneof({ weight: 7, arbitrary: fc.nat() }, anyText);

/** Something with a type, an id and data, of which some are wrong or missing. */
const wrongEnvelopes = fc
  .tuple(
    fc.record(
      {
        type: fc.oneof(fc.constantFrom(...inboundTypes, ...otherTypes), anyValue),
        messageId: fc.oneof(fc.nat(), anyValue),
        data: anyValue,
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    fc.option(fc.tuple(anyName, anyValue)),
    fc.integer({ min: 1, max: 16 }),
  )
  .map(([envelope, more, wrapped]) => {
    const whole = more ? withField(envelope, ...more) : envelope;
    return wrapped === 16 ? [whole] : whole;
  });

/** One place of a value that is made odd. `path` says which: at each level the field of that number, counted around. */
interface Spoiling {
  readonly path: readonly number[];
  readonly name: string | undefined;
  readonly value: unknown;
  readonly does: 'replace' | 'add' | 'remove';
}

const spoilings = fc.array(
  fc.record<Spoiling>({
    path: fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
    name: anyName,
    value: anyValue,
    does: fc.constantFrom('replace', 'add', 'remove'),
  }),
  { maxLength: 3 },
);

const isOpen = (value: unknown): value is object =>
  Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';

/** A copy of a value, with one place in it made odd. */
function spoilt(value: unknown, spoiling: Spoiling, level = 0): unknown {
  const { path, name = '', does } = spoiling;
  const step = path[level];
  if (!isOpen(value)) return spoiling.value;
  if (step === undefined) return does === 'add' ? withField(value, name, spoiling.value) : spoiling.value;
  const names = Object.keys(value);
  const field = names[step % names.length];
  if (field === undefined) return withField(value, name, spoiling.value);
  const isLast = level === path.length - 1;
  if (isLast && does === 'remove') return withoutField(value, field);
  return withField(value, field, spoilt(Reflect.get(value, field), spoiling, level + 1));
}

/** Values spoilt in up to three places, some of them in none. */
const spoiltIn = (values: fc.Arbitrary<unknown>) =>
  fc
    .tuple(values, spoilings)
    .map(([value, all]) => all.reduce<unknown>((bad, spoiling) => spoilt(bad, spoiling), value));

const handshakes = fc.record(
  {
    type: fc.constant('SYNC'),
    messageId: anyId,
    portalId: fc.nat(),
    userId: fc.nat(),
    hostUrl: fc.constant('https://app.hubspot.com'),
  },
  { noNullPrototype: true },
);

/** What HubSpot might have sent. */
const goodMessages = fc.oneof(
  handshakes,
  ...[...inboundMessages].map(([type, { data }]) =>
    fc.record(
      { type: fc.constant(type), messageId: anyId, data: valuesFor(data) },
      { noNullPrototype: true },
    ),
  ),
);

/** Ways to make messages, by name. */
export const messageKinds = {
  /** Anything at all. */
  'arbitrary values': anyValue,
  'wrong envelopes': wrongEnvelopes,
  /** What HubSpot might have sent, spoilt in some places, or in none. */
  'spoilt messages': spoiltIn(goodMessages),
} as const satisfies Record<string, fc.Arbitrary<unknown>>;

/** Any of them. */
export const anyMessage: fc.Arbitrary<unknown> = fc.oneof(...Object.values(messageKinds));

/** Messages of one type with payloads that are spoilt in some places, or in none. */
export function messagesOf(type: InboundType): fc.Arbitrary<unknown> {
  const payloads = spoiltIn(valuesFor(inboundMessages.get(type)?.data ?? ((value) => value)));
  return fc.record(
    { type: fc.constant(type), messageId: fc.nat(), data: payloads },
    { noNullPrototype: true },
  );
}
