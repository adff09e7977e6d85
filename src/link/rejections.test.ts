import { expect } from '@open-wc/testing';
import { Rejections } from './rejections.js';

describe('Rejections', () => {
  it('tells of a flood of 100,000 six times', () => {
    const rejections = new Rejections();
    const told: number[] = [];
    for (let i = 0; i < 100_000; i += 1) {
      const rejection = rejections.add('BAD_ORIGIN', 'https://evil.example');
      if (rejection) told.push(rejection.count);
    }
    expect(told).to.deep.equal([1, 10, 100, 1000, 10_000, 100_000]);
  });

  it('counts each type and each field by itself, and the items of a list as one', () => {
    const rejections = new Rejections();
    const told = ['A.x', 'A.y', 'A.x', 'A.list.0.z', 'A.list.17.z'].map(
      (at) => rejections.add('ODD_FIELD', 'https://app.hubspot.com', 'A', at)?.count,
    );
    expect(told).to.deep.equal([1, 1, undefined, 1, undefined]);
  });

  it('tells of a flood of ever new fields some seventy times', () => {
    const rejections = new Rejections();
    let told = 0;
    for (let i = 0; i < 100_000; i += 1) {
      if (rejections.add('ODD_FIELD', 'https://app.hubspot.com', 'A', `A.x${String(i)}`)) told += 1;
    }
    expect(told).to.be.within(64, 70);
  });

  it('counts each code by itself', () => {
    const rejections = new Rejections();
    rejections.add('BAD_ORIGIN', 'https://evil.example');
    expect(rejections.add('BAD_DATA', 'https://app.hubspot.com', 'END_CALL', 'END_CALL.x')).to.deep.equal({
      code: 'BAD_DATA',
      origin: 'https://app.hubspot.com',
      type: 'END_CALL',
      at: 'END_CALL.x',
      count: 1,
    });
  });
});
