import { expect } from '@open-wc/testing';
import { boundedJson } from './bounded-json.js';

/** Lists in lists, each of which holds the next one twice: a small message, and a text that doubles with each level. */
function doubled(levels: number): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < levels; i += 1) value = [value, value];
  return value;
}

function cyclic(name: string): unknown {
  const circle: Record<string, unknown> = {};
  Object.defineProperty(circle, name, { value: circle, enumerable: true });
  return { circle };
}

const holes = (length: number) => Object.assign([], { length });

describe('boundedJson', () => {
  for (const value of [null, 1, 'x', [], { a: [1, { b: 'x' }] }, doubled(3)]) {
    it(`writes what JSON writes: ${JSON.stringify(value)}`, () => {
      expect(boundedJson(value, 100)).to.equal(JSON.stringify(value));
    });
  }

  const refused: Readonly<Record<string, () => unknown>> = {
    'what contains itself': () => cyclic('self'),
    'what contains itself by a name of 100,000 characters': () => cyclic('x'.repeat(100_000)),
    'what contains itself by __proto__': () => cyclic('__proto__'),
    'what doubles forty times': () => doubled(40),
    'a billion holes': () => holes(2 ** 30),
    'a text of 1 MB in 999 places': () => Array<string>(999).fill('x'.repeat(1e6)),
    'a name of 1 MB in 999 places': () => Array<object>(999).fill({ ['x'.repeat(1e6)]: 1 }),
    bytes: () => ({ a: [new Uint8Array(1e7)] }),
    'a BigInt': () => [1n],
    'no data': () => undefined,
  };
  for (const [what, make] of Object.entries(refused)) {
    it(`writes nothing for ${what}, and is done at once`, () => {
      expect(boundedJson(make(), 10_000)).to.equal(undefined);
    });
  }

  it('counts every value, the outermost too', () => {
    expect(boundedJson([1, 2], 3)).to.equal('[1,2]');
    expect(boundedJson([1, 2], 2)).to.equal(undefined);
  });
});
