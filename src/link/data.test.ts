// Odd data, posted by a real frame: each is delivered or rejected as it should be, and the link goes on.
import { expect } from '@open-wc/testing';
import { FramedWidget } from './testing/fake-framed-widget.js';
import { nested } from './testing/fake-values.js';
import { dial } from './testing/fake-widget.js';

/** Whether a message is delivered, delivered as one of an unknown type, or rejected with a code. */
type Outcome = 'delivered' | 'delivered,ODD_FIELD' | 'unknown' | 'BAD_MESSAGE' | 'BAD_DATA';

interface Sent {
  readonly message: unknown;
  readonly transfer?: readonly Transferable[];
}

type Case = readonly [name: string, outcome: Outcome, make: () => Sent];

const phoneNumber = '+12025550001';
const parsed = (text: string): unknown => JSON.parse(text);
const sent = (message: unknown): Sent => ({ message });
const withType = (type: unknown): Sent => sent({ ...dial, type });
const withId = (messageId: unknown): Sent => sent({ ...dial, messageId });
const dialWith = (more: object): Sent => sent({ ...dial, data: { phoneNumber, ...more } });
const withPayload = (data: unknown, type = 'DIAL_NUMBER'): Sent => sent({ type, messageId: 'case', data });

/** A message whose payload's fields may all be missing: only what is no record at all is rejected. */
const visibility = (data: unknown): Sent => withPayload(data, 'VISIBILITY_CHANGED');
/** A message whose payload HubSpot does not describe: whatever can be copied is delivered. */
const anyShape = (data: unknown): Sent => withPayload(data, 'SET_CALL_STATE');

function cyclic(): Record<string, unknown> {
  const value: Record<string, unknown> = { phoneNumber };
  value['self'] = value;
  return value;
}

const channel = (): MessagePort => new MessageChannel().port1;
const withPort = (type: string, name = 'port'): Sent => {
  const port = channel();
  return { message: { type, messageId: 'case', data: { phoneNumber, [name]: port } }, transfer: [port] };
};

const names: readonly Case[] = [
  [
    '__proto__ beside the type',
    'delivered',
    () =>
      sent(
        parsed(`{"type":"DIAL_NUMBER","messageId":1,"data":{"phoneNumber":"1"},"__proto__":{"polluted":1}}`),
      ),
  ],
  [
    '__proto__ in the payload',
    'delivered',
    () => withPayload(parsed('{"phoneNumber":"1","__proto__":{"polluted":1}}')),
  ],
  [
    '__proto__ in a field',
    'delivered',
    () => withPayload(parsed('{"phoneNumber":"1","calleeInfo":{"__proto__":{"polluted":1}}}')),
  ],
  [
    '__proto__ with the fields that are missing',
    'BAD_DATA',
    () => withPayload(parsed('{"__proto__":{"phoneNumber":"1"}}')),
  ],
  [
    '__proto__ with the type that is missing',
    'BAD_MESSAGE',
    () => sent(parsed('{"messageId":1,"__proto__":{"type":"DIAL_NUMBER"}}')),
  ],
  [
    '__proto__ in a payload of any shape',
    'delivered',
    () => anyShape(parsed('{"a":{"__proto__":{"polluted":1}}}')),
  ],
  [
    'constructor.prototype',
    'delivered',
    () =>
      withPayload(
        parsed('{"phoneNumber":"1","constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1}}'),
      ),
  ],
  ...['toString', 'hasOwnProperty', '__proto__', 'constructor', 'valueOf'].map((type): Case => [
    `the type ${type}`,
    'unknown',
    () => withType(type),
  ]),
];

const envelopes: readonly Case[] = [
  ['["DIAL_NUMBER"] as type', 'BAD_MESSAGE', () => withType(['DIAL_NUMBER'])],
  ['a String as type', 'BAD_MESSAGE', () => withType(Object('DIAL_NUMBER'))],
  ['no text as type', 'BAD_MESSAGE', () => withType('')],
  ['64 characters as type', 'unknown', () => withType('A'.repeat(64))],
  ['65 characters as type', 'BAD_MESSAGE', () => withType('A'.repeat(65))],
  ['16 MB as type', 'BAD_MESSAGE', () => withType('A'.repeat(2 ** 24))],
  ['half a character as type', 'unknown', () => withType('\uD800')],
  ['257 characters as id', 'BAD_MESSAGE', () => withId('1'.repeat(257))],
  ['16 MB as id', 'BAD_MESSAGE', () => withId('1'.repeat(2 ** 24))],
  ...[Number.NaN, Number.POSITIVE_INFINITY, 7n, true, null, undefined, {}, [1], Object('1'), Object(1)].map(
    (id: unknown): Case => [`${typeof id} ${String(id)} as id`, 'BAD_MESSAGE', () => withId(id)],
  ),
  ['the number 0 as id', 'delivered', () => withId(0)],
  ...[null, undefined, true, 5, 5n, 'DIAL_NUMBER', JSON.stringify(dial)].map((message): Case => [
    `${typeof message} ${String(message)}`,
    'BAD_MESSAGE',
    () => sent(message),
  ]),
  ['a list', 'BAD_MESSAGE', () => sent([dial])],
  ['a list with a type', 'BAD_MESSAGE', () => sent(Object.assign([], dial))],
  ['a Map', 'BAD_MESSAGE', () => sent(new Map(Object.entries(dial)))],
];

const payloads: readonly Case[] = [
  ['64 MB of text', 'delivered', () => anyShape('x'.repeat(2 ** 26))],
  ['64 MB of text in a field', 'delivered', () => dialWith({ more: 'x'.repeat(2 ** 26) })],
  ['1,000 levels', 'delivered', () => anyShape(nested(1000))],
  ['1,000 levels in a field', 'delivered', () => dialWith({ more: nested(1000) })],
  ['a circle', 'delivered', () => anyShape(cyclic())],
  ['a circle in a field', 'delivered', () => withPayload(cyclic())],
  ['a list of a million holes', 'delivered', () => anyShape(Object.assign([], { length: 1e6 }))],
  [
    'a list with holes where records belong',
    'delivered,ODD_FIELD',
    () => withPayload({ callerIdMatches: Object.assign([], { length: 3 }) }, 'CALLER_ID_MATCH_SUCCEEDED'),
  ],
  [
    'a list of a million holes where records belong',
    'BAD_DATA',
    () => withPayload({ callerIdMatches: Object.assign([], { length: 1e6 }) }, 'CALLER_ID_MATCH_SUCCEEDED'),
  ],
  ['a list with the fields', 'BAD_DATA', () => withPayload(Object.assign([], { phoneNumber }))],
  ['a number in a text', 'BAD_DATA', () => withPayload({ phoneNumber: Object(phoneNumber) as unknown })],
  ...['objectId', 'ownerId', 'portalId', 'subjectId', 'startTimestamp', 'threadId'].flatMap(
    (name): Case[] => [
      [`a boolean as ${name}`, 'delivered,ODD_FIELD', () => dialWith({ [name]: true })],
      [`a bigint as ${name}`, 'delivered,ODD_FIELD', () => dialWith({ [name]: 1n })],
    ],
  ),
  [
    'a boolean as engagementId',
    'BAD_DATA',
    () => withPayload({ engagementId: false }, 'CREATE_ENGAGEMENT_SUCCEEDED'),
  ],
  ['a list as error', 'delivered,ODD_FIELD', () => withPayload({ error: [] }, 'CREATE_ENGAGEMENT_FAILED')],
  ['a list as payload', 'BAD_DATA', () => visibility([])],
  ['a list of any shape', 'delivered', () => anyShape([1, [2]])],
];

/** Objects that are no plain records, by name. Not every browser has all of them. */
const exotic: Readonly<Record<string, () => unknown>> = {
  Map: () => new Map([['isHidden', true]]),
  Set: () => new Set([1]),
  Date: () => new Date(0),
  RegExp: () => /x/,
  Error: () => new Error('x'),
  Blob: () => new Blob(['x']),
  File: () => new File(['x'], 'x'),
  ArrayBuffer: () => new ArrayBuffer(8),
  Uint8Array: () => new Uint8Array(8),
  BigInt64Array: () => new BigInt64Array(8),
  DataView: () => new DataView(new ArrayBuffer(8)),
  Boolean: () => Object(true) as unknown,
  ImageData: () => new ImageData(1, 1),
  DOMRect: () => new DOMRect(),
};
const available = Object.entries(exotic).filter(([name]) => name in globalThis);

const objects: readonly Case[] = [
  ...available.map(([name, make]): Case => [`a ${name} as payload`, 'BAD_DATA', () => visibility(make())]),
  ...available.map(([name, make]): Case => [`a ${name} of any shape`, 'delivered', () => anyShape(make())]),
  ['a port where an id may be', 'delivered,ODD_FIELD', () => withPort('DIAL_NUMBER', 'objectId')],
  ['a port in a field', 'BAD_DATA', () => withPort('DIAL_NUMBER')],
  ['a port of any shape', 'BAD_DATA', () => withPort('SET_CALL_STATE')],
  ['a port of an unknown type', 'BAD_DATA', () => withPort('NEW_IN_2030')],
  ['a port beside the message', 'delivered', () => ({ message: dial, transfer: [channel()] })],
];

describe('odd data from HubSpot', () => {
  const inherited = Reflect.ownKeys(Object.prototype);

  const opened: FramedWidget[] = [];

  async function open(): Promise<FramedWidget> {
    const widget = await FramedWidget.open();
    opened.push(widget);
    return widget;
  }

  afterEach(() => {
    opened.splice(0).forEach((widget) => widget.close());
  });

  /** Posts a message and returns the outcome. Fails if the link does not go on afterwards. */
  async function outcomeOf(make: () => Promise<Sent> | Sent): Promise<unknown> {
    const widget = await open();
    const { message, transfer } = await make();
    widget.host.say(message, transfer);
    await widget.settled();
    const delivered = [...widget.received, ...widget.unknown];
    expect(delivered.some(({ data }) => 'polluted' in (Object(data) as object))).to.equal(false);
    expect(Reflect.ownKeys(Object.prototype)).to.deep.equal(inherited);
    const outcomes = [...widget.received.map(() => 'delivered'), ...widget.unknown.map(() => 'unknown')];
    return [...outcomes, ...widget.turnedAway].join();
  }

  [...names, ...envelopes, ...payloads, ...objects].forEach(([name, outcome, make]) => {
    it(`${name}: ${outcome}`, async function () {
      this.timeout(30_000);
      expect(await outcomeOf(make)).to.equal(outcome);
    });
  });

  if ('createImageBitmap' in globalThis) {
    it('an ImageBitmap of any shape: delivered', async () => {
      const outcome = outcomeOf(async () => anyShape(await createImageBitmap(new ImageData(1, 1))));
      expect(await outcome).to.equal('delivered');
    });
  }

  if ('OffscreenCanvas' in globalThis) {
    it('an OffscreenCanvas, which can be moved and not copied: BAD_DATA', async () => {
      const canvas = new OffscreenCanvas(1, 1);
      const outcome = outcomeOf(() => ({ message: anyShape(canvas).message, transfer: [canvas] }));
      expect(await outcome).to.equal('BAD_DATA');
    });
  }

  it('what the browser cannot read: UNREADABLE', async () => {
    const widget = await open();
    window.dispatchEvent(new MessageEvent('messageerror', { source: widget.host.view }));
    await widget.settled();
    expect(widget.turnedAway).to.deep.equal(['UNREADABLE']);
  });
});
