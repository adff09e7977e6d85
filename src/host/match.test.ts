import { expect } from '@open-wc/testing';
import { match } from './match.js';

const why = (value: unknown, expected: unknown) => {
  const result = match(value, expected);
  return result.ok ? undefined : result.why;
};

describe('match', () => {
  it('looks at the named fields of an object only', () => {
    expect(why({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 2 } })).to.equal(undefined);
    expect(why({ a: 1, b: { c: 2 } }, { b: { c: 3 } })).to.equal('b.c is 2, should be 3');
    expect(why({}, { a: { b: 1 } })).to.equal('a is missing, should be {"b":1}');
    expect(why(undefined, { a: 1 })).to.equal('it is missing, should be {"a":1}');
  });

  it('looks at every place of a list', () => {
    expect(why([{ a: 1, b: 2 }], [{ a: 1 }])).to.equal(undefined);
    expect(why([1, 2], [1])).to.equal('it is [1,2], should be [1]');
    expect(why({ 0: 1 }, [1])).to.equal('it is {"0":1}, should be [1]');
  });

  it('holds everything else to be the same', () => {
    expect(why('1', 1)).to.equal('it is "1", should be 1');
    expect(why(null, undefined)).to.equal('it is null, should be undefined');
  });

  const words: readonly (readonly [object, unknown, unknown])[] = [
    [{ $any: 'string' }, 'x', 1],
    [{ $any: 'object' }, {}, null],
    [{ $matches: '^a+$' }, 'aa', 'ab'],
    [{ $absent: true }, undefined, null],
    [{ $absent: false }, 0, undefined],
    [{ $length: 2 }, [1, 2], [1]],
    [{ $not: 1 }, 2, 1],
    [{ $not: { a: 1 } }, { a: 2 }, { a: 1, b: 2 }],
  ];
  for (const [word, good, bad] of words) {
    it(`${JSON.stringify(word)} takes ${JSON.stringify(good)} and not ${JSON.stringify(bad)}`, () => {
      expect(why(good, word)).to.equal(undefined);
      expect(why(bad, word)).to.be.a('string');
    });
  }

  it('remembers what got a name, and holds it to be the same again', () => {
    const first = match({ id: 'a', other: 'a' }, { id: { $as: 'call' }, other: { $as: 'call' } });
    expect(first).to.deep.equal({ ok: true, memory: { call: 'a' } });
    expect(match({ id: 'b' }, { id: { $as: 'call' } }, { call: 'a' }).ok).to.equal(false);
    expect(match({ id: 'b' }, { id: { $not: { $as: 'call' } } }, { call: 'a' }).ok).to.equal(true);
    expect(why({}, { id: { $as: 'call' } })).to.equal('id is missing, should be {"$as":"call"}');
  });

  it('refuses a word that it does not know', () => {
    expect(why(1, { $some: 1 })).to.equal('$some is no word of an expectation');
  });
});
