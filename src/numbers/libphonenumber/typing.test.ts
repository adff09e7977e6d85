import { expect } from '@open-wc/testing';
import { smallPhoneNumbers } from '../small-phone-numbers.js';
import { everyCountry } from './rules.js';

const rules = everyCountry(undefined);

/** What the field shows after each key, when every key is added to what it shows. */
function type(keys: string, country?: string): string[] {
  const shown = [''];
  for (const key of keys) shown.push(rules.formatAsTyped((shown.at(-1) ?? '') + key, country));
  return shown.slice(1);
}

describe('formatAsTyped', () => {
  it('separates a national number key by key', () => {
    expect(type('2025550123', 'US')).to.deep.equal([
      '2',
      '20',
      '202',
      '(202) 5',
      '(202) 55',
      '(202) 555',
      '(202) 555-0',
      '(202) 555-01',
      '(202) 555-012',
      '(202) 555-0123',
    ]);
  });

  const whole: readonly (readonly [keys: string, country: string | undefined, wanted: string])[] = [
    ['+12025550123', undefined, '+1 202 555 0123'],
    ['12025550123', 'US', '1 (202) 555-0123'],
    ['02079460958', 'GB', '020 7946 0958'],
    ['03023125123', 'DE', '030 23125123'],
    ['0199001234', 'FR', '01 99 00 12 34'],
    ['0312345678', 'JP', '03-1234-5678'],
    ['+442079460958', 'US', '+44 20 7946 0958'],
    ['01144207946', 'US', '011 44 20 7946'],
    // Too long for the plan: the separators go, the digits stay.
    ['20255501234567', 'US', '20255501234567'],
    ['911', 'US', '911'],
    ['05', 'LT', '0-5'],
    ['110', 'JP', '110'],
    ['\u0662\u0660\u0662\u0665', 'US', '(202) 5'],
    ['\u0662\u0660\u0662\u0665', undefined, '\u0662\u0660\u0662\u0665'],
    // Not only a number, or nobody says whose: as it was typed.
    ['202-555-0123', undefined, '202-555-0123'],
    ['2025550123', 'XX', '2025550123'],
    ['*31#110', 'DE', '*31#110'],
    ['*#06#', 'US', '*#06#'],
    ['sip:ada@example.com', 'US', 'sip:ada@example.com'],
    ['+', 'US', '+'],
    ['++1', 'US', '++1'],
    ['', 'US', ''],
  ];

  whole.forEach(([keys, country, wanted]) => {
    it(`shows ${JSON.stringify(wanted)} for ${JSON.stringify(keys)} in ${String(country)}`, () => {
      expect(type(keys, country).at(-1) ?? '').to.equal(wanted);
    });
  });

  it('keeps an extension that is typed after a number', () => {
    expect(type('2025550123 x45', 'US').at(-1)).to.equal('(202) 555-0123 x45');
  });

  it('keeps a trunk 0 that was typed after the code of the country', () => {
    expect(type('+49(0)3023125123').at(-1)).to.equal('+49 030 23125123');
  });

  it('lets every character be deleted from the end', () => {
    const shown = ['1 (202) 555-0'];
    for (let text = shown[0] ?? ''; text !== '' && shown.length < 30; shown.push(text)) {
      text = rules.formatAsTyped(text.slice(0, -1), 'US');
    }
    expect(shown.slice(1)).to.deep.equal([
      '1 (202) 555-',
      '1 (202) 555',
      '1 (202) 55',
      '1 (202) 5',
      '1 (202) ',
      '1 (202)',
      '1 202',
      '1 20',
      '1 2',
      '1 ',
      '1',
      '',
    ]);
  });

  it('leaves a very long text alone', () => {
    const long = '1'.repeat(100_000);
    expect(rules.formatAsTyped(long, 'US')).to.equal(long);
  });

  const starts = ['202555012345678', '+12025550123999', '004420794609581', '+4903023125123', '0312345678901'];
  for (const country of [undefined, 'US', 'GB', 'DE', 'FR', 'JP', 'AR']) {
    it(`changes no digit and no order in ${String(country)}`, () => {
      const typed = starts.flatMap((text) => Array.from(text, (_, length) => text.slice(0, length + 1)));
      const shown = typed.map((text) => smallPhoneNumbers.toDialable(rules.formatAsTyped(text, country)));
      expect(shown).to.deep.equal(typed);
    });

    it(`gives the same for what it gave in ${String(country)}`, () => {
      const typed = starts.flatMap((text) => Array.from(text, (_, length) => text.slice(0, length + 1)));
      const once = typed.map((text) => rules.formatAsTyped(text, country));
      expect(once.map((text) => rules.formatAsTyped(text, country))).to.deep.equal(once);
    });
  }
});
