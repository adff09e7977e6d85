// Who is at the other end, as every element of a phone shows it: picture or initials, company, and the way to the record.
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { collect, connected, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import type { Party, PartyAnswer } from '../../src/index.js';
import { HsCallingBridge } from '../calling-bridge/define.js';
import { findAll } from '../testing/find-all.js';
import '../calling-widget/define.js';

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const ada = { name: 'Ada Example', company: 'Example Ltd' };
const number = '+12025550101';

/** A phone whose app knows who this is. */
async function phone(answer: PartyAnswer) {
  const hubspot = connected({ loggedIn: true, available: true });
  hubspot.bridge.resolveParty = () => Promise.resolve(answer);
  const element = await fixture<HTMLElement>(
    html`<div><hs-calling-widget .bridge=${hubspot.bridge}></hs-calling-widget></div>`,
  );
  return { hubspot, element };
}

const partyOf = ({ bridge }: FakeHubSpot): Party | undefined => bridge.getState().calls.at(-1)?.party;

/** The moments in which a phone shows who it is. */
const moments: Readonly<Record<string, (hubspot: FakeHubSpot) => void>> = {
  'an outbound call': ({ bridge }) => bridge.outgoingCall({ toNumber: number }),
  'an inbound call': ({ bridge }) => bridge.incomingCall({ fromNumber: number, toNumber: '+12025550160' }),
  'a wrap-up': ({ bridge }) => {
    bridge.outgoingCall({ toNumber: number });
    bridge.callAnswered();
    bridge.callEnded();
  },
};

for (const [moment, play] of Object.entries(moments)) {
  describe(`who it is in ${moment}`, () => {
    /** The phone in that moment, once the answer is drawn. */
    async function shown(answer: PartyAnswer) {
      const { hubspot, element } = await phone(answer);
      play(hubspot);
      await waitUntil(() => partyOf(hubspot) !== undefined);
      await waitUntil(() => findAll(element, '[part=avatar]').length > 0);
      await new Promise((resolve) => setTimeout(resolve));
      return { hubspot, element };
    }

    it('has a name, a company and initials', async () => {
      const { element } = await shown(ada);
      const text = findAll(element, '.who').map(({ innerText }) => innerText);
      expect(text.join(' ')).to.contain('Ada Example').and.to.contain('Example Ltd');
      expect(findAll(element, '[part=avatar]')[0]?.innerText).to.equal('AE');
      await expect(element).to.be.accessible();
    });

    it('has a picture', async () => {
      const { element } = await shown({ ...ada, avatar: dot });
      const picture = findAll(element, '[part=avatar] img').find((each) => each.checkVisibility());
      expect(picture?.getAttribute('src')).to.equal(dot);
      expect(picture?.getAttribute('style')).to.equal(null);
      await waitUntil(() => (picture as HTMLImageElement).complete);
      expect(picture?.getBoundingClientRect().width).to.be.greaterThan(30);
      await expect(element).to.be.accessible();
    });

    it('has its initials where the picture cannot be loaded, and a picture again when another can', async () => {
      const { hubspot, element } = await shown({ ...ada, avatar: 'data:image/png;base64,AAAA' });
      const picture = () => findAll(element, '[part=avatar] img')[0];
      await waitUntil(() => picture()?.hidden === true);
      expect(findAll(element, '[part=avatar]')[0]?.innerText).to.equal('AE');
      const { externalCallId = '' } = hubspot.bridge.getState().calls[0] ?? {};
      hubspot.bridge.updateCall({ externalCallId, party: { ...ada, avatar: dot } });
      await waitUntil(() => picture()?.hidden === false);
    });

    it('opens the page that the app names, in a new tab', async () => {
      const { element } = await shown({ ...ada, url: 'https://crm.example/people/1' });
      const [link] = findAll(element, 'a[part=open-record]');
      expect(link?.getAttribute('href')).to.equal('https://crm.example/people/1');
      expect(link?.getAttribute('target')).to.equal('_blank');
      expect(link?.getAttribute('rel')).to.equal('noopener noreferrer');
      expect(link?.getAttribute('aria-label')).to.equal('Open record of Ada Example');
      await expect(element).to.be.accessible();
    });

    it('has no way to a record that nobody knows', async () => {
      const { element } = await shown(ada);
      expect(findAll(element, '[part=open-record]')).to.have.length(0);
    });
  });
}

for (const moment of ['an outbound call', 'a wrap-up']) {
  it(`opens the record that HubSpot asked to dial: ${moment}`, async () => {
    const { hubspot, element } = await phone(ada);
    hubspot.say('DIAL_NUMBER', { phoneNumber: number, objectId: 101, objectType: 'CONTACT' });
    moments[moment]?.(hubspot);
    await waitUntil(() => findAll(element, '[part=open-record]').length > 0);
    const asked = collect(element, 'hs-navigate-request');
    hubspot.forget();
    findAll(element, '[part=open-record]')[0]?.click();
    const objectCoordinates = { portalId: 100, objectId: 101, objectTypeId: '0-1' };
    expect(asked).to.deep.equal([{ objectCoordinates, openIn: 'NEW_TAB' }]);
    expect(hubspot.types).to.deep.equal(['NAVIGATE_TO_RECORD']);
  });
}

describe('<hs-calling-bridge>', () => {
  it('asks its function, and raises the question where the page can hear it', async () => {
    const bridge = new HsCallingBridge();
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.append(bridge);
    bridge.resolveParty = ({ phoneNumber }) => Promise.resolve({ name: `Ada ${String(phoneNumber)}` });
    const raised = oneEvent<CustomEvent<{ phoneNumber: string }>>(root, 'hs-resolve-party');
    bridge.restoreCall({ externalCallId: 'a', direction: 'outbound', createdAt: 1, toNumber: number });
    expect((await raised).detail.phoneNumber).to.equal(number);
    await waitUntil(() => bridge.calls[0]?.party !== undefined);
    expect(bridge.calls[0]?.party?.name).to.equal(`Ada ${number}`);
  });
});
