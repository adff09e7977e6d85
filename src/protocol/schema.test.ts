import { expect } from '@open-wc/testing';
import * as valibot from 'valibot';
import * as v from './schema.js';

const even = v.custom<number>((value) => typeof value === 'number' && value % 2 === 0);
const shape = v.looseObject({
  even,
  list: v.nullish(v.array(even)),
  all: v.nullish(v.record(v.string(), even)),
});

/** The place at fault as valibot's own function tells it, or what was read. */
function read(value: unknown): unknown {
  const { issues, output } = valibot.safeParse<v.GenericSchema>(shape, value);
  return issues ? valibot.getDotPath(issues[0]) : output;
}

describe('schemas', () => {
  it('keep fields that they do not know', () => {
    expect(read({ even: 2, other: [1] })).to.deep.equal({ even: 2, other: [1] });
  });

  it('take what may be missing, and null', () => {
    expect(read({ even: 2, list: null })).to.deep.equal({ even: 2, list: null });
  });

  it('name the place at fault', () => {
    expect(
      [{}, { even: 1 }, { even: 2, list: [2, 3] }, { even: 2, all: { a: 2, b: 1 } }].map(read),
    ).to.deep.equal(['even', 'even', 'list.1', 'all.b']);
  });

  it('look at the holes of a list, and stop at the first of a billion', () => {
    const list: number[] = [];
    list.length = 1_000_000_000;
    expect(read({ even: 2, list })).to.equal('list.0');
  });

  it('take over no field of a prototype', () => {
    const value: unknown = JSON.parse('{"even":2,"__proto__":{"a":1},"constructor":1,"all":{"__proto__":3}}');
    const output = read(value) as object;
    expect(Object.keys(output)).to.deep.equal(['even', 'all']);
    expect(Object.getPrototypeOf(output)).to.equal(Object.prototype);
  });

  it('do not change what they read', () => {
    const value = { even: 2, list: [4] };
    const { output } = v.safeParse(shape, value);
    expect(output).to.not.equal(value);
    expect(value).to.deep.equal({ even: 2, list: [4] });
  });
});
