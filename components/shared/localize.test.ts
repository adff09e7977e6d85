import { expect, fixture, html } from '@open-wc/testing';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import type { HsWrapUp } from '../wrap-up/define.js';
import '../call-status/define.js';
import '../wrap-up/define.js';
import '../translations/de.js';
import '../translations/fr.js';

/** What an element says in a page of this language. */
async function saidIn(lang: string): Promise<string | undefined> {
  const box = await fixture<HTMLElement>(
    html`<div lang=${lang}><hs-call-status .bridge=${connected().bridge}></hs-call-status></div>`,
  );
  return box.querySelector('hs-call-status')?.shadowRoot?.textContent.trim();
}

describe('the language of an element', () => {
  const words = { de: 'Bereit für Anrufe', fr: 'Prêt à appeler', en: 'Ready to call' };
  for (const [lang, expected] of [
    ['de', words.de],
    ['de-DE', words.de],
    ['de_DE', words.de],
    ['de_de', words.de],
    ['DE_AT', words.de],
    ['de_Latn_DE', words.de],
    ['fr_CA', words.fr],
    ['en_GB', words.en],
    ['xx_XX', words.en],
  ] as const) {
    it(`is that of the page, with a hyphen or an underscore: ${lang}`, async () => {
      expect(await saidIn(lang)).to.equal(expected);
    });
  }

  for (const [lang, expected] of [
    ['de_DE', /2 Minuten(?:,| und) 14 Sekunden/],
    ['fr_CA', /2\sminutes(?:,| et) 14\ssecondes/],
    ['en_GB', /2 minutes, 14 seconds/],
  ] as const) {
    it(`is that of times in words, too: ${lang}`, async () => {
      const hubspot = connected({ loggedIn: true });
      const { bridge } = hubspot;
      const box = await fixture<HTMLElement>(
        html`<div lang=${lang}><hs-wrap-up .bridge=${bridge}></hs-wrap-up></div>`,
      );
      bridge.outgoingCall({ toNumber: '+12025550101' });
      bridge.callAnswered();
      hubspot.window.advance(134_000);
      bridge.callEnded();
      const element = box.querySelector<HsWrapUp>('hs-wrap-up');
      await element?.updateComplete;
      expect(element?.shadowRoot?.querySelector('[part=summary]')?.textContent).to.match(expected);
    });
  }
});
