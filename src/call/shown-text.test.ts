import { expect } from '@open-wc/testing';
import { shownText } from './shown-text.js';

const texts: readonly (readonly [what: string, text: string, shown: string])[] = [
  ['nothing', '', ''],
  ['a name', 'Ada Lovelace', 'Ada Lovelace'],
  ['other scripts', 'عادة 愛達 \u{1F469}\u200D\u{1F4BB}', 'عادة 愛達 \u{1F469}\u200D\u{1F4BB}'],
  ['what joins letters', '\u0915\u094D\u200D\u0937\u200C', '\u0915\u094D\u200D\u0937\u200C'],
  ['lines and tabs', ' Ada\r\n\tLovelace\u2028x\u2029 ', 'Ada Lovelace x'],
  ['control characters', 'A\u0000d\u001B[31ma\u0085', 'A d [31ma'],
  ['directions', '\u202EadA\u202C \u2066x\u2069 \u200Ey\u200F\u061Cz', 'adA x y z'],
  ['what is invisible', '\uFEFFA\u200Bd\u2060a', 'A d a'],
  ['half a character', 'A\uD83Dda\uDC69', 'A da'],
  ['nothing that can be seen', '\u202E\n\u0000', ''],
  ['120 characters', 'a'.repeat(120), 'a'.repeat(120)],
  ['121 characters', 'a'.repeat(121), `${'a'.repeat(120)}…`],
  ['a pair that is cut', `${'a'.repeat(119)}\u{1F469}b`, `${'a'.repeat(119)}…`],
  ['a pair that is whole', `${'a'.repeat(118)}\u{1F469}b`, `${'a'.repeat(118)}\u{1F469}…`],
  ['480 characters with a word', `Ada${' '.repeat(477)}`, 'Ada'],
  ['481 characters with a word', `Ada${' '.repeat(478)}`, 'Ada…'],
  ['a word behind 480 spaces', `${' '.repeat(480)}Ada`, '…'],
  ['a word behind 477 spaces', `${' '.repeat(477)}Ada`, 'Ada'],
  ['a megabyte', 'ab'.repeat(500_000), `${'ab'.repeat(60)}…`],
];

describe('shownText', () => {
  for (const [what, text, shown] of texts) {
    it(`shows ${what} in bounds`, () => {
      expect(shownText(text)).to.equal(shown);
    });
  }
});
