/** What it takes to be one of several frames is loaded later than the bridge, if at all. */
import { expect } from '@open-wc/testing';
import { withOthers } from './joined.js';
import { FakeUser, settled } from './testing/fake-user.js';

const inTab = { iframeLocation: 'remote' } as const;
const remote = { iframeLocation: 'remote', usesCallingWindow: true } as const;
const window = { iframeLocation: 'window', usesCallingWindow: true } as const;
const call = { toNumber: '+12025550101', fromNumber: undefined, party: undefined };
const { fetch } = withOthers;

let user: FakeUser;
let fetched: number;
beforeEach(() => {
  user = new FakeUser();
  fetched = 0;
  withOthers.code = undefined;
  withOthers.fetch = () => {
    fetched += 1;
    return fetch();
  };
});

afterEach(() => {
  withOthers.fetch = fetch;
});

/** The code comes, or fails, when it is let. */
function delayed(then = fetch): () => Promise<void> {
  let arrive: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  withOthers.fetch = () => arrival.then(then);
  return () => {
    arrive();
    return user.settle();
  };
}

/** The code cannot be loaded. */
function failing(): void {
  withOthers.fetch = () => {
    fetched += 1;
    return Promise.reject(new TypeError('Failed to fetch'));
  };
}

const types = (heard: readonly { readonly type: unknown }[]) => heard.map(({ type }) => type);

describe('the code for several frames', () => {
  for (const [name, place] of [
    ['a tab', inTab],
    ['the calling window', window],
    ['the widget of a record', { iframeLocation: 'widget' }],
    ['the widget without a calling window', { iframeLocation: 'widget', usesCallingWindow: false }],
  ] as const) {
    it(`is not loaded by a page of one frame: ${name}`, async () => {
      const frame = await user.open(place);
      frame.ring('a');
      frame.bridge.callAnswered();
      frame.bridge.callEnded();
      frame.bridge.request('hs-complete-request', { externalCallId: 'a' });
      await user.settle();
      expect([fetched, frame.role, frame.errors]).to.deep.equal([0, 'owner', []]);
      expect(types(frame.heard)).to.deep.equal([
        'INCOMING_CALL',
        'CALL_ANSWERED',
        'CALL_ENDED',
        'CALL_COMPLETED',
      ]);
    });
  }

  it('is loaded by both, once there are two', async () => {
    const [one, two] = [await user.open(inTab), await user.open(inTab)];
    expect([one.role, two.role]).to.deep.equal(['owner', 'mirror']);
    expect(fetched).to.be.above(0);
  });

  it('has what is asked for meanwhile done by the owner, once', async () => {
    const owner = await user.open(inTab);
    const arrive = delayed();
    const frame = await user.open(inTab);
    expect(frame.role).to.equal('undecided');
    frame.bridge.request('hs-call-request', call);
    expect([owner.asked, frame.asked]).to.deep.equal([[], []]);
    await arrive();
    expect([types(frame.heard), owner.asked.map(({ name }) => name), frame.asked]).to.deep.equal([
      [],
      ['hs-call-request'],
      [],
    ]);
    expect(frame.role).to.equal('mirror');
  });

  it('keeps nobody who owns the calls from going on with them meanwhile', async () => {
    const owner = await user.open(inTab);
    const arrive = delayed();
    const frame = await user.open(inTab);
    owner.ring('a');
    owner.bridge.callAnswered({ externalCallId: 'a' });
    await arrive();
    expect(frame.state.calls.map(({ phase }) => phase)).to.deep.equal(['active']);
    expect(types(owner.heard)).to.deep.equal(['INCOMING_CALL', 'CALL_ANSWERED']);
  });

  it('finds nobody where the frame has gone meanwhile', async () => {
    const owner = await user.open(inTab);
    const { locks } = user.browser;
    const arrive = delayed();
    const frame = await user.open(inTab);
    frame.bridge.request('hs-call-request', call);
    frame.bridge.disconnect();
    await arrive();
    expect(user.browser.locks).to.equal(locks);
    owner.ring('a');
    expect([owner.role, types(owner.heard)]).to.deep.equal(['owner', ['INCOMING_CALL']]);
  });

  it('is waited for by a frame beside the calling window, which owns no call meanwhile', async () => {
    const arrive = delayed();
    const frame = await user.open(remote);
    expect(frame.role).to.equal('undecided');
    await arrive();
    expect([frame.role, frame.state.frame.needsWindow]).to.deep.equal(['owner', true]);
  });

  describe('that does not load', () => {
    it('leaves a frame on its own, which says so', async () => {
      const owner = await user.open(inTab);
      failing();
      const frame = await user.open(inTab);
      expect([frame.role, frame.errors]).to.deep.equal(['owner', ['FRAMES_REFUSED']]);
      frame.ring('a');
      expect([types(frame.heard), owner.heard]).to.deep.equal([['INCOMING_CALL'], []]);
      expect([owner.role, owner.errors]).to.deep.equal(['owner', []]);
    });

    it('loses nothing of what was asked for meanwhile', async () => {
      const owner = await user.open(inTab);
      const fail = delayed(() => Promise.reject(new TypeError('Failed to fetch')));
      const frame = await user.open(inTab);
      frame.bridge.request('hs-call-request', call);
      expect([frame.role, frame.asked]).to.deep.equal(['undecided', []]);
      await fail();
      expect([frame.role, types(frame.heard), frame.errors]).to.deep.equal([
        'owner',
        ['OUTGOING_CALL_STARTED'],
        ['FRAMES_REFUSED'],
      ]);
      expect(owner.heard).to.deep.equal([]);
    });

    it('is tried again by the owner with each message, and told of once', async () => {
      const owner = await user.open(inTab);
      owner.ring('a');
      failing();
      const [name = ''] = user.browser.channelNames;
      for (const data of [1, 2, 3]) {
        user.browser.inject(name, data);
        await settled();
      }
      expect([fetched, owner.role, owner.errors]).to.deep.equal([3, 'owner', ['FRAMES_REFUSED']]);
      withOthers.fetch = fetch;
      const mirror = await user.open(inTab);
      expect(mirror.role).to.equal('mirror');
      expect(mirror.state.calls.map(({ phase }) => phase)).to.deep.equal(['ringing']);
    });
  });

  it('is not asked for before it is known who owns the calls, whoever speaks', async () => {
    await user.open(inTab);
    const [name = ''] = user.browser.channelNames;
    user.living[0]?.kill();
    withOthers.code = await fetch();
    const opening = user.open(inTab);
    for (let turns = 0; turns < 20; turns += 1) {
      user.browser.inject(name, { kind: 'hello' });
      await Promise.resolve();
    }
    expect((await opening).role).to.equal('owner');
  });
});
