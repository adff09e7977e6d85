import { expect } from '@open-wc/testing';
import { pictureOf } from './message-picture.js';

const nested = (depth: number) => {
  let list: unknown[] = [];
  for (let i = 0; i < depth; i += 1) list = [list];
  return list;
};
const cyclic = () => {
  const object: Record<string, unknown> = { name: 'x' };
  object['self'] = object;
  object['list'] = [object, object];
  return object;
};
// Each level holds the next fifty times: without a bound on all of it, more than a browser can write.
const bushy = () => {
  let level: unknown = 'leaf';
  for (let i = 0; i < 20; i += 1) level = new Array<unknown>(50).fill(level);
  return level;
};
const named = (amount: number, length = 1) =>
  Object.fromEntries(Array.from({ length: amount }, (_, i) => [String(i).padStart(length, 'n'), i]));

describe('the picture of a message', () => {
  it('is its JSON, where it is small', () => {
    const payload = { externalCallId: 'a', list: [1, null, true], deep: { text: 'x', missing: undefined } };
    expect(pictureOf(payload)).to.equal(JSON.stringify(payload, undefined, 2));
    expect([pictureOf(undefined), pictureOf('x'), pictureOf([])]).to.deep.equal(['null', '"x"', '[]']);
  });

  const hostile: Readonly<Record<string, () => unknown>> = {
    'a text of 32 MB': () => 'x'.repeat(2 ** 25),
    'a thousand texts of 1 MB': () => new Array<string>(1000).fill('x'.repeat(2 ** 20)),
    'a name of 1 MB': () => ({ ['n'.repeat(2 ** 20)]: 1 }),
    'fifty names of 100 kB': () => named(50, 100_000),
    '100,000 fields': () => named(100_000),
    'a million items': () => new Array<number>(1_000_000).fill(0),
    'a billion holes': () => new Array<number>(1_000_000_000),
    '5,000 lists in each other': () => nested(5000),
    'what contains itself': cyclic,
    'what branches at every level': bushy,
    'a BigInt': () => ({ big: 5n }),
    'a BigInt of 90,000 digits': () => 1n << 300_000n,
    'a Map': () => new Map([[{}, 1n]]),
    'a Set, a Date, an expression': () => [new Set([1]), new Date(NaN), new Date(0), /x/],
    '32 MB of bytes': () => ({ bytes: new Uint8Array(2 ** 25), buffer: new ArrayBuffer(2 ** 25) }),
    'an error': () => new Error('x'.repeat(2 ** 20)),
    'no JSON': () => [Symbol('x'), () => 1, NaN, Infinity, undefined],
    'a getter that throws': () => ({
      get text() {
        throw new Error('no');
      },
    }),
    'a function toJSON': () => ({ toJSON: () => 'x'.repeat(2 ** 20) }),
    'controls and halves of characters': () => '\u202e\u0000\ud800'.repeat(10_000),
  };
  Object.entries(hostile).forEach(([name, make]) => {
    it(`is short and JSON for ${name}`, () => {
      const picture = pictureOf(make());
      expect(picture.length).to.be.below(20_000);
      expect(() => JSON.parse(picture) as unknown).to.not.throw();
    });
  });

  it('says how much is left out, and what is no JSON', () => {
    expect(JSON.parse(pictureOf('x'.repeat(1000)))).to.match(/^x{500}… \(1000 characters\)$/);
    expect((JSON.parse(pictureOf(Array(60).fill(0))) as unknown[]).at(-1)).to.equal('… 10 more');
    expect(JSON.parse(pictureOf(named(60)))).to.include({ '…': '… 10 more' });
    expect(JSON.parse(pictureOf({ a: 5n, b: new Map([[1, 2]]), c: NaN }))).to.deep.equal({
      a: '(bigint 5)',
      b: '(Map of 1)',
      c: '(NaN)',
    });
    expect(JSON.parse(pictureOf(cyclic()))).to.deep.include({ name: 'x', self: '(contains itself)' });
  });
});
