/** What keeps calls is loaded later than the bridge. This page has not loaded it yet: see `fake-hubspot.ts` for the others. */
import { expect } from '@open-wc/testing';
import { FakeWindow } from '../link/testing/fake-window.js';
import { CallingBridge } from './calling-bridge.js';
import { withCalls } from './handover.js';
import { FakePage, FakeTab } from './testing/fake-tab.js';

const { fetch } = withCalls;

let tab: FakeTab;
beforeEach(() => {
  tab = new FakeTab();
  withCalls.code = undefined;
  withCalls.fetch = fetch;
});

/** The code comes when it is let come. */
function delayed(): { readonly arrive: () => boolean; readonly isAsked: () => boolean } {
  const arrival = new EventTarget();
  let isAsked = false;
  withCalls.fetch = async () => {
    isAsked = true;
    await new Promise((resolve) => {
      arrival.addEventListener('arrive', resolve);
    });
    return fetch();
  };
  return { arrive: () => arrival.dispatchEvent(new Event('arrive')), isAsked: () => isAsked };
}

/** The code cannot be loaded, this often. */
function failing(times = Infinity): void {
  let asked = 0;
  withCalls.fetch = () => {
    asked += 1;
    return asked > times ? fetch() : Promise.reject(new TypeError('Failed to fetch'));
  };
}

/** A page with a bridge. */
class OpenPage {
  readonly window = new FakeWindow();
  readonly page = new FakePage(tab);
  readonly errors: string[] = [];
  readonly bridge: CallingBridge;

  constructor() {
    this.bridge = new CallingBridge({}, { wire: this.window, clock: this.window, page: this.page });
    this.bridge.addEventListener('hs-error', (event) => {
      const { code, message } = (event as CustomEvent<{ code: string; message: string }>).detail;
      this.errors.push(`${code} ${message}`);
    });
    this.bridge.connect();
  }

  sync(): this {
    this.window.receive({ type: 'SYNC', messageId: 'm-1', portalId: 100, userId: 1, ownerId: 2 });
    return this;
  }

  talk(externalCallId = 'a'): this {
    const call = { externalCallId };
    this.bridge.outgoingCall({ ...call, toNumber: '+12025550101', createEngagement: false });
    this.bridge.callAnswered(call);
    return this;
  }

  get types(): readonly unknown[] {
    return this.window.posted.map(({ message }) => message['type']).filter((type) => type !== 'SYNC_ACK');
  }

  /** Resolves once HubSpot has heard a message of this type. */
  async heard(type: string): Promise<void> {
    while (!this.types.includes(type)) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** A call is kept in the tab. */
async function leaveCall(): Promise<void> {
  await withCalls.load();
  new OpenPage().sync().talk().page.hide();
  expect(tab.stored.size).to.equal(1);
  withCalls.code = undefined;
}

describe('what keeps calls', () => {
  it('is not asked for before HubSpot is there', () => {
    const { isAsked } = delayed();
    const page = new OpenPage();
    expect(isAsked()).to.equal(false);
    page.sync();
    expect(isAsked()).to.equal(true);
  });

  it('is asked for at once where the page before has left a call', async () => {
    await leaveCall();
    const { isAsked } = delayed();
    new OpenPage();
    expect(isAsked()).to.equal(true);
  });

  it('takes up the call of the page before, however late it comes', async () => {
    await leaveCall();
    const { arrive } = delayed();
    const next = new OpenPage().sync();
    expect(next.types).to.deep.equal(['INITIALIZED']);
    arrive();
    await next.heard('CALL_COMPLETED');
    expect(next.types).to.deep.equal(['INITIALIZED', 'CALL_ENDED', 'CALL_COMPLETED']);
    expect(tab.stored.size).to.equal(0);
  });

  it('loses no call that was left, if it cannot be loaded', async () => {
    await leaveCall();
    failing();
    const next = new OpenPage().sync();
    next.page.hide();
    expect(tab.stored.size).to.equal(1);
    withCalls.fetch = fetch;
    await new OpenPage().sync().heard('CALL_COMPLETED');
  });

  it('is tried again with the next call', async () => {
    await leaveCall();
    failing(2);
    const next = new OpenPage().sync();
    await Promise.resolve();
    next.talk('b');
    await next.heard('CALL_COMPLETED');
  });

  it('says of a call that it cannot keep, and completes what has ended', () => {
    failing();
    const page = new OpenPage().sync().talk();
    page.bridge.callEnded();
    page.page.hide();
    expect(page.errors.join()).to.match(/^NOT_STORED .*a call/);
    expect(page.types.at(-1)).to.equal('CALL_COMPLETED');
  });

  it('says nothing where there is no call to keep', () => {
    failing();
    const page = new OpenPage().sync();
    page.page.hide();
    expect(page.errors).to.deep.equal([]);
  });
});
