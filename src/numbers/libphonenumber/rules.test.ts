import { expect } from '@open-wc/testing';
import { smallPhoneNumbers } from '../small-phone-numbers.js';
import { everyCountry } from './rules.js';

type Case = readonly [given: string, country: string | undefined, wanted: string];

const rules = everyCountry(undefined);

// Numbers that are kept for films and examples, where a country has such.
describe('toDialable', () => {
  const cases: readonly Case[] = [
    // As nationally dialled, typed or pasted in all manners.
    ['(202) 555-0123', 'US', '+12025550123'],
    ['202.555.0123', 'US', '+12025550123'],
    ['1 202 555 0123', 'US', '+12025550123'],
    ['2025550123', 'us', '+12025550123'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['0161 496 0123', 'GB', '+441614960123'],
    ['030 23125 123', 'DE', '+493023125123'],
    ['0221/4710 123', 'DE', '+492214710123'],
    ['0171 3920012', 'DE', '+491713920012'],
    ['01 99 00 12 34', 'FR', '+33199001234'],
    ['02.61.91.00.12', 'FR', '+33261910012'],
    ['03-1234-5678', 'JP', '+81312345678'],
    ['090-1234-5678', 'JP', '+819012345678'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['81234 56789', 'IN', '+918123456789'],
    ['011 15-2345-6789', 'AR', '+5491123456789'],
    ['8 (912) 345-67-89', 'RU', '+79123456789'],
    // Abroad, with and without +.
    ['+1 (202) 555-0123', undefined, '+12025550123'],
    ['+442079460958', 'US', '+442079460958'],
    ['tel:+33-1-99-00-12-34', undefined, '+33199001234'],
    ['+49 (0)30 23125 123', undefined, '+493023125123'],
    ['+44 (0) 20 7946 0958', 'GB', '+442079460958'],
    ['0044 20 7946 0958', 'DE', '+442079460958'],
    ['011 44 20 7946 0958', 'US', '+442079460958'],
    ['+800 1234 5678', undefined, '+80012345678'],
    ['2127350000', 'TR', '+902127350000'],
    ['2127350000', 'tr', '+902127350000'],
    ['+39 (0)6 1234 5678', undefined, '+390612345678'],
    ['tel:03-331-6005;phone-context=+64', 'US', '+6433316005'],
    ['+1 202 555 0123 / +1 202 555 0124', undefined, '+12025550123'],
    // Pasted with marks, and with digits of other scripts.
    ['\u202D+1\u00A0202\u2011555\u20110123\u202C', undefined, '+12025550123'],
    ['(\u0662\u0660\u0662) \u0665\u0665\u0665-\u0660\u0661\u0662\u0663', 'US', '+12025550123'],
    ['\uFF10\uFF13-\uFF11\uFF12\uFF13\uFF14-\uFF15\uFF16\uFF17\uFF18', 'JP', '+81312345678'],
  ];

  cases.forEach(([given, country, wanted]) => {
    it(`makes ${wanted} of ${JSON.stringify(given)} in ${String(country)}`, () => {
      expect(rules.toDialable(given, country)).to.equal(wanted);
    });
  });

  const untouched: readonly (readonly [given: string, country?: string])[] = [
    // No country says what they are.
    ['(202) 555-0123'],
    ['020 7946 0958'],
    ['0044 20 7946 0958'],
    ['2025550123', 'XX'],
    ['2025550123', ''],
    // Short codes.
    ['0', 'US'],
    ['911', 'US'],
    ['112', 'DE'],
    ['110', 'JP'],
    ['1450', 'AT'],
    ['02000', 'NO'],
    ['116 117', 'DE'],
    ['118 218', 'FR'],
    ['12345'],
    // Local numbers, without the area code.
    ['555-0123', 'US'],
    ['310-1234', 'US'],
    ['310-1234', 'CA'],
    ['7654321', 'DE'],
    ['96123-4567', 'BR'],
    // Not complete, or of no range that is in use.
    ['+1 202 555'],
    ['+1 202 555 01234'],
    ['(202) 555-012', 'US'],
    ['+999 12 345 678'],
    ['07700 900123', 'GB'],
    ['06 39 98 00 12', 'FR'],
    // More than digits.
    ['*31# 110', 'DE'],
    ['*#06#', 'US'],
    ['*67 202 555 0123', 'US'],
    ['202 555 0123 ext. 45', 'US'],
    ['+1 202 555 0123 x45', 'US'],
    ['+1 202 555 0123;ext=45', 'US'],
    ['202 555 0123,,45#', 'US'],
    ['+1 202 555 0123,45', 'US'],
    ['1-800-FLOWERS', 'US'],
    ['sip:ada.l@example.com', 'US'],
    ['sip:+12025550123@example.com', 'US'],
    ['ask for Ada', 'US'],
    // Garbage.
    ['', 'US'],
    [' ', 'US'],
    ['+', 'US'],
    ['++12025550123', 'US'],
    ['202+5550123', 'US'],
    ['-', 'US'],
    ['\u{1D7D8}', 'US'],
    ['1'.repeat(10_000), 'US'],
    [`+${'1'.repeat(10_000)}`],
    ['a'.repeat(10_000), 'US'],
  ];

  untouched.forEach(([given, country]) => {
    it(`leaves ${JSON.stringify(given.slice(0, 40))} in ${String(country)} as it is without these rules`, () => {
      expect(rules.toDialable(given, country)).to.equal(smallPhoneNumbers.toDialable(given));
    });
  });
});

describe('format', () => {
  const cases: readonly Case[] = [
    ['+12025550123', undefined, '+1 202 555 0123'],
    ['+442079460958', undefined, '+44 20 7946 0958'],
    ['+493023125123', undefined, '+49 30 23125123'],
    ['+33199001234', undefined, '+33 1 99 00 12 34'],
    ['+81312345678', undefined, '+81 3 1234 5678'],
    ['2025550123', 'US', '+1 202 555 0123'],
    ['0199001234', 'FR', '+33 1 99 00 12 34'],
    // Not understood: grouped by the small rules, or as it was typed.
    ['+1202555012', undefined, '+1 202 555 012'],
    ['+447700900123', undefined, '+44 770 090 0123'],
    ['2025550123', undefined, '2025550123'],
    ['911', 'US', '911'],
    ['*#06#', 'US', '*#06#'],
    ['+12025550123 ext. 5', 'US', '+12025550123 ext. 5'],
    ['1-800-FLOWERS', 'US', '1-800-FLOWERS'],
    ['sip:ada@example.com', 'US', 'sip:ada@example.com'],
    ['', 'US', ''],
  ];

  cases.forEach(([given, country, wanted]) => {
    it(`makes ${JSON.stringify(wanted)} of ${JSON.stringify(given)} in ${String(country)}`, () => {
      expect(rules.format(given, country)).to.equal(wanted);
    });
  });
});

describe('countryOf, isPossible and isValid', () => {
  type Verdict = readonly [
    country: string | undefined,
    isPossible: boolean | undefined,
    isValid: boolean | undefined,
  ];
  const cases: readonly (readonly [given: string, country: string | undefined, verdict: Verdict])[] = [
    ['+12025550123', undefined, ['US', true, true]],
    ['+1 604 555 0123', undefined, ['CA', true, true]],
    ['020 7946 0958', 'GB', ['GB', true, true]],
    ['+493023125123', 'US', ['DE', true, true]],
    ['+80012345678', undefined, [undefined, true, true]],
    ['+447700900123', undefined, [undefined, true, false]],
    ['+1202555', undefined, [undefined, false, false]],
    ['+1', undefined, [undefined, false, false]],
    ['555-0123', 'US', [undefined, false, false]],
    ['+99912345678', undefined, [undefined, false, false]],
    // No rule says.
    ['020 7946 0958', undefined, [undefined, undefined, undefined]],
    ['911', 'US', [undefined, undefined, undefined]],
    ['*#06#', 'US', [undefined, undefined, undefined]],
    ['202 555 0123 x45', 'US', [undefined, undefined, undefined]],
    ['sip:ada@example.com', 'US', [undefined, undefined, undefined]],
    ['', 'US', [undefined, undefined, undefined]],
  ];

  cases.forEach(([given, country, verdict]) => {
    it(`say ${verdict.map(String).join(', ')} of ${JSON.stringify(given)} in ${String(country)}`, () => {
      expect([
        rules.countryOf(given, country),
        rules.isPossible(given, country),
        rules.isValid(given, country),
      ]).to.deep.equal(verdict);
    });
  });
});

describe('everyCountry', () => {
  it('takes its own country where none is named', () => {
    const german = everyCountry('DE');
    expect([german.toDialable('030 23125 123'), german.toDialable('(202) 555-0123', 'US')]).to.deep.equal([
      '+493023125123',
      '+12025550123',
    ]);
  });

  it('knows a country in small letters', () => {
    expect(everyCountry('gb').toDialable('020 7946 0958')).to.equal('+442079460958');
  });

  it('refuses a country that is none', () => {
    expect(() => everyCountry('USA')).to.throw(RangeError, 'No country "USA"');
  });
});
