import { expect } from '@open-wc/testing';
import { smallPhoneNumbers } from './small-phone-numbers.js';

describe('smallPhoneNumbers', () => {
  it('leaves what is typed alone', () => {
    expect(smallPhoneNumbers.formatAsTyped('+1 202 5', 'US')).to.equal('+1 202 5');
  });

  it('knows nothing of countries', () => {
    const number = '+12025550123';
    expect([
      smallPhoneNumbers.countryOf(number),
      smallPhoneNumbers.isPossible(number),
      smallPhoneNumbers.isValid(number),
    ]).to.deep.equal([undefined, undefined, undefined]);
  });

  it('makes nothing of the country', () => {
    expect(smallPhoneNumbers.toDialable('(202) 555-0123', 'US')).to.equal('2025550123');
  });
});
