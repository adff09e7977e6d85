import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { collect, connected, prevent, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import type { CallPage, HsCallHistory, LoadPage } from './call-history.js';
import './define.js';

const now = new Date(2026, 1, 3, 12, 41).getTime();
const erin = '+12025550101';

const start = (settings = {}) =>
  connected({ loggedIn: true, available: true, ...settings }, undefined, { now });

async function historyOn(hubspot: FakeHubSpot, properties: Partial<HsCallHistory> = {}) {
  const element = await fixture<HsCallHistory>(
    html`<hs-call-history
      .bridge=${hubspot.bridge}
      .loadPage=${properties.loadPage}
      ?recent=${properties.recent}
    ></hs-call-history>`,
  );
  await settled();
  return element;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

let ids = 0;

/** Somebody calls, and nobody answers. */
function miss({ bridge }: FakeHubSpot, fromNumber = erin): void {
  ids += 1;
  const externalCallId = `in-${String(ids)}`;
  bridge.incomingCall({ externalCallId, fromNumber, toNumber: '+12025550160' });
  bridge.callEnded({ externalCallId, callEndStatus: 'MISSED' });
  bridge.callCompleted({ externalCallId });
}

/** A call of 2:14. */
function talk({ bridge, window }: FakeHubSpot, toNumber = erin): void {
  ids += 1;
  const externalCallId = `out-${String(ids)}`;
  bridge.outgoingCall({ externalCallId, toNumber, createEngagement: false });
  bridge.callAnswered({ externalCallId });
  window.advance(134_000);
  bridge.callEnded({ externalCallId });
  bridge.callCompleted({ externalCallId });
}

const all = ({ shadowRoot }: HsCallHistory, selector: string) => [
  ...(shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const words = (text: string | null | undefined) => text?.trim().replaceAll(/\s+/g, ' ') ?? '';
const texts = (element: HsCallHistory, selector: string) =>
  all(element, selector).map(({ innerText }) => words(innerText));
const parties = (element: HsCallHistory) => texts(element, '[part=party] bdi');

const earlier = (id: number, fields = {}) => ({
  id: `e${String(id)}`,
  direction: 'outbound' as const,
  phoneNumber: '+442079460958',
  party: { name: `Person ${String(id)}` },
  startedAt: now - id * 86_400_000,
  durationMs: 60_000,
  ...fields,
});

/** A loader of which the test decides when it answers. */
function pages() {
  const asked: { cursor: unknown; signal: AbortSignal; answer(page: unknown): void; refuse(): void }[] = [];
  const loadPage: LoadPage = ({ cursor, signal }) =>
    new Promise((resolve, reject) => {
      asked.push({
        cursor,
        signal,
        answer: (page) => {
          resolve(page as CallPage);
        },
        refuse: () => {
          reject(new TypeError('no network'));
        },
      });
    });
  return { asked, loadPage };
}

describe('<hs-call-history>', () => {
  it('says what will be here while it is empty', async () => {
    const element = await historyOn(start());
    expect(words(element.shadowRoot?.textContent)).to.contain('Your calls of this session');
    await expect(element).to.be.accessible();
  });

  it('tells who, how, when and for how long', async () => {
    const hubspot = start();
    hubspot.bridge.resolveParty = () => ({ name: 'Erin Example', company: 'Example Ltd' });
    const element = await historyOn(hubspot);
    talk(hubspot);
    await waitUntil(() => parties(element)[0] === 'Erin Example');
    expect(texts(element, '[part=outcome]')[0]).to.match(/^Outgoing call · .+ · 2:14/);
    expect(texts(element, '[part=number]')[0]).to.match(/^Example Ltd · \+1 \(202\) 555-0101/);
    expect(all(element, 'time')[0]?.getAttribute('datetime')).to.equal(new Date(now).toISOString());
    await expect(element).to.be.accessible();
  });

  it('writes the time in its language, with the day if that is not today', async () => {
    const { asked, loadPage } = pages();
    const element = await historyOn(start(), { loadPage });
    element.lang = 'de';
    asked[0]?.answer({ calls: [earlier(1)] });
    await settled();
    const text = all(element, 'time')[0]?.textContent;
    const { startedAt } = earlier(1);
    const options = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;
    // The language is not registered here: English stands in.
    expect(text).to.equal(new Intl.DateTimeFormat('en', options).format(startedAt));
  });

  const ends = {
    'a missed call': [{ direction: 'inbound', durationMs: 0 }, 'Missed call'],
    'a declined call': [
      { direction: 'inbound', durationMs: 0, endStatus: 'REJECTED' },
      'Incoming call · Call declined',
    ],
    'a busy number': [{ durationMs: 0, endStatus: 'BUSY' }, 'Outgoing call · Busy'],
    'a call that nobody answered': [{ durationMs: 0 }, 'Outgoing call · No answer'],
    'a call that was handed over': [{ endStatus: 'TRANSFERRED' }, 'Outgoing call · Call transferred'],
    'a call that another device answered': [
      { direction: 'inbound', endStatus: 'ANSWERED_ELSEWHERE' },
      'Incoming call · Answered elsewhere',
    ],
  } as const;
  for (const [name, [fields, expected]] of Object.entries(ends)) {
    it(`says how it was, in words and by an icon: ${name}`, async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      asked[0]?.answer({ calls: [earlier(1, fields)] });
      await settled();
      expect(texts(element, '[part=outcome]')[0]?.startsWith(`${expected} · `)).to.equal(true);
      expect(all(element, '[part=outcome] svg')).to.have.length(1);
    });
  }

  describe('missed calls', () => {
    it('come first, and are counted, while they are new', async () => {
      const hubspot = start();
      miss(hubspot, '+12025550102');
      hubspot.window.advance(1000);
      talk(hubspot);
      hubspot.window.advance(1000);
      const element = await historyOn(hubspot);
      expect(texts(element, '[part=outcome]')[0]).to.match(/^Missed call/);
      expect(texts(element, '[part=badge]')).to.deep.equal(['1']);
      expect(words(all(element, 'h2')[0]?.textContent)).to.contain('Missed calls: 1');
      await expect(element).to.be.accessible();
      const later = await historyOn(hubspot);
      expect(texts(later, '[part=outcome]')[0]).to.match(/^Outgoing call/);
      expect(texts(later, '[part=badge]')).to.deep.equal([]);
    });

    it('are no news any more once they were called back', async () => {
      const hubspot = start();
      miss(hubspot);
      const element = await historyOn(hubspot);
      expect(texts(element, '[part=badge]')).to.deep.equal(['1']);
      talk(hubspot);
      await element.updateComplete;
      expect(texts(element, '[part=badge]')).to.deep.equal([]);
    });
  });

  describe('what can be done', () => {
    it('calls back, as the dialer calls', async () => {
      const hubspot = start();
      miss(hubspot);
      hubspot.bridge.chooseFromNumber('+12025550160');
      const element = await historyOn(hubspot);
      const asked = collect(element, 'hs-call-request');
      all(element, '[part=call-button]')[0]?.click();
      expect(asked).to.deep.equal([{ toNumber: erin, fromNumber: '+12025550160', party: undefined }]);
    });

    it('calls the person who was found', async () => {
      const hubspot = start();
      hubspot.bridge.resolveParty = () => ({ name: 'Erin Example' });
      const element = await historyOn(hubspot);
      talk(hubspot);
      await waitUntil(() => parties(element)[0] === 'Erin Example');
      const asked = collect(element, 'hs-call-request');
      all(element, '[part=call-button]')[0]?.click();
      expect(asked[0]?.party?.name).to.equal('Erin Example');
    });

    it('names whom each button calls', async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      asked[0]?.answer({ calls: [earlier(1), earlier(2)] });
      await settled();
      const names = all(element, '[part=call-button]').map((each) => each.getAttribute('aria-label'));
      expect(names).to.deep.equal(['Call Person 1', 'Call Person 2']);
    });

    const busy: Readonly<Record<string, (hubspot: FakeHubSpot) => unknown>> = {
      'a call goes on': ({ bridge }) => bridge.outgoingCall({ toNumber: '+12025550109' }),
      'a call rings': ({ bridge }) => bridge.incomingCall({ fromNumber: '+12025550109', toNumber: erin }),
      'a call waits to be saved': ({ bridge }) => {
        bridge.outgoingCall({ toNumber: '+12025550109' });
        bridge.callAnswered();
        bridge.callEnded();
      },
      'a call is being started': ({ bridge }) =>
        bridge.request('hs-call-request', {
          toNumber: '+12025550109',
          fromNumber: undefined,
          party: undefined,
        }),
      'nobody is logged in': ({ bridge }) => bridge.userLoggedOut(),
    };
    for (const [name, play] of Object.entries(busy)) {
      it(`calls nobody while ${name}`, async () => {
        const { asked, loadPage } = pages();
        const hubspot = start({ wrapUp: true });
        const element = await historyOn(hubspot, { loadPage });
        play(hubspot);
        await settled();
        asked.at(-1)?.answer({ calls: [earlier(1)] });
        await settled();
        const requests = collect(element, 'hs-call-request');
        const button = all(element, '[part=call-button]').at(-1);
        expect(button?.getAttribute('aria-disabled')).to.equal('true');
        button?.click();
        expect(requests).to.deep.equal([]);
      });
    }

    it('says that the call was not started', async () => {
      const hubspot = start();
      miss(hubspot);
      const element = await historyOn(hubspot);
      all(element, '[part=call-button]')[0]?.click();
      hubspot.window.advance(6000);
      await element.updateComplete;
      expect(texts(element, '[part=error]')[0]).to.contain('could not be started');
    });

    it('may be prevented', async () => {
      const hubspot = start();
      miss(hubspot);
      const element = await historyOn(hubspot);
      prevent(element, 'hs-call-request');
      all(element, '[part=call-button]')[0]?.click();
      await element.updateComplete;
      expect(all(element, '[part=call-button]')[0]?.getAttribute('aria-disabled')).to.equal(null);
    });

    it('cannot call a number that was withheld, or that is none', async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      asked[0]?.answer({
        calls: [earlier(1, { phoneNumber: null }), earlier(2, { phoneNumber: '1'.repeat(40) })],
      });
      await settled();
      expect(all(element, '[part=call]')).to.have.length(2);
      expect(all(element, '[part=call-button]')).to.have.length(0);
    });

    it('opens the record', async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      const party = { name: 'Erin', objectId: 101, objectTypeId: '0-1' };
      asked[0]?.answer({ calls: [earlier(1, { party })] });
      await settled();
      const requests = collect(element, 'hs-navigate-request');
      all(element, '[part=open-record]')[0]?.click();
      expect(requests[0]?.objectCoordinates).to.deep.equal({
        portalId: 100,
        objectId: 101,
        objectTypeId: '0-1',
      });
    });

    it('is reached by Tab, row after row', async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      asked[0]?.answer({
        calls: [earlier(1, { party: { url: 'https://crm.example/1' } }), earlier(2)],
        next: 'b',
      });
      await settled();
      const stops = all(element, 'a[href], button, [tabindex="0"]').map((each) => each.getAttribute('part'));
      expect(stops).to.deep.equal(['open-record', 'call-button', 'call-button', 'more-button']);
      expect(all(element, 'ul > li')).to.have.length(2);
    });
  });

  describe('earlier calls', () => {
    it('are loaded page by page', async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      expect(texts(element, '[part=more-button]')).to.deep.equal(['Loading calls…']);
      await expect(element).to.be.accessible();
      asked[0]?.answer({ calls: [earlier(1)], next: 'page 2' });
      await settled();
      expect(texts(element, '[part=more-button]')).to.deep.equal(['Show more']);
      all(element, '[part=more-button]')[0]?.click();
      all(element, '[part=more-button]')[0]?.click();
      asked[1]?.answer({ calls: [earlier(2)] });
      await settled();
      expect(asked.map(({ cursor }) => cursor)).to.deep.equal([undefined, 'page 2']);
      expect(parties(element)).to.deep.equal(['Person 1', 'Person 2']);
      expect(all(element, '[part=more-button]')).to.have.length(0);
      await expect(element).to.be.accessible();
    });

    it('may fail, and be tried again', async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      asked[0]?.refuse();
      await settled();
      expect(texts(element, '[part=error]')).to.deep.equal(['Earlier calls could not be loaded.']);
      expect(texts(element, '[part=more-button]')).to.deep.equal(['Try again']);
      await expect(element).to.be.accessible();
      all(element, '[part=more-button]')[0]?.click();
      asked[1]?.answer({ calls: [earlier(1)] });
      await settled();
      expect(texts(element, '[part=error]')).to.deep.equal(['']);
      expect(parties(element)).to.deep.equal(['Person 1']);
    });

    const unusable: Readonly<Record<string, unknown>> = {
      nothing: undefined,
      'a text': 'calls',
      'a list': [earlier(1)],
      'no calls': { next: 'b' },
      'calls that are no list': { calls: { 0: earlier(1) } },
    };
    for (const [name, page] of Object.entries(unusable)) {
      it(`fail where the page is ${name}`, async () => {
        const { asked, loadPage } = pages();
        const element = await historyOn(start(), { loadPage });
        asked[0]?.answer(page);
        await settled();
        expect(texts(element, '[part=more-button]')).to.deep.equal(['Try again']);
      });
    }

    it('fail where the loader throws', async () => {
      const element = await historyOn(start(), {
        loadPage: () => {
          throw new RangeError('no');
        },
      });
      expect(texts(element, '[part=more-button]')).to.deep.equal(['Try again']);
    });

    it('leave out what is no call, and show the others', async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      asked[0]?.answer({
        calls: [
          null,
          7,
          { id: 'x' },
          earlier(1, { direction: 'sideways' }),
          earlier(2, { startedAt: 'yesterday' }),
          earlier(3, { startedAt: '2026-02-01T10:00:00Z', durationMs: 'long', endStatus: 'WON' }),
          earlier(4, { startedAt: new Date(now), party: { name: 'A\u202eB', url: 'javascript:1' } }),
        ],
        next: {},
      });
      await settled();
      expect(parties(element)).to.deep.equal(['A B', 'Person 3']);
      expect(all(element, '[part=open-record], [part=more-button]')).to.have.length(0);
    });

    it('are a hundred of a page, and five hundred in all', async () => {
      const loadPage: LoadPage = ({ cursor = 0 }) => ({
        calls: Array.from({ length: 150 }, (_, i) => earlier(Number(cursor) * 1000 + i)),
        next: Number(cursor) + 1,
      });
      const element = await historyOn(start(), { loadPage });
      expect(all(element, '[part=call]')).to.have.length(100);
      for (let page = 0; page < 8; page += 1) {
        all(element, '[part=more-button]')[0]?.click();
        await settled();
      }
      expect(all(element, '[part=call]')).to.have.length(500);
      expect(all(element, '[part=more-button]')).to.have.length(0);
    });

    it('end with a loader that names the page it was asked for', async () => {
      const element = await historyOn(start(), { loadPage: () => ({ calls: [earlier(1)], next: 'again' }) });
      all(element, '[part=more-button]')[0]?.click();
      await settled();
      expect(parties(element)).to.deep.equal(['Person 1']);
      expect(all(element, '[part=more-button]')).to.have.length(0);
    });

    it('are not waited for when the element goes', async () => {
      const { asked, loadPage } = pages();
      const element = await historyOn(start(), { loadPage });
      element.remove();
      expect(asked[0]?.signal.aborted).to.equal(true);
    });

    it('are shown once where they are of this session', async () => {
      const hubspot = start();
      talk(hubspot);
      const { asked, loadPage } = pages();
      const element = await historyOn(hubspot, { loadPage });
      const [call] = hubspot.bridge.getState().history;
      asked[0]?.answer({ calls: [earlier(0, { id: call?.id }), earlier(1)] });
      await settled();
      expect(all(element, '[part=call]')).to.have.length(2);
    });

    it('get their names from the app', async () => {
      const hubspot = start();
      hubspot.bridge.resolveParty = ({ phoneNumber }) => ({
        name: `Owner of ${String(phoneNumber).slice(-4)}`,
      });
      const { asked, loadPage } = pages();
      const element = await historyOn(hubspot, { loadPage });
      asked[0]?.answer({ calls: [earlier(1, { party: undefined })] });
      await waitUntil(() => parties(element)[0] === 'Owner of 0958');
    });
  });

  it('forgets everything when the user logs out, and loads anew', async () => {
    const hubspot = start();
    talk(hubspot);
    const { asked, loadPage } = pages();
    const element = await historyOn(hubspot, { loadPage });
    asked[0]?.answer({ calls: [earlier(1)] });
    await settled();
    hubspot.bridge.userLoggedOut();
    await settled();
    expect(all(element, '[part=call]')).to.have.length(0);
    expect(asked).to.have.length(2);
  });

  it('stores nothing', async () => {
    const before = [localStorage.length, sessionStorage.length];
    const hubspot = start();
    talk(hubspot);
    await historyOn(hubspot, { loadPage: () => ({ calls: [earlier(1)] }) });
    expect([localStorage.length, sessionStorage.length]).to.deep.equal(before);
  });

  describe('with recent', () => {
    it('is hidden without a call', async () => {
      const element = await historyOn(start(), { recent: true });
      expect(getComputedStyle(element).display).to.equal('none');
    });

    it('shows the latest call, or the latest that was missed', async () => {
      const hubspot = start();
      miss(hubspot, '+12025550102');
      talk(hubspot);
      const element = await historyOn(hubspot, { recent: true });
      expect(texts(element, '[part=outcome]')).to.have.length(1);
      expect(texts(element, '[part=outcome]')[0]).to.match(/^Missed call/);
      await expect(element).to.be.accessible();
      hubspot.window.advance(1000);
      hubspot.bridge.markHistorySeen();
      await element.updateComplete;
      expect(texts(element, '[part=outcome]')[0]).to.match(/^Outgoing call/);
    });
  });
});
