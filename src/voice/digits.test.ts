import { expect } from '@open-wc/testing';
import { readDigits } from './digits.js';

describe('readDigits', () => {
  for (const [given, wanted] of [
    ['1', ['1']],
    ['12*#', ['1', '2', '*', '#']],
    ['ad', ['A', 'D']],
    ['1, 2', ['1', ',', '2']],
  ] as const) {
    it(`reads ${given}`, () => {
      expect(readDigits(given)).to.deep.equal(wanted);
    });
  }

  for (const given of ['', '  ', 'e', '1-2', '+1', '１', '1\u0000'])
    it(`refuses ${JSON.stringify(given)}`, () => {
      expect(() => readDigits(given))
        .to.throw()
        .with.property('code', 'BAD_DIGITS');
    });
});
