import { expect } from '@open-wc/testing';
import { splitExtension } from './extension.js';

describe('splitExtension', () => {
  const cases = [
    ['+12025550123 ext. 45', '+12025550123', ',45'],
    ['+1 (202) 555-0123 x45', '+12025550123', ',45'],
    ['+12025550123 extension 4 5', '+12025550123', ',45'],
    ['+12025550123,,45#', '+12025550123', ',,45#'],
    ['+12025550123;ext=45', '+12025550123', ',45'],
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
});
