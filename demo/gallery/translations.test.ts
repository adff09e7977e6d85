// Every scene of the gallery in every language: the words that are shown, and the room they take.
import { expect, fixture, html } from '@open-wc/testing';
import { registerTranslation } from '../../components/shared/localize.js';
import type { Terms } from '../../components/shared/terms.js';
import { ar } from '../../components/translations/ar.js';
import { de } from '../../components/translations/de.js';
import { ja } from '../../components/translations/ja.js';
import { en, translations } from '../../components/translations/testing/languages.js';
import { findAll } from '../../components/testing/find-all.js';
import { given, settled } from './scene.js';
import { play, scenes } from './scenes.js';

/** A box in the page, in a language and as wide as this, in px. */
async function page({ $code, $dir }: Terms, width = 320): Promise<HTMLElement> {
  // Without what an earlier test has had announced.
  for (const region of document.querySelectorAll('[data-hs-live]')) region.remove();
  const box = await fixture<HTMLElement>(html`<div lang=${$code} dir=${$dir}></div>`);
  box.style.width = `${String(width)}px`;
  return box;
}

const textOf = (box: HTMLElement, selector: string) =>
  findAll(box, selector)
    .filter((element) => element.getClientRects().length > 0)
    .map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim())
    .join(' ');

describe('the language of an element', () => {
  it('is that of the nearest element around it, and follows it', async () => {
    const box = await page(en);
    await play('a dialer', box);
    await play('in a call', box);
    expect(textOf(box, '[part=call-button]')).to.contain('Call');
    for (const terms of translations) {
      box.lang = terms.$code;
      await settled();
      expect(textOf(box, '[part=call-button]')).to.contain(terms.call);
      expect(textOf(box, '[part=status]')).to.contain(terms.connected);
      expect(textOf(box, '[part=end-button]')).to.equal(terms.endCall);
    }
  });

  it('is that of the page', async () => {
    const { documentElement } = document;
    const { lang } = documentElement;
    const box = await fixture<HTMLElement>(html`<div></div>`);
    await play('a dialer', box);
    documentElement.lang = 'de';
    await settled();
    expect(textOf(box, '[part=call-button]')).to.contain(de.call);
    documentElement.lang = lang;
  });

  it('may be a variety of one', async () => {
    for (const lang of ['de-AT', 'de_CH', 'DE']) {
      const box = await page({ ...de, $code: lang });
      await play('a dialer', box);
      expect(textOf(box, '[part=call-button]'), lang).to.contain(de.call);
    }
  });

  it('is English, words and figures, where there is no table or no language', async () => {
    for (const lang of ['it', '', 'not a language']) {
      const box = await page({ ...en, $code: lang });
      await play('wrap-up', box);
      expect(textOf(box, '[part=summary]'), lang).to.contain(en['end.COMPLETED']);
      expect(textOf(box, '[part=summary]'), lang).to.contain('1 hour, 2 minutes, 14 seconds');
    }
  });

  it('says how long in its own way', async () => {
    const durations = { de: 'Stunde', fr: 'minutes et', es: 'minutos y', ja: '時間', ar: 'ساعة' };
    for (const [lang, words] of Object.entries(durations)) {
      const box = await page({ ...en, $code: lang });
      await play('wrap-up', box);
      expect(textOf(box, '[part=summary]'), lang).to.contain(words);
    }
  });
});

/** The words that are broken over two lines. */
function brokenWords(elements: readonly HTMLElement[]): string[] {
  const texts = elements.flatMap(({ childNodes }) => [...childNodes].filter((node) => node instanceof Text));
  return texts.flatMap((text) =>
    [...text.data.matchAll(/\S+/g)]
      .filter(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
      })
      .map(([word]) => word),
  );
}

describe('Arabic', () => {
  const left = (box: HTMLElement, selector: string) =>
    findAll(box, selector).map((element) => element.getBoundingClientRect().left);

  it('runs from right to left', async () => {
    const box = await page(ar);
    await play('incoming', box);
    const [answer = 0] = left(box, '[part=answer-button]');
    const [decline = 0] = left(box, '[part=decline-button]');
    expect(answer).to.be.greaterThan(decline);
    const [header] = findAll(box, '[part=header]');
    expect(header && getComputedStyle(header).direction).to.equal('rtl');
  });

  it('follows the direction of the nearest element that says one', async () => {
    const box = await page(ar);
    await play('incoming', box);
    box.dir = 'ltr';
    const [answer = 0] = left(box, '[part=answer-button]');
    const [decline = 0] = left(box, '[part=decline-button]');
    expect(answer).to.be.lessThan(decline);
  });

  it('keeps the keys in the order of every phone, and numbers from left to right', async () => {
    const box = await page(ar);
    await play('ready', box);
    await play('a dialer', box);
    const keys = left(box, '[part=key]').slice(0, 3);
    expect(keys).to.deep.equal([...keys].sort((a, b) => a - b));
    const numbers = findAll(box, 'bdi, input[type=tel]');
    expect(numbers).not.to.have.length(0);
    for (const number of numbers) expect(number.dir).to.equal('ltr');
  });
});

for (const [terms, width] of [...translations.map((each) => [each, 320] as const), [de, 250] as const]) {
  describe(`${terms.$name} at ${String(width)} px`, () => {
    for (const name of Object.keys(scenes)) {
      it(`has room: ${name}`, async () => {
        const box = await page(terms, width);
        await play(name, box);
        const { left, right } = box.getBoundingClientRect();
        const outside = findAll(box, '*').filter((element) => {
          const place = element.getBoundingClientRect();
          const isHidden = element.closest('.visually-hidden') !== null || place.width === 0;
          return !isHidden && (place.right > right + 1 || place.left < left - 1);
        });
        expect(brokenWords(findAll(box, 'button, label, h2'))).to.deep.equal([]);
        expect(outside.map((element) => `${element.localName}.${element.part.value}`)).to.deep.equal([]);
        expect(box.scrollWidth).to.equal(box.clientWidth);
      });
    }
  });
}

for (const terms of [ja, ar]) {
  describe(`${terms.$name} is accessible`, () => {
    for (const name of ['ready', 'incoming', 'in a call', 'wrap-up', 'device settings']) {
      it(name, async () => {
        const { element } = await play(name, await page(terms));
        await expect(element).to.be.accessible();
      });
    }
  });
}

describe('every word', () => {
  // A language that does not exist, in which each term is its own key.
  const marked = Object.fromEntries(
    Object.entries(en).map(([key, term]) => [
      key,
      typeof term === 'function' ? () => `⟦${key}⟧` : `⟦${key}⟧`,
    ]),
  ) as unknown as Terms;
  registerTranslation({ ...marked, $code: 'zxx', $name: 'Marked', $dir: 'ltr' });

  const attributes = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'alt',
    'placeholder',
    'title',
  ];
  const data: readonly string[] = Object.values(given).flat();
  const letters = /^(?:ABC|DEF|GHI|JKL|MNO|PQRS|TUV|WXYZ)$/;
  // Durations are put into words by `Intl`, not by the table.
  const durations = /\d+ (?:hours?|minutes?|seconds?)/g;

  /** Every text and every attribute that people read or hear, in all shadow roots. */
  function words(root: ParentNode): string[] {
    return [...root.querySelectorAll('*')].flatMap((element) => [
      ...attributes.map((name) => element.getAttribute(name) ?? ''),
      // Initials are those of a name; `Intl` writes times; keys have names of their own.
      ...(element.matches('style, [part=avatar], time, kbd') ? [] : texts(element)),
      ...(element.shadowRoot ? [...texts(element.shadowRoot), ...words(element.shadowRoot)] : []),
    ]);
  }

  const texts = (node: Node) =>
    [...node.childNodes].filter((child) => child instanceof Text).map(({ data: text }) => text.trim());

  const seen = new Set<string>();

  for (const name of Object.keys(scenes)) {
    it(`is in the table: ${name}`, async () => {
      const box = await page({ ...en, $code: 'zxx' });
      await play(name, box);
      const spoken = [...document.querySelectorAll('[data-hs-live]')].map(({ textContent }) => textContent);
      const all = [...words(box), ...spoken];
      for (const text of all) {
        for (const [, key = ''] of text.matchAll(/⟦(.+?)⟧/g)) seen.add(key);
        const rest = data.reduce((left, one) => left.replaceAll(one, ''), text.replaceAll(/⟦.+?⟧/g, ''));
        if (!letters.test(text)) expect(rest.replaceAll(durations, '')).not.to.match(/\p{L}/u);
      }
    });
  }

  it('in the table is said somewhere', () => {
    // These are shown only after seconds of waiting, or heard when it is their turn: that has tests of its own.
    const later = [
      'isOnHold',
      'ended',
      'extension',
      'stillConnecting',
      'problem.NO_BRIDGE',
      'notMuted',
      'templateInserted',
    ];
    // Which of these is said depends on what the browser lets a page do, and on the keyboard.
    const byBrowser = /^(?:copied|copyByHand|allow|notifications\..*|key\..*)$/;
    const unsaid = Object.keys(en).filter((key) => !key.startsWith('$') && !seen.has(key));
    expect(unsaid.filter((key) => !byBrowser.test(key))).to.deep.equal(later);
  });
});
