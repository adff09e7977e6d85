// Why a user takes no calls: the app's reasons, and the work after a call.
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { collect, connected, prevent, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import type { HsAvailability } from './define.js';
import './define.js';

const reasons = [
  { id: 'break', label: 'Break', available: false },
  { id: 'meeting', label: 'Meeting', available: false },
  { id: 'mail', label: 'Available for mail', available: true },
];

async function availability(given: { readonly [K in keyof HsAvailability]?: unknown } = {}) {
  const hubspot = connected({ loggedIn: true, available: true });
  const element = await fixture<HsAvailability>(
    html`<hs-availability .bridge=${hubspot.bridge}></hs-availability>`,
  );
  Object.assign(element, given);
  await element.updateComplete;
  return { hubspot, element };
}

const list = ({ shadowRoot }: HsAvailability) => {
  const select = shadowRoot?.querySelector('select');
  if (!select) throw new Error('There is no list.');
  return select;
};
const names = (element: HsAvailability) => [...list(element).options].map(({ text }) => text);
const shown = (element: HsAvailability) => list(element).selectedOptions[0]?.text;
const part = ({ shadowRoot }: HsAvailability, name: string) =>
  shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`);

async function choose(element: HsAvailability, name: string): Promise<void> {
  const select = list(element);
  select.selectedIndex = names(element).indexOf(name);
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

/** What HubSpot is told of the availability. */
const told = ({ types }: FakeHubSpot) => types.filter((type) => String(type).startsWith('USER_'));

const user = ({ bridge }: FakeHubSpot) => bridge.getState().user;

/** A call that is answered, and ends. */
function talk({ bridge }: FakeHubSpot, externalCallId = 'a'): void {
  bridge.outgoingCall({ externalCallId, toNumber: '+12025550101', createEngagement: false });
  bridge.callAnswered({ externalCallId });
  bridge.callEnded({ externalCallId });
}

describe('the reasons of a user', () => {
  it('stand with what they mean to HubSpot', async () => {
    const { element } = await availability({ availabilityReasons: reasons });
    expect(names(element)).to.deep.equal([
      'Available',
      'Available for mail',
      'Unavailable',
      'Break',
      'Meeting',
    ]);
    await expect(element).to.be.accessible();
  });

  it('may be given as JSON', async () => {
    const { element } = await availability();
    element.setAttribute('availability-reasons', JSON.stringify(reasons.slice(0, 1)));
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Available', 'Unavailable', 'Break']);
    element.setAttribute('availability-reasons', '[broken');
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Available', 'Unavailable']);
  });

  it('are in the state and in the request, and HubSpot is told each change once', async () => {
    const { hubspot, element } = await availability({ availabilityReasons: reasons });
    const requests = collect(element, 'hs-availability-request');
    await choose(element, 'Break');
    expect([user(hubspot), shown(element)]).to.deep.equal([
      { loggedIn: true, available: false, reason: 'break' },
      'Break',
    ]);
    await choose(element, 'Meeting');
    await choose(element, 'Unavailable');
    expect(user(hubspot)).to.deep.equal({ loggedIn: true, available: false });
    await choose(element, 'Available for mail');
    expect(user(hubspot)).to.deep.equal({ loggedIn: true, available: true, reason: 'mail' });
    await choose(element, 'Available');
    expect(requests).to.deep.equal([
      { available: false, reason: 'break' },
      { available: false, reason: 'meeting' },
      { available: false },
      { available: true, reason: 'mail' },
      { available: true },
    ]);
    expect(told(hubspot)).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
  });

  it('go back when the app prevents it', async () => {
    const { hubspot, element } = await availability({ availabilityReasons: reasons });
    await choose(element, 'Break');
    prevent(element, 'hs-availability-request');
    await choose(element, 'Meeting');
    expect([user(hubspot).reason, shown(element)]).to.deep.equal(['break', 'Break']);
  });

  it('may be said by the app, and end with what HubSpot is told otherwise', async () => {
    const { hubspot, element } = await availability({ availabilityReasons: reasons });
    hubspot.bridge.request('hs-availability-request', { available: false, reason: 'meeting' });
    await element.updateComplete;
    expect(shown(element)).to.equal('Meeting');
    hubspot.bridge.userAvailable();
    await element.updateComplete;
    expect([user(hubspot), shown(element)]).to.deep.equal([{ loggedIn: true, available: true }, 'Available']);
  });

  it('that nobody knows is shown as what it means', async () => {
    const { hubspot, element } = await availability({ availabilityReasons: reasons });
    hubspot.bridge.request('hs-availability-request', { available: false, reason: 'unheard of' });
    await element.updateComplete;
    expect(shown(element)).to.equal('Unavailable');
  });

  it('stays when the host starts again, and is gone with the user', async () => {
    const { hubspot, element } = await availability({ availabilityReasons: reasons });
    await choose(element, 'Break');
    hubspot.window.advance(1000);
    hubspot.sync();
    expect(user(hubspot).reason).to.equal('break');
    hubspot.bridge.userLoggedOut();
    expect(user(hubspot)).to.deep.equal({ loggedIn: false, available: false });
  });

  it('can be chosen in a call, beside “after this call”', async () => {
    const { hubspot, element } = await availability({ availabilityReasons: reasons });
    hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
    await element.updateComplete;
    expect(names(element)).to.include.members(['Break', 'Unavailable after this call']);
    await choose(element, 'Break');
    hubspot.bridge.callEnded();
    expect([told(hubspot), user(hubspot).reason]).to.deep.equal([['USER_UNAVAILABLE'], 'break']);
  });

  for (const [what, given] of [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'break'],
    ['an object', { id: 'a' }],
    ['no reason', [null, 1, 'a', {}, { id: 'a', label: 'A' }, { id: '', label: 'A', available: true }]],
    [
      'no label',
      [
        { id: 'a', label: '', available: false },
        { id: 'b', label: 3, available: true },
      ],
    ],
  ] as const) {
    it(`are left out where the app gives ${what}`, async () => {
      const { element } = await availability({ availabilityReasons: given });
      expect(names(element)).to.deep.equal(['Available', 'Unavailable']);
    });
  }
});

describe('the work after a call', () => {
  it('makes the user unavailable, shows the time, and is over by itself', async () => {
    const { hubspot, element } = await availability({ afterCallWorkMs: 300 });
    const requests = collect(element, 'hs-availability-request');
    talk(hubspot);
    await element.updateComplete;
    expect(user(hubspot)).to.deep.equal({ loggedIn: true, available: false, reason: 'after-call-work' });
    expect([shown(element), part(element, 'work-timer')?.textContent]).to.deep.equal([
      'After-call work',
      '0:01',
    ]);
    expect(part(element, 'work-timer')?.role).to.equal('timer');
    await expect(element).to.be.accessible();
    await waitUntil(() => user(hubspot).available, 'the user is available again');
    await element.updateComplete;
    expect([shown(element), part(element, 'work-timer')]).to.deep.equal(['Available', null]);
    expect(requests).to.deep.equal([{ available: false, reason: 'after-call-work' }, { available: true }]);
    expect(told(hubspot)).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
  });

  it('is over with “Ready now”, and the focus stays here', async () => {
    const { hubspot, element } = await availability({ afterCallWorkMs: 30_000 });
    talk(hubspot);
    await element.updateComplete;
    const ready = part(element, 'ready-button');
    expect([ready?.textContent.trim(), part(element, 'work-timer')?.textContent]).to.deep.equal([
      'Ready now',
      '0:30',
    ]);
    ready?.focus();
    ready?.click();
    await waitUntil(
      () => element.shadowRoot?.activeElement?.localName === 'select',
      'the focus is on the list',
    );
    expect(told(hubspot)).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
    expect(part(element, 'ready-button')).to.equal(null);
  });

  it('is over with another choice, which stays', async () => {
    const { hubspot, element } = await availability({ afterCallWorkMs: 50, availabilityReasons: reasons });
    talk(hubspot);
    await element.updateComplete;
    await choose(element, 'Break');
    expect(part(element, 'work-timer')).to.equal(null);
    await aTimeout(100);
    expect([user(hubspot).reason, told(hubspot)]).to.deep.equal(['break', ['USER_UNAVAILABLE']]);
  });

  it('waits for the last of several calls', async () => {
    const { hubspot, element } = await availability({ afterCallWorkMs: 30_000 });
    hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber: '+12025550102', createEngagement: false });
    talk(hubspot);
    await element.updateComplete;
    expect([user(hubspot).available, part(element, 'work-timer')]).to.deep.equal([true, null]);
    hubspot.bridge.callEnded({ externalCallId: 'b' });
    await element.updateComplete;
    expect(user(hubspot).reason).to.equal('after-call-work');
  });

  it('is not over during another call, and begins anew after it', async () => {
    const { hubspot, element } = await availability({ afterCallWorkMs: 100 });
    talk(hubspot);
    hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber: '+12025550102', createEngagement: false });
    await element.updateComplete;
    expect(part(element, 'work-timer')).to.equal(null);
    await aTimeout(200);
    expect(told(hubspot)).to.deep.equal(['USER_UNAVAILABLE']);
    hubspot.bridge.callEnded({ externalCallId: 'b' });
    await element.updateComplete;
    expect(part(element, 'work-timer')).not.to.equal(null);
    await waitUntil(() => user(hubspot).available, 'the user is available again');
    expect(told(hubspot)).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
  });

  const none: readonly (readonly [what: string, act: (hubspot: FakeHubSpot) => void, ms?: unknown])[] = [
    [
      'after a call that was missed',
      ({ bridge }) => {
        bridge.incomingCall({ fromNumber: '+12025550101', toNumber: '+12025550100' });
        bridge.callEnded();
      },
    ],
    [
      'of a user who was unavailable',
      (hubspot) => {
        hubspot.bridge.userUnavailable();
        talk(hubspot);
        hubspot.bridge.userLoggedOut();
        hubspot.bridge.userLoggedIn();
      },
    ],
    [
      'of a user who has logged out',
      (hubspot) => {
        hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
        hubspot.bridge.userLoggedOut();
        hubspot.bridge.callEnded();
      },
    ],
    ['with a time of 0', talk, 0],
    ['with a time below 0', talk, -5],
    ['with a time that is none', talk, Number.NaN],
  ];
  for (const [what, act, ms = 30_000] of none) {
    it(`is none ${what}`, async () => {
      const { hubspot, element } = await availability({ afterCallWorkMs: ms });
      act(hubspot);
      await element.updateComplete;
      expect([user(hubspot).reason, part(element, 'work-timer') ?? null]).to.deep.equal([undefined, null]);
    });
  }

  it('is not counted where the app prevents it', async () => {
    const { hubspot, element } = await availability({ afterCallWorkMs: 30_000 });
    prevent(element, 'hs-availability-request');
    talk(hubspot);
    await element.updateComplete;
    expect([user(hubspot).available, part(element, 'work-timer')]).to.deep.equal([true, null]);
  });

  it('gives way to “unavailable after this call”', async () => {
    const { hubspot, element } = await availability({ afterCallWorkMs: 30_000 });
    hubspot.bridge.outgoingCall({ externalCallId: 'a', toNumber: '+12025550101' });
    await element.updateComplete;
    await choose(element, 'Unavailable after this call');
    hubspot.bridge.callEnded();
    await element.updateComplete;
    expect([user(hubspot), part(element, 'work-timer')]).to.deep.equal([
      { loggedIn: true, available: false },
      null,
    ]);
  });

  it('is called as the app calls it', async () => {
    const { hubspot, element } = await availability({
      afterCallWorkMs: 30_000,
      availabilityReasons: [{ id: 'after-call-work', label: 'Paperwork', available: false }],
    });
    talk(hubspot);
    await element.updateComplete;
    expect([shown(element), names(element)]).to.deep.equal([
      'Paperwork',
      ['Available', 'Unavailable', 'Paperwork'],
    ]);
  });

  it('is told to HubSpot once where the page has two of these elements', async () => {
    const { hubspot, element } = await availability({ afterCallWorkMs: 100 });
    const other = await fixture<HsAvailability>(
      html`<hs-availability .bridge=${hubspot.bridge} after-call-work-ms="100"></hs-availability>`,
    );
    talk(hubspot);
    await waitUntil(() => user(hubspot).available, 'the user is available again');
    await Promise.all([element.updateComplete, other.updateComplete]);
    expect(told(hubspot)).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
  });
});
