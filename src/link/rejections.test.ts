import { expect } from '@open-wc/testing';
import type { RejectionCode } from '../protocol/index.js';
import type { GateResult } from './gates.js';
import { Rejections, type Rejection } from './rejections.js';

const origin = 'https://app.hubspot.com';

/** What is reported of results of the gates. */
function reportsOf(results: readonly GateResult[]): readonly Rejection[] {
  const reports: Rejection[] = [];
  const rejections = new Rejections((rejection) => reports.push(rejection));
  for (const result of results) rejections.count(result, origin);
  return reports;
}

const rejected = (code: RejectionCode, type?: string, at?: string) =>
  ({ kind: 'rejected', code, type, at }) as const;
const odd = (...at: readonly string[]) =>
  ({ kind: 'known', envelope: { type: 'A', messageId: 1 }, odd: at }) as const;

describe('Rejections', () => {
  it('tells of a flood of 100,000 six times', () => {
    const told = reportsOf(Array<GateResult>(100_000).fill(rejected('BAD_ORIGIN')));
    expect(told.map(({ count }) => count)).to.deep.equal([1, 10, 100, 1000, 10_000, 100_000]);
  });

  it('counts each type and each field by itself, and the items of a list as one', () => {
    const told = reportsOf([odd('A.x', 'A.y'), odd('A.x', 'A.list.0.z'), odd('A.list.17.z')]);
    expect(told.map(({ at, count }) => [at, count])).to.deep.equal([
      ['A.x', 1],
      ['A.y', 1],
      ['A.list.0.z', 1],
    ]);
  });

  it('tells of a flood of ever new fields 69 times: of 64 one by one, then of all others', () => {
    const told = reportsOf(Array.from({ length: 100_000 }, (_, i) => odd(`A.x${String(i)}`)));
    expect(told.length).to.equal(69);
  });

  it('counts each code by itself', () => {
    const told = reportsOf([rejected('BAD_ORIGIN'), rejected('BAD_DATA', 'END_CALL', 'END_CALL.x')]);
    expect(told[1]).to.deep.equal({
      code: 'BAD_DATA',
      origin,
      type: 'END_CALL',
      at: 'END_CALL.x',
      count: 1,
    });
  });
});
