import { expect } from '@open-wc/testing';
import { cleanNumber, spokenNumber } from './clean.js';
import {
  dialableNumber,
  formatNumber,
  onPhoneNumbersChange,
  phoneNumbersInUse,
  useVoiceNumbers,
} from './format.js';
import type { PhoneNumbers } from './phone-numbers.js';
import { smallPhoneNumbers } from './small.js';

type Case = readonly [given: string, wanted: string];

function check(name: string, convert: (text: string) => string, cases: readonly Case[]): void {
  describe(name, () => {
    cases.forEach(([given, wanted]) => {
      it(`makes ${JSON.stringify(wanted)} of ${JSON.stringify(given)}`, () => {
        expect(convert(given)).to.equal(wanted);
      });
    });
  });
}

check('formatNumber', formatNumber, [
  ['+12025550123', '+1 (202) 555-0123'],
  ['+1202555012', '+1 202 555 012'],
  ['+442079460958', '+44 207 946 0958'],
  ['+33142685300', '+33 142 685 300'],
  ['+390612345678', '+39 061 234 5678'],
  ['+79161234567', '+7 916 123 4567'],
  ['+2721123456', '+27 211 234 56'],
  ['+353861234567', '+353 861 234 567'],
  ['+97143210000', '+971 432 100 00'],
  ['+6421123456', '+64 211 234 56'],
  ['+861012345678', '+86 101 234 5678'],
  ['+9012345678', '+90 123 456 78'],
  ['+99412345678', '+994 123 456 78'],
  ['+870123456789', '+870 123 456 789'],
  ['+1234567', '+1 234 567'],
  // Not E.164: as it was typed.
  ['', ''],
  ['+123', '+123'],
  ['+1234567890123456', '+1234567890123456'],
  ['2025550123', '2025550123'],
  ['110', '110'],
  ['*#06#', '*#06#'],
  ['+12025550123 ext. 5', '+12025550123 ext. 5'],
  ['1-800-FLOWERS', '1-800-FLOWERS'],
  ['sip:ada@example.com', 'sip:ada@example.com'],
  ['+12025550123\n', '+12025550123\n'],
]);

check('spokenNumber', spokenNumber, [
  ['+1 (202) 555-0123', '+ 1 2 0 2 5 5 5 0 1 2 3'],
  ['*31#', '* 3 1 #'],
  ['110', '1 1 0'],
  ['030\u00A012.34', '0 3 0 1 2 3 4'],
  ['', ''],
]);

check('cleanNumber', cleanNumber, [
  ['tel:+12025550123', '+12025550123'],
  ['TEL: +1 202 555 0123', '+1 202 555 0123'],
  ['  tel:110\n', '110'],
  ['\u202Atel:+12025550123\u202C', '+12025550123'],
  ['+1\u00A0202\u00A0555\u00A00123', '+1 202 555 0123'],
  ['+1\u202F202\u2009555', '+1 202 555'],
  ['\u202D+12025550123\u202C', '+12025550123'],
  ['\u200E+1202\u200F5550123\uFEFF', '+12025550123'],
  ['202\u200B555\u00AD0123', '2025550123'],
  ['\u0662\u0660\u0662\u0665\u0665\u0665', '202555'],
  ['\u06F0\u06F1\u06F9', '019'],
  ['\u0967\u0968\u0969', '123'],
  ['\uFF0B\uFF11\uFF12\uFF10\uFF12', '+1202'],
  ['202\u2011555\u20130123', '202-555-0123'],
  ['\u2212', '-'],
  [' +1 (202) 555-0123 ', '+1 (202) 555-0123'],
  // What a person meant stays.
  ['+1 202 555 0123 ext. 45', '+1 202 555 0123 ext. 45'],
  ['202 555 0123;ext=45', '202 555 0123;ext=45'],
  ['202 555 0123,,45#', '202 555 0123,,45#'],
  ['*#06#', '*#06#'],
  ['1-800-FLOWERS', '1-800-FLOWERS'],
  ['hotel:5', 'hotel:5'],
  ['0123456789', '0123456789'],
  ['', ''],
]);

check('dialableNumber', dialableNumber, [
  ['+1 (202) 555-0123', '+12025550123'],
  ['tel:+1-202-555-0123', '+12025550123'],
  ['202.555.0123', '2025550123'],
  ['030/12 34 56', '030123456'],
  ['+1\u00A0202\u2011555', '+1202555'],
  ['\u202D(\u0662\u0660\u0662) \u0665\u202C', '2025'],
  ['+49 (0) 30.12/34', '+490301234'],
  ['*31# 110', '*31#110'],
  ['202 555 0123,,45#', '2025550123,,45#'],
  ['110', '110'],
  [' ', ''],
  // More than a number: as it was typed.
  ['1-800-FLOWERS', '1-800-FLOWERS'],
  [' 202 555 0123 x45', '202 555 0123 x45'],
  ['sip:ada.l@example.com', 'sip:ada.l@example.com'],
]);

describe('useVoiceNumbers', () => {
  afterEach(() => {
    useVoiceNumbers(smallPhoneNumbers);
  });

  const loud = (): PhoneNumbers => ({
    ...smallPhoneNumbers,
    format: (number, country = 'nowhere') => `${number} in ${country}`,
    toDialable: (text, country = 'nowhere') => `${text} from ${country}`,
  });

  it('begins with the small rules', () => {
    expect(phoneNumbersInUse()).to.equal(smallPhoneNumbers);
  });

  it('has numbers shown and dialled by other rules', () => {
    useVoiceNumbers(loud());
    expect([formatNumber('110'), dialableNumber('110')]).to.deep.equal([
      '110 in nowhere',
      '110 from nowhere',
    ]);
  });

  it('hands the country on', () => {
    useVoiceNumbers(loud());
    expect([formatNumber('110', 'DE'), dialableNumber('110', 'DE')]).to.deep.equal([
      '110 in DE',
      '110 from DE',
    ]);
  });

  it('tells who listens, once the other rules are in use', () => {
    const shown: string[] = [];
    const end = onPhoneNumbersChange(() => shown.push(formatNumber('110')));
    useVoiceNumbers(loud());
    end();
    expect(shown).to.deep.equal(['110 in nowhere']);
  });

  it('tells nobody of rules that are in use already', () => {
    let times = 0;
    const end = onPhoneNumbersChange(() => (times += 1));
    useVoiceNumbers(phoneNumbersInUse());
    end();
    expect(times).to.equal(0);
  });

  it('tells one function as often as it listens, until each has ended', () => {
    let times = 0;
    const count = () => (times += 1);
    const ends = [onPhoneNumbersChange(count), onPhoneNumbersChange(count)];
    useVoiceNumbers(loud());
    ends[0]?.();
    useVoiceNumbers(loud());
    ends[1]?.();
    useVoiceNumbers(loud());
    expect(times).to.equal(3);
  });

  it('lets who is told end it', () => {
    let times = 0;
    const end = onPhoneNumbersChange(() => {
      times += 1;
      end();
    });
    useVoiceNumbers(loud());
    useVoiceNumbers(loud());
    expect(times).to.equal(1);
  });
});

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
