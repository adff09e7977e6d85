import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { announce, prepareAnnouncer, type Urgency } from './announcer.js';

describe('what is announced', () => {
  for (const direction of ['ltr', 'rtl']) {
    for (const urgency of ['polite', 'assertive'] satisfies Urgency[]) {
      it(`gives a page of full height nothing to scroll: ${urgency}, ${direction}`, async () => {
        document.documentElement.dir = direction;
        (await fixture<HTMLElement>(html`<div></div>`)).style.blockSize = '100vh';
        for (const region of document.querySelectorAll('[data-hs-live]')) region.remove();
        prepareAnnouncer(document);
        const { scrollWidth, scrollHeight } = document.documentElement;
        const text = `Connected, Erin Example. ${'A word, and one more. '.repeat(40)}${direction}`;
        announce(document, text, `${urgency} ${direction}`, urgency);
        const region = document.querySelector(`[data-hs-live=${urgency}]`);
        await waitUntil(() => region?.textContent === text);
        const now = document.documentElement;
        expect([now.scrollWidth, now.scrollHeight]).to.deep.equal([scrollWidth, scrollHeight]);
        document.documentElement.dir = '';
      });
    }
  }
});
