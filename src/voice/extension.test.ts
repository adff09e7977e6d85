import { expect } from '@open-wc/testing';
import { splitExtension } from './extension.js';

describe('splitExtension', () => {
  const cases = [
    ['+12025550123 ext. 45', '+12025550123', ',45'],
    ['+1 (202) 555-0123 x45', '+12025550123', ',45'],
    ['+12025550123 extension 4 5', '+12025550123', ',45'],
    ['+12025550123,,45#', '+12025550123', ',,45#'],
    ['+12025550123;ext=45', '+12025550123', ',45'],
    ['+12025550123 Ext: 45', '+12025550123', ',45'],
    ['+12025550123 EXT.:45', '+12025550123', ',45'],
    ['+33 1 99 00 12 34 poste 45', '+33199001234', ',45'],
    ['tel:+1-202-555-0123;ext=4-5', '+12025550123', ',45'],
    ['+44 (0)20 7946 0958 x45', '+442079460958', ',45'],
    ['+12025550123x45', '+12025550123', ',45'],
    ['+12025550123 (ext 45)', '+12025550123', ',45'],
    ['+12025550123 #45', '+12025550123', ',45'],
    ['+12025550123#45', '+12025550123', ',45'],
    ['+12025550123,45', '+12025550123', ',45'],
    ['*31#+49 30 23125 123', '*31#+493023125123', undefined],
    ['*31#+49 30 23125 123 x45', '*31#+493023125123', ',45'],
    ['#31#0302312512', '#31#0302312512', undefined],
    ['*21*+493023125123#', '*21*+493023125123#', undefined],
    ['*#06#', '*#06#', undefined],
    ['+12025550123,,', '+12025550123', undefined],
    ['1-800-FLOWERS', '1-800-FLOWERS', undefined],
    ['+12025550123', '+12025550123', undefined],
    ['*21#', '*21#', undefined],
    ['45', '45', undefined],
    ['sip:x45@example.com', 'sip:x45@example.com', undefined],
    ['', '', undefined],
  ] as const;
  for (const [given, number, digits] of cases) {
    it(`dials ${number || 'nothing'} of “${given}”`, () => {
      expect(splitExtension(given)).to.deep.equal({ number, digits });
    });
  }

  for (const text of ['\t,', ' ,', ', ', '1 ', ' x', '#', ';ext=']) {
    it(`is done at once with 1,500 times ${JSON.stringify(text)}`, () => {
      const startedAt = performance.now();
      splitExtension(`+1202${text.repeat(1500)}!`);
      expect(performance.now() - startedAt).to.be.below(200);
    });
  }
});
