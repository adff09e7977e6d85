import { expect } from '@open-wc/testing';
import { maskedPayload, maskNumbers } from './mask.js';

const masked: readonly (readonly [string, string])[] = [
  ['+12025550123', '+1•••••0123'],
  ['2025550123', '•••••0123'],
  ['+1 (202) 555-0123', '+1•••••0123'],
  ['202.555.0123', '•••••0123'],
  ['030/12 34 56', '•••••3456'],
  ['+49\u00A030\u00A0123456', '+4•••••3456'],
  ['202\u2011555\u20110123', '•••••0123'],
  ['\u202D202\u200E5550123', '\u202D•••••0123'],
  ['from +12025550001 to +12025550002', 'from +1•••••0001 to +1•••••0002'],
  ['{"a":"+12025550001","b":[5550002,5550003]}', '{"a":"+1•••••0001","b":[•••••0002,•••••0003]}'],
  // These are no phone numbers: ids and short codes stay readable.
  ['', ''],
  ['110', '110'],
  ['{"portalId":62515,"deep":{"count":3}}', '{"portalId":62515,"deep":{"count":3}}'],
  ['a1b2c3d4e5f6', 'a1b2c3d4e5f6'],
];

describe('maskNumbers', () => {
  masked.forEach(([text, wanted]) => {
    it(`makes ${JSON.stringify(wanted)} of ${JSON.stringify(text)}`, () => {
      expect(maskNumbers(text)).to.equal(wanted);
    });
  });

  ['\u0662\u0660\u0662\u0665\u0665\u0665\u0660\u0661\u0662\u0663', '２０２５５５０１２３'].forEach((text) => {
    it(`masks ${text}`, () => {
      expect(maskNumbers(text)).to.equal(`•••••${text.slice(-4)}`);
    });
  });

  it('is quick with long text', () => {
    expect(maskNumbers(`1${' '.repeat(100_000)}`.repeat(3)).length).to.equal(300_003);
  });
});

describe('maskedPayload', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['a payload', { phoneNumber: '+12025550001' }, '{"phoneNumber":"+1•••••0001"}'],
    ['nothing', undefined, '{}'],
    ['a cyclic one', cyclic, '(not JSON)'],
    ['a big integer', 12025550001n, '(not JSON)'],
  ];
  cases.forEach(([name, data, wanted]) => {
    it(`writes ${name} as one line`, () => {
      expect(maskedPayload(data)).to.equal(wanted);
    });
  });
});
