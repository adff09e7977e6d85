import { expect } from '@open-wc/testing';
import { usePhoneNumbers } from './rules-in-use.js';
import { smallPhoneNumbers } from './small-phone-numbers.js';
import { checkEach } from './testing/check-each.js';
import { numberToDial } from './to-dial.js';

const dialled = (text: string) => {
  const { toNumber, wrong } = numberToDial(text);
  return wrong ?? toNumber;
};

checkEach('numberToDial', dialled, [
  ['+1 (202) 555-0123', '+12025550123'],
  ['110', '110'],
  ['*21#', '*21#'],
  ['*#06#', '*#06#'],
  ['**', '**'],
  ['#31#2025550123', '#31#2025550123'],
  ['+12025550123 x45', '+12025550123 x45'],
  ['+1 202 555 0123,,45', '+12025550123,,45'],
  ['sip:desk@pbx.example', 'sip:desk@pbx.example'],
  ['ada@pbx.example', 'ada@pbx.example'],
  ['+1 202 555 0101 / +1 202 555 0102', '+12025550101'],
  // A name around it.
  ['Ada Example +1 202 555 0101', '+12025550101'],
  ['+1 202 555 0101 Ada Example', '+12025550101'],
  ['"Ada Example" <+1 (202) 555-0101>', '+12025550101'],
  ['Ada Example: (202) 555-0101 (mobile)', '2025550101'],
  ['Tel. 030 / 1234567', '0301234567'],
  ['電話03-1234-5678', '0312345678'],
  ['callto:+12025550101', '+12025550101'],
  ['Ada: +1 202 555 0101, Sam: +1 202 555 0102', '+12025550101'],
  ['Ada 2025550123 or Sam 2025550124', '2025550123'],
  ['Ada, +1 202 555 0101 ext. 45, Example Ltd', '+1 202 555 0101 ext. 45'],
  ['Ada +44 (0)20 7946 0958', '+442079460958'],
  ['anonymous *31#2025550123', '*31#2025550123'],
  ['☎ +1 202 555 0101 ✓', '+12025550101'],
  // Letters that stand for digits.
  ['1-800-FLOWERS', '18003569377'],
  ['1 800 flowers', '18003569377'],
  ['(800) FLOWERS', '8003569377'],
  ['+1-800-FLOWERS', '+18003569377'],
  ['1-800-555-HELP', '18005554357'],
  ['1 800 555 HELP', '18005554357'],
  ['0800-REIMANN', '08007346266'],
  ['1800GOFEDEX', '18004633339'],
  ['1-800-GO-FEDEX', '18004633339'],
  ['call 1-800-FLOWERS', '18003569377'],
  ['555-CALL', '5552255'],
  ['1-800-FLOWERS x45', '1-800-3569377 x45'],
  // What may be something else.
  ['Ada Example', 'letters'],
  ['FLOWERS', 'letters'],
  ['Ada 12', 'letters'],
  ['911 now', 'letters'],
  ['1234 Main St', 'letters'],
  ['202a5550123', 'letters'],
  ['27-Nov-2026', 'letters'],
  ['x45', 'letters'],
  ['hotel:5', 'letters'],
  ['أدا', 'letters'],
  // Nothing to dial.
  ['', 'empty'],
  [' \n', 'empty'],
  ['+', 'signs'],
  ['(-)', 'signs'],
  ['.', 'signs'],
  ['?!', 'signs'],
  ['☎', 'signs'],
  ['+1 202 555 0123 4567 89', 'tooLong'],
  ['Ada +1 202 555 0123 4567 89', 'tooLong'],
  ['1'.repeat(300), 'tooLong'],
  ['Ada '.repeat(100), 'tooLong'],
]);

describe('numberToDial, by the rules of a country', () => {
  beforeEach(() => {
    usePhoneNumbers({
      ...smallPhoneNumbers,
      toDialable: (text) => (text === '2025550123' ? '+12025550123' : smallPhoneNumbers.toDialable(text)),
    });
  });

  afterEach(() => {
    usePhoneNumbers(smallPhoneNumbers);
  });

  for (const [text, wanted] of [
    ['2025550123', '+12025550123'],
    ['2025550123 x45', '+12025550123,45'],
    ['Ada 202 555 0123', '+12025550123'],
    ['110', '110'],
  ] as const) {
    it(`dials ${wanted} for ${text}`, () => {
      expect(numberToDial(text)).to.deep.equal({ toNumber: wanted, wrong: undefined });
    });
  }

  it('takes no long time for any text', () => {
    for (const text of ['1 '.repeat(124), '(+1'.repeat(80), `1${'a '.repeat(120)}`, '1-a'.repeat(80)]) {
      const before = performance.now();
      numberToDial(text);
      expect(performance.now() - before, text.slice(0, 4)).to.be.below(200);
    }
  });
});
