import { expect, waitUntil } from '@open-wc/testing';
import { shareAccount } from './account-channel.js';
import { HubSpotAccount } from './hubspot-account.js';
import { FakeWidget } from './testing/fake-widget.js';

/** An account of its own for each test: other pages of tests share the channels of this origin. */
let portalId = 700_000;

describe('an account in several pages', () => {
  const ends: (() => void)[] = [];

  beforeEach(() => {
    portalId += 1;
  });

  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  // Each has its own channel, as pages have: a page does not hear itself.
  const page = (options: ConstructorParameters<typeof HubSpotAccount>[0] = {}, takesUser = false) => {
    const account = new HubSpotAccount({ portalId, ...options });
    const leave = shareAccount(account, { takesUser });
    ends.push(leave);
    return { account, leave };
  };
  const widgetIn = async (account: HubSpotAccount, frame: string) => {
    const widget = await new FakeWidget({ account, frame }).start();
    ends.push(() => widget.stop());
    return widget;
  };
  const framesOf = ({ state }: HubSpotAccount) => state.frames.map(({ name }) => name);

  it('logs one call, though one page announces it and another completes it', async () => {
    const [one, other] = [page(), page()];
    const first = await widgetIn(one.account, 'tab 1');
    const second = await widgetIn(other.account, 'window');
    await first.talk();
    await waitUntil(() => other.account.log[0]?.phase === 'active' && other.account.log[0].engagementId);
    const { externalCallId = '', engagementId = 0 } = other.account.log[0] ?? {};
    second.bridge.restoreCall({ ...first.bridge.getState().calls[0], externalCallId, engagementId } as never);
    second.bridge.callEnded({ externalCallId });
    second.bridge.callCompleted({ externalCallId, engagementProperties: { hs_call_body: 'Notes' } });
    await waitUntil(() => one.account.log[0]?.isCompleted);
    expect(one.account.log).to.have.length(1);
    expect(one.account.log[0]).to.include({ body: 'Notes' });
    expect(one.account.findings).to.deep.equal([]);
    expect(new Set(one.account.transcript.map(({ frame }) => frame))).to.deep.equal(
      new Set(['tab 1', 'window']),
    );
  });

  it('finds what two pages have said of one call', async () => {
    const [one, other] = [page(), page()];
    const first = await widgetIn(one.account, 'tab 1');
    const second = await widgetIn(other.account, 'tab 2');
    const call = { fromNumber: '+442079460958', toNumber: '+12025550160', externalCallId: 'one-call' };
    first.bridge.incomingCall(call);
    second.bridge.incomingCall(call);
    for (const { account } of [one, other]) {
      await waitUntil(() => account.findings.length > 0);
      expect(account.findings.map(({ kind, frames }) => [kind, [...frames].sort()])).to.deep.equal([
        ['said-twice', ['tab 1', 'tab 2']],
      ]);
      expect(account.log).to.have.length(1);
    }
  });

  it('tells a page that comes late what there is: calls, frames, settings, records', async () => {
    const one = page({ usesCallingWindow: true, widgetAddress: 'https://phone.example/' });
    const first = await widgetIn(one.account, 'tab 1');
    await first.talk();
    const late = page();
    await waitUntil(() => late.account.log.length > 0);
    expect(late.account.state).to.include({
      usesCallingWindow: true,
      widgetAddress: 'https://phone.example/',
    });
    expect(framesOf(late.account)).to.deep.equal(['tab 1']);
  });

  it('takes the user of the first page that answers, where only the account is known', async () => {
    page({ userId: 77, ownerId: 78 });
    const guest = page({}, true);
    await waitUntil(() => guest.account.state.account.userId === 77);
    expect(guest.account.state.account).to.deep.equal({ portalId, userId: 77, ownerId: 78 });
  });

  for (const [what, options] of [
    ['user', { userId: 99 }],
    ['account', { portalId: 1 }],
  ] as const) {
    it(`hears nothing of another ${what}`, async () => {
      const [one, other, same] = [page(), page(options), page()];
      const first = await widgetIn(one.account, 'tab 1');
      await first.talk();
      // What one page is told all of them are told.
      await waitUntil(() => same.account.log.length > 0);
      expect([other.account.log, framesOf(other.account)]).to.deep.equal([[], []]);
    });
  }

  it('knows the frames of a page no more that has left', async () => {
    const [one, other] = [page(), page()];
    await widgetIn(other.account, 'tab 2');
    await waitUntil(() => framesOf(one.account).includes('tab 2'));
    other.leave();
    await waitUntil(() => framesOf(one.account).length === 0);
  });

  it('knows the frames of a page no more that is gone without a word', async () => {
    const one = page();
    let crash: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (crash = resolve));
    void navigator.locks.request(`hs-calling-host:1:${String(portalId)}:gone`, () => held);
    const stranger = new BroadcastChannel(`hs-calling-host:1:${String(portalId)}`);
    ends.push(() => stranger.close());
    const frame = { id: 'x', name: 'tab 9', iframeLocation: 'remote', connection: 'initialized' };
    const { account: user } = one.account.state;
    const news = { says: 'state', frames: [frame] };
    stranger.postMessage({ kind: 'hs-host-account', version: 1, from: 'gone', user, news });
    await waitUntil(() => framesOf(one.account).includes('tab 9'));
    crash();
    await waitUntil(() => framesOf(one.account).length === 0);
  });

  it('takes a reset over, and new settings', async () => {
    const [one, other] = [page(), page()];
    const first = await widgetIn(one.account, 'tab 1');
    await first.talk();
    await waitUntil(() => other.account.log.length > 0);
    first.host.reset();
    other.account.setSettings({ usesRemote: false });
    await waitUntil(() => other.account.log.length === 0 && !one.account.state.usesRemote);
  });

  for (const [what, change] of [
    ['text', 'hello'],
    ['nothing', null],
    ['another kind', { kind: 'hs-frames' }],
    ['another version', { version: 2 }],
    ['no news', { news: undefined }],
    ['a call without a number', { news: { says: 'state', calls: [{ id: 'x' }] } }],
    ['frames that are none', { news: { says: 'state', frames: 'all' } }],
    ['a message that is none', { news: { says: 'message', entry: { direction: 'up' } } }],
  ] as const) {
    it(`lets ${what} of a stranger pass by`, async () => {
      const one = page();
      const stranger = new BroadcastChannel(`hs-calling-host:1:${String(portalId)}`);
      ends.push(() => stranger.close());
      const { account: user } = one.account.state;
      const letter = { kind: 'hs-host-account', version: 1, from: 'stranger', user, news: { says: 'hello' } };
      stranger.postMessage(typeof change === 'object' && change ? { ...letter, ...change } : change);
      const known = { says: 'state', settings: { ...one.account.state, usesRemote: false } };
      const { supportsInboundCalling, usesRemote, usesCallingWindow } = known.settings;
      const settings = { supportsInboundCalling, usesRemote, usesCallingWindow };
      stranger.postMessage({ ...letter, news: { says: 'state', settings } });
      await waitUntil(() => !one.account.state.usesRemote);
      expect([one.account.log, framesOf(one.account), one.account.transcript]).to.deep.equal([[], [], []]);
    });
  }
});
