import { expect, fixture, html } from '@open-wc/testing';
import { connected, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { findAll } from '../testing/find-all.js';
import '../calling-widget/define.js';

const number = '+12025550123';

/** How a number comes to each place that shows it. */
const places: Readonly<Record<string, (hubspot: FakeHubSpot) => void>> = {
  'the number field': (hubspot) => {
    hubspot.say('DIAL_NUMBER', { phoneNumber: `${number} x45` });
  },
  'a call that rings': ({ bridge }) => {
    bridge.incomingCall({ fromNumber: number, toNumber: number });
  },
  'a call': ({ bridge }) => {
    bridge.outgoingCall({ toNumber: number });
    bridge.callAnswered();
  },
  'a call that ended': ({ bridge }) => {
    bridge.outgoingCall({ toNumber: number });
    bridge.callAnswered();
    bridge.callEnded();
  },
};

/** The groups of digits that stand on more than one line. */
function broken(root: ParentNode): string[] {
  return findAll(root, 'bdi[dir=ltr]').flatMap((shown) => {
    const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: group, index } of node.nodeValue?.matchAll(/\S+/g) ?? []) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + group.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(group);
      }
    }
    return found;
  });
}

describe('a phone number with a hyphen', () => {
  for (const [place, come] of Object.entries(places)) {
    it(`is not broken there, however narrow its frame: ${place}`, async () => {
      const hubspot = connected({ loggedIn: true, available: true });
      const phone = await fixture<HTMLElement>(
        html`<hs-calling-widget .bridge=${hubspot.bridge}></hs-calling-widget>`,
      );
      come(hubspot);
      await new Promise((resolve) => setTimeout(resolve));
      const numbers = findAll(phone.shadowRoot ?? phone, 'bdi[dir=ltr]').map(
        ({ textContent }) => textContent,
      );
      expect(numbers.join()).to.contain('+1 (202) 555-0123');
      for (let width = 400; width >= 200; width -= 5) {
        phone.style.width = `${String(width)}px`;
        expect(broken(phone.shadowRoot ?? phone), String(width)).to.deep.equal([]);
      }
    });
  }
});
