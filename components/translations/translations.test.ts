// The tables of words: each has the keys of English, and its own words for them. How they look: demo/gallery/.
import { expect } from '@open-wc/testing';
import type { Terms } from '../shared/terms.js';
import { basicWords } from './en.js';
import { fr } from './fr.js';
import { en, translations } from './testing/languages.js';

/** The keys whose word is the same as in English. */
const sameAsEnglish: Readonly<Record<string, readonly (keyof Terms)[]>> = {
  ar: ['key.Ctrl', 'key.Shift', 'key.Enter'],
  de: ['named'],
  es: ['named', 'key.Ctrl'],
  fr: ['notes', 'notifications', 'named', 'key.Ctrl'],
  ja: ['key.Ctrl', 'key.Shift', 'key.Enter'],
};

const entries = (terms: Terms) => Object.entries(terms) as [keyof Terms, Terms[keyof Terms]][];

/** A term as text, with a marker where something is put in. */
const said = (term: Terms[keyof Terms]): string =>
  typeof term === 'function' ? term('⟦who⟧', '⟦whose⟧') : term;

for (const terms of translations) {
  const { $code, $name } = terms;

  describe(`${$name}: the table`, () => {
    it('has exactly the keys of English', () => {
      expect(Object.keys(terms)).to.deep.equal(Object.keys(en));
    });

    it('puts in what English puts in', () => {
      for (const [key, term] of entries(terms)) {
        expect(typeof term, key).to.equal(typeof en[key]);
        expect(said(term).includes('⟦who⟧'), key).to.equal(typeof term === 'function');
      }
    });

    it('has no text that is empty, has spaces around it or is still English', () => {
      for (const [key, term] of entries(terms)) {
        expect(said(term), key).to.match(/^\S(?:.*\S)?$/);
        const isSame = said(term) === said(en[key]);
        const maySame = (sameAsEnglish[$code] ?? []).includes(key) || (key === '$dir' && $code !== 'ar');
        expect(isSame, key).to.equal(maySame);
      }
    });

    it('names a button by what it shows, and more', () => {
      expect(terms.openRecord('')).to.contain(terms.open);
      expect(terms.tryDevice('')).to.contain(terms.try);
      expect(terms.named(terms.resume, 'Ada').startsWith(terms.resume)).to.equal(true);
    });
  });
}

it('French has its own spaces before high signs', () => {
  for (const [key, term] of entries(fr)) expect(said(term), key).not.to.match(/[^\u00a0]:|[^\u202f][?!;]/);
});

describe('the English words that are always there', () => {
  const basicFiles = [
    '/components/dialer/dialer.ts',
    '/components/keypad/keypad.ts',
    '/components/call-status/call-status.ts',
    '/components/from-number/from-number.ts',
    '/components/shared/call-words.ts',
    '/components/shared/microphone-words.ts',
    '/components/shared/who.ts',
  ];
  for (const file of basicFiles) {
    it(`are enough for ${file}, which does not load the further ones`, async () => {
      const source = await (await fetch(file)).text();
      const keys = [...source.matchAll(/term\(\s*["']([\w.-]+)["']/g)].map(([, key = '']) => key);
      expect(source).not.to.contain('further-words');
      expect(keys.filter((key) => !(key in basicWords))).to.deep.equal([]);
    });
  }
});
