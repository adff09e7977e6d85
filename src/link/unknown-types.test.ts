import { expect } from '@open-wc/testing';
import { answerOncePerType } from './unknown-types.js';

describe('answerOncePerType', () => {
  it('wants one answer for each type', () => {
    const isAnswerDue = answerOncePerType();
    expect(['A', 'B', 'A', 'toString', '__proto__', 'B'].map(isAnswerDue)).to.deep.equal([
      ...[true, true, false, true, true, false],
    ]);
  });

  it('wants 256 answers at most, however many types are invented', () => {
    const isAnswerDue = answerOncePerType();
    const due = Array.from({ length: 1000 }, (_, number) => isAnswerDue(`TYPE_${String(number)}`));
    expect(due.lastIndexOf(true)).to.equal(255);
    expect(due.filter(Boolean)).to.have.length(256);
    expect(isAnswerDue('TYPE_0')).to.equal(false);
  });
});
