import { expect } from '@open-wc/testing';
import { initialState, isIntended } from './state.js';

const intend = (phoneNumber: string) => ({
  ...initialState,
  intent: { phoneNumber, countryCode: undefined, party: undefined },
});

describe('isIntended', () => {
  const same = [
    ['+12025550123', '+1 (202) 555-0123'],
    ['(202) 555-0123', '+12025550123'],
    ['020 7946 0958', '+442079460958'],
    ['+442079460958', '02079460958'],
    ['8 (912) 345-67-89', '+79123456789'],
    ['06 1 234 5678', '+3612345678'],
    ['011 44 20 7946 0958', '+442079460958'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['tel:+12025550123', '+12025550123'],
    ['*21#', '*21#'],
    ['45', '45'],
    ['555-0123', '+12025550123'],
    ['0 555 0123', '+12025550123'],
  ];
  for (const [one = '', other = ''] of same) {
    it(`takes ${one} and ${other} for one`, () => {
      expect(isIntended(intend(one), other)).to.equal(true);
    });
  }

  const different = [
    ['+12025550123', '+12025550124'],
    ['+12025550123', '0123'],
    ['45', '+12025550145'],
    ['55 0123', '+12025550123'],
    ['0 55 0123', '+12025550123'],
    ['+12025550123', '550123'],
    ['2025550123', '12025550123'],
    ['+12025550123 ext. 45', '+12025550123'],
    ['', '+12025550123'],
  ];
  for (const [one = '', other = ''] of different) {
    it(`tells ${one || 'nothing'} from ${other}`, () => {
      expect(isIntended(intend(one), other)).to.equal(false);
    });
  }

  it('is nothing without a number that was asked for', () => {
    expect(isIntended(initialState, '+12025550123')).to.equal(false);
    expect(isIntended(intend('+12025550123'), undefined)).to.equal(false);
  });
});
