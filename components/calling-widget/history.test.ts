import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { collect, connected, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { focused } from '../shared/keep-focus.js';
import { findAll, findSeen as shown } from '../testing/find-all.js';
import type { HsCallingWidget } from './define.js';
import './define.js';

const erin = '+12025550101';

async function phone(properties: Partial<HsCallingWidget> = {}) {
  const hubspot = connected({ loggedIn: true, available: true });
  const box = await fixture<HTMLElement>(
    html`<div>
      <hs-calling-widget .bridge=${hubspot.bridge} .loadPage=${properties.loadPage}></hs-calling-widget>
    </div>`,
  );
  const widget = box.firstElementChild as HsCallingWidget;
  box.style.blockSize = '650px';
  widget.style.blockSize = '100%';
  return { hubspot, box, widget };
}

function miss({ bridge }: FakeHubSpot, externalCallId = 'a'): void {
  bridge.incomingCall({ externalCallId, fromNumber: erin, toNumber: '+12025550160' });
  bridge.callEnded({ externalCallId, callEndStatus: 'MISSED' });
}

const button = (box: HTMLElement) => shown(box, '[part=history-button]')[0];
const badge = (box: HTMLElement) => shown(box, '[part=history-badge]')[0]?.innerText;

describe('the history in <hs-calling-widget>', () => {
  it('is not there before there is a call to show', async () => {
    const { box } = await phone();
    expect(button(box)).to.equal(undefined);
    expect(findAll(box, 'hs-call-history')).to.have.length(0);
  });

  it('has the missed call as a row under the keypad, and a badge', async () => {
    const { hubspot, box } = await phone();
    miss(hubspot);
    await waitUntil(() => shown(box, '[part=call]').length === 1);
    const [row] = shown(box, '[part=call]');
    expect(row?.innerText).to.contain('Missed call');
    const [keys, dock] = [shown(box, 'hs-keypad')[0], shown(box, '[part=dock]')[0]];
    const [top, bottom] = [row?.getBoundingClientRect().top, row?.getBoundingClientRect().bottom];
    expect(top).to.be.greaterThan(keys?.getBoundingClientRect().bottom ?? Infinity);
    expect(bottom).to.be.lessThan(dock?.getBoundingClientRect().top ?? 0);
    expect(badge(box)).to.equal('1');
    expect(button(box)?.getAttribute('aria-label')).to.equal('Call history, Missed calls: 1');
    await expect(box).to.be.accessible();
  });

  it('calls back with one press', async () => {
    const { hubspot, box, widget } = await phone();
    miss(hubspot);
    await waitUntil(() => shown(box, '[part=call]').length === 1);
    hubspot.bridge.callCompleted();
    const asked = collect(widget, 'hs-call-request');
    await waitUntil(() => shown(box, 'hs-call-history')[0] !== undefined);
    findAll(box, '[part=call] [part=call-button]')[0]?.click();
    expect(asked.map(({ toNumber }) => toNumber)).to.deep.equal([erin]);
  });

  it('is opened from the header, which takes the badge away; Escape closes it', async () => {
    const { hubspot, box } = await phone();
    miss(hubspot);
    await waitUntil(() => button(box) !== undefined);
    button(box)?.click();
    await waitUntil(() => focused()?.getAttribute('part') === 'title');
    expect(shown(box, 'hs-dialer')).to.have.length(0);
    await waitUntil(() => badge(box) === undefined);
    await expect(box).to.be.accessible();
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await waitUntil(() => shown(box, '[part=key]').length > 0);
    expect(focused()).to.equal(button(box));
  });

  const interruptions: Readonly<Record<string, (hubspot: FakeHubSpot) => void>> = {
    'a number that HubSpot sends': (hubspot) => {
      hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103' });
    },
    'a call': ({ bridge }) => bridge.outgoingCall({ externalCallId: 'b', toNumber: erin }),
    'a log-out': ({ bridge }) => bridge.userLoggedOut(),
  };
  for (const [name, play] of Object.entries(interruptions)) {
    it(`is put away by ${name}`, async () => {
      const { hubspot, box } = await phone({ loadPage: () => ({ calls: [] }) });
      await waitUntil(() => button(box) !== undefined);
      button(box)?.click();
      await waitUntil(() => shown(box, '[part=title]').length > 0);
      play(hubspot);
      await waitUntil(() => shown(box, 'hs-call-history:not([recent])').length === 0);
    });
  }

  it('is there from the start where the app loads earlier calls, and loads them when it is opened', async () => {
    let asked = 0;
    const { box } = await phone({
      loadPage: () => {
        asked += 1;
        return { calls: [{ id: 1, direction: 'outbound', startedAt: 1, phoneNumber: erin }] };
      },
    });
    await waitUntil(() => button(box) !== undefined);
    expect(asked).to.equal(0);
    button(box)?.click();
    await waitUntil(() => shown(box, '[part=call]').length === 1);
    expect(asked).to.equal(1);
  });
});
