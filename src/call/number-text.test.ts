import { expect } from '@open-wc/testing';
import { checkEach } from '../numbers/testing/check-each.js';
import { bareNumber, cleanNumber, isSameNumber, isTooLong, splitNumber } from './number-text.js';

checkEach('cleanNumber', cleanNumber, [
  ['tel:+12025550123', '+12025550123'],
  ['TEL: +1 202 555 0123', '+1 202 555 0123'],
  ['tel://+12025550123', '+12025550123'],
  ['tel:%2B1%20202', '+1 202'],
  ['tel:100%', '100%'],
  ['100%20', '100%20'],
  ['  tel:110\n', '110'],
  ['hotel:5', 'hotel:5'],
  // Invisible characters, spaces and digits of all scripts.
  ['\u202Atel:+12025550123\u202C', '+12025550123'],
  ['+1\u00A0202\u00A0555\u00A00123', '+1 202 555 0123'],
  ['+1\u202F202\u2009555', '+1 202 555'],
  ['202\t 555', '202 555'],
  ['\u202D+12025550123\u202C', '+12025550123'],
  ['\u200E+1202\u200F5550123\uFEFF', '+12025550123'],
  ['202\u200B555\u00AD0123\u0007', '2025550123'],
  ['\u0662\u0660\u0662\u0665\u0665\u0665', '202555'],
  ['\u06F0\u06F1\u06F9', '019'],
  ['\u0967\u0968\u0969', '123'],
  ['\uFF0B\uFF11\uFF12\uFF10\uFF12', '+1202'],
  ['\u{1D7D7}\u{1D7D8}', '90'],
  ['202\u2011555\u20130123', '202-555-0123'],
  ['\u2212', '-'],
  [' +1 (202) 555-0123 ', '+1 (202) 555-0123'],
  // What a person meant stays.
  ['+1 202 555 0123 ext. 45', '+1 202 555 0123 ext. 45'],
  ['202 555 0123,,45#', '202 555 0123,,45#'],
  ['*#06#', '*#06#'],
  ['1-800-FLOWERS', '1-800-FLOWERS'],
  ['0123456789', '0123456789'],
  ['', ''],
  // Longer text is not read.
  [`${'1 \u200B'.repeat(83)}1`, `${'1 '.repeat(83)}1`],
  [` ${'1 \u200B'.repeat(84)} `, '1 \u200B'.repeat(84)],
  ['1'.repeat(250).replace('11', '1\u200B'), '1'.repeat(249)],
  ['1'.repeat(251).replace('11', '1\u200B'), '1'.repeat(251).replace('11', '1\u200B')],
]);

checkEach('cleanNumber, with parameters', cleanNumber, [
  ['202 555 0123;ext=45', '202 555 0123;ext=45'],
  ['tel:+12025550123;ext=45;foo=bar', '+12025550123;ext=45'],
  ['tel:+12025550123;FOO;EXT=45', '+12025550123;ext=45'],
  ['tel:1234567;ext=', '1234567'],
  ['tel:0301234567;phone-context=+49', '+49 301234567'],
  ['tel:1234567;Phone-Context=+4930;ext=8', '+4930 1234567;ext=8'],
  ['tel:1234567;phone-context=example.com', '1234567'],
  ['tel:+4930123;phone-context=+1', '+4930123'],
  ['sip:desk@pbx;transport=tcp', 'sip:desk@pbx;transport=tcp'],
]);

checkEach('cleanNumber, with a zero that is dialled only at home', cleanNumber, [
  ['+44 (0)20 7946 0958', '+44 20 7946 0958'],
  ['+44(020) 7946 0958', '+44 20 7946 0958'],
  ['0044 (0)20 7946 0958', '0044 20 7946 0958'],
  ['*31#+44 (0)20 7946 0958', '*31#+44 20 7946 0958'],
  ['44 (0)20 7946 0958', '44 (0)20 7946 0958'],
  ['+1 (202) 555-0123', '+1 (202) 555-0123'],
  ...['39', '378', '379', '225', '241', '242'].map(
    (code) => [`+${code} (0)6 1234`, `+${code} (0)6 1234`] as const,
  ),
  ['+391 (0)6 1234', '+391 6 1234'],
]);

checkEach('cleanNumber, of two numbers', cleanNumber, [
  ['+12025550123 or +12025550124', '+12025550123'],
  ['2025550123 UND 2025550124', '2025550123'],
  ['2025550123\u307E\u305F\u306F2025550124', '2025550123'],
  ['123 | 456', '123'],
  ['12 | 34', '12 | 34'],
  ['123 & 4', '123'],
  ['Ada 2025550123 or x', 'Ada 2025550123 or x'],
  ['(202) 555-0123 & *21#', '(202) 555-0123'],
  ['*21# or #21#', '*21# or #21#'],
  // A comma is a pause, unless a whole number with its own spaces follows.
  ['202 555 0123, 202 555 0124', '202 555 0123'],
  ['202 555 0123,(202) 555-0124', '202 555 0123'],
  ['202 555 0123,2025550124', '202 555 0123,2025550124'],
  ['202 555 0123,0124', '202 555 0123,0124'],
  ['202 555 0123,20 55', '202 555 0123,20 55'],
  ['20 55, 202 555 0124', '20 55, 202 555 0124'],
  ['12,+34', '12'],
  ['12,(+34', '12'],
  // So is a semicolon, unless a whole number follows.
  ['2025550123; 2025550124', '2025550123'],
  ['+12025550123; +12025550124', '+12025550123'],
  ['2025550123; 5550124', '2025550123'],
  ['2025550123; 555012', '2025550123; 555012'],
  ['202555; 2025550124', '202555; 2025550124'],
  ['2025550123;ext=2025550124', '2025550123;ext=2025550124'],
  ['2025550123; EXT=2025550124', '2025550123; EXT=2025550124'],
  // A slash may stand behind an area code.
  ['030/1234567', '030/1234567'],
  ['+49 30/1234567', '+49 30/1234567'],
  ['2025550123/2025550124', '2025550123'],
  ['5550123/5550124', '5550123'],
  ['+4930 123/1234567', '+4930 123/1234567'],
  ['+49301234/12345678', '+49301234'],
  ['+4930123/12345678', '+4930123/12345678'],
  ['+49 30 1/+49 30 2', '+49 30 1'],
  // A line may break within a number.
  ['2025550123\n2025550124', '2025550123'],
  ['2025550123\u2028Ada', '2025550123'],
  ['202\n5550123', '202 5550123'],
  ['202\r\n  555\r\n0123', '202 555 0123'],
  ['12\n+34', '12'],
]);

checkEach('bareNumber', bareNumber, [
  ['+1 (202) 555-0123', '+12025550123'],
  ['tel:+1-202-555-0123', '+12025550123'],
  ['2025550123,,45', '2025550123,,45'],
  ['202.555/0123', '2025550123'],
  ['*21#', '*21#'],
  ['1-800-FLOWERS', '1-800-FLOWERS'],
  ['sip:a@b', 'sip:a@b'],
  ['+', '+'],
  ['+ -', '+'],
  ['(-)', ''],
  ['a-b', 'a-b'],
  ['\u2167', 'VIII'],
]);

const splits: readonly (readonly [text: string, number: string, digits: string | undefined])[] = [
  ...['ext 45', 'ext. 45', 'EXTENSION 45', 'extensión 45', 'extn 45', 'x45', 'X 45', '(ext. 45)', '#45'].map(
    (extension) => [`+1 202 555 0123 ${extension}`, '+12025550123', ',45'] as const,
  ),
  ...['poste', 'Durchwahl', 'DW', 'int', 'interno', 'anexo', '\u5185\u7DDA', ';ext=', ';'].map(
    (mark) => [`+1 202 555 0123 ${mark}45`, '+12025550123', ',45'] as const,
  ),
  ['+12025550123,45', '+12025550123', ',45'],
  ['+12025550123,,45', '+12025550123', ',,45'],
  ['2025550123 x 4-5', '2025550123', ',45'],
  ['2025550123 ext 4 5;6', '2025550123', ',45,6'],
  ['2025550123,1,,2,', '2025550123', ',1,,2'],
  ['2025550123 x,', '2025550123', undefined],
  ['2025550123 x -', '2025550123', undefined],
  ['*31#2025550123 x45', '*31#2025550123', ',45'],
  ['(202) 555-0123 x*4#', '2025550123', ',*4#'],
  ['2025550123', '2025550123', undefined],
  ['x45', 'x45', undefined],
  ['2025550123 xyz', '2025550123 xyz', undefined],
  ['1-800-FLOWERS x45', '1-800-FLOWERS x45', undefined],
  [`1${'0'.repeat(246)}x45`, `1${'0'.repeat(246)}`, ',45'],
  [`1${'0'.repeat(247)}x45`, `1${'0'.repeat(247)}x45`, undefined],
];

describe('splitNumber', () => {
  for (const [text, number, digits] of splits) {
    it(`splits ${text.slice(-30)} into ${number.slice(-30)} and ${digits ?? 'nothing'}`, () => {
      expect(splitNumber(text)).to.deep.equal({ number, digits });
    });
  }
});

describe('isTooLong', () => {
  const digits = (amount: number) => '1'.repeat(amount);
  const lengths: readonly (readonly [what: string, whole: string, tooLong: string])[] = [
    ['digits', digits(15), digits(16)],
    ['digits with a plus', `+${digits(15)}`, `+${digits(16)}`],
    ['digits behind 00', `00${digits(15)}`, `00${digits(16)}`],
    ['digits behind 011', `011${digits(15)}`, `011${digits(16)}`],
    ['digits behind zeros', `0000${digits(11)}`, `0000${digits(12)}`],
    ['spaced digits', `${digits(8)} ${digits(7)}`, `${digits(8)} ${digits(8)}`],
    ['digits before an extension', `${digits(15)} x45`, `${digits(16)} x4`],
    ['letters', 'a'.repeat(250), 'a'.repeat(251)],
  ];
  for (const [what, whole, tooLong] of lengths) {
    it(`counts ${what}`, () => {
      expect([isTooLong(whole), isTooLong(tooLong)]).to.deep.equal([false, true]);
    });
  }

  it('takes no code, no word and no address for too long', () => {
    for (const text of [
      `*${digits(20)}`,
      `${digits(20)}#`,
      `${digits(20)}a`,
      `sip:${digits(20)}@pbx.example`,
    ])
      expect(isTooLong(text), text).to.equal(false);
  });
});

describe('isSameNumber', () => {
  const same: readonly (readonly [one: string, other: string])[] = [
    ['', ''],
    ['2025550123', '(202) 555-0123'],
    ['2025550123', '+12025550123'],
    ['5550123', '+12025550123'],
    ['12025550123', '+12025550123'],
    ['89123456789', '+79123456789'],
    ['02079460958', '+442079460958'],
    ['0612345678', '+3612345678'],
    ['0061234567', '+3961234567'],
    ['00442079460958', '+442079460958'],
    ['011442079460958', '+442079460958'],
    ['0011442079460958', '+442079460958'],
    ['010442079460958', '+442079460958'],
    ['810442079460958', '+442079460958'],
    ['0044123', '+44123'],
    ['2025550123 x1', '202-555-0123,1'],
  ];
  const different: readonly (readonly [one: string, other: string])[] = [
    ['550123', '+1202550123'],
    ['2025550123', '5550123'],
    ['+12025550123', '+442025550123'],
    ['+5550123', '+12025550123'],
    ['555012a', '+1202555012a'],
    ['2025550123 x1', '2025550123 x2'],
    ['2025550123', '2025550123 x2'],
    ['0000123', '+40000124'],
    ['000123', '+4412000123'],
    ['92025550123', '+12025550123'],
    ['0044123', '+44124'],
  ];
  for (const [pairs, isSame] of [
    [same, true],
    [different, false],
  ] as const) {
    for (const [one, other] of pairs) {
      it(`${isSame ? 'takes' : 'does not take'} ${one || 'nothing'} for ${other || 'nothing'}`, () => {
        expect([isSameNumber(one, other), isSameNumber(other, one)]).to.deep.equal([isSame, isSame]);
      });
    }
  }
});
