import { expect } from '@open-wc/testing';
import { smallPhoneNumbers } from './small-phone-numbers.js';

describe('smallPhoneNumbers', () => {
  it('separates a number with its country’s code while it is typed, and leaves any other alone', () => {
    const typed = ['+1', '+12025', '+1 202 5', '+4420', '2025', '+1202-', '*21#'];
    expect(typed.map((text) => smallPhoneNumbers.formatAsTyped(text, 'US'))).to.deep.equal([
      '+1',
      '+1 (202) 5',
      '+1 (202) 5',
      '+44 20',
      '2025',
      '+1202-',
      '*21#',
    ]);
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
