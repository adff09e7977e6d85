import { expect } from '@open-wc/testing';
import { custom, fields, listOf, mapOf, optional, read } from './schema.js';

const even = custom<number>((value) => typeof value === 'number' && value % 2 === 0);
const shape = fields({ even, list: listOf(even), all: mapOf(even) });
const whole = { even: 2, list: [4], all: { a: 6 } };

/** The place at fault, or what was read. */
function reading(value: unknown): unknown {
  const result = read(shape, value, 'IT');
  return result.ok ? result.data : result.at;
}

describe('schemas', () => {
  it('keep fields that they do not know', () => {
    expect(reading({ ...whole, other: [1] })).to.deep.equal({ ...whole, other: [1] });
  });

  it('name the place at fault', () => {
    const wrong = [7, {}, { ...whole, list: [2, 3] }, { ...whole, list: {} }, { ...whole, all: { b: 1 } }];
    expect(wrong.map(reading)).to.deep.equal(['IT', 'IT.even', 'IT.list.1', 'IT.list', 'IT.all.b']);
  });

  it('take no list of a billion holes, where each would be wrong', () => {
    const list: number[] = [];
    list.length = 1_000_000_000;
    expect(reading({ ...whole, list })).to.equal('IT.list');
  });

  it('leave out what may be missing and does not fit, and note its place once', () => {
    const inner = fields({ even, odd: optional(even) });
    const tolerant = fields({ one: optional(inner), list: optional(listOf(optional(inner))) });
    const value = { one: { even: 1, odd: 1 }, list: [{ even: 2, odd: 1 }, { even: 3 }, null], other: 'kept' };
    expect(read(tolerant, value, 'IT')).to.deep.equal({
      ok: true,
      data: { list: [{ even: 2 }], other: 'kept' },
      odd: ['IT.one', 'IT.list.0.odd', 'IT.list.1', 'IT.list.2'],
    });
  });

  it('refuse a list of a billion holes', () => {
    const list: number[] = [];
    list.length = 1_000_000_000;
    expect(read(listOf(optional(even)), list, 'IT')).to.deep.equal({ ok: false, at: 'IT' });
  });

  it('take over no field of a prototype', () => {
    const value: unknown = JSON.parse(
      '{"even":2,"list":[],"__proto__":{"a":1},"constructor":1,"all":{"__proto__":3}}',
    );
    const output = reading(value) as object;
    expect(Object.keys(output)).to.have.members(['even', 'list', 'all']);
    expect(Object.getPrototypeOf(output)).to.equal(Object.prototype);
  });

  it('do not change what they read', () => {
    const value = structuredClone(whole);
    expect(reading(value)).to.not.equal(value);
    expect(value).to.deep.equal(whole);
  });

  it('throw on what the value itself throws when it is looked at', () => {
    const value = {
      ...whole,
      get even(): number {
        throw new RangeError('mine');
      },
    };
    expect(() => read(shape, value, 'IT')).to.throw(RangeError, 'mine');
  });
});
