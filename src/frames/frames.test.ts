import { expect } from '@open-wc/testing';
import { focusedCall } from '../call/index.js';
import { FakeUser } from './testing/fake-user.js';

const inTab = { iframeLocation: 'remote' } as const;
const remote = { iframeLocation: 'remote', usesCallingWindow: true } as const;
const window = { iframeLocation: 'window', usesCallingWindow: true } as const;
const windowOfTheApp = { iframeLocation: 'window', usesCallingWindow: false } as const;
const once = { INCOMING_CALL: 1, CALL_ANSWERED: 1, CALL_ENDED: 1, CALL_COMPLETED: 1 };

describe('the frames of a user', () => {
  let user: FakeUser;
  beforeEach(() => {
    user = new FakeUser();
  });
  const roles = () => user.living.map(({ role }) => role);
  const shownIn = () => user.living.map(({ state }) => focusedCall(state)?.phase);

  it('own their calls when they are alone', async () => {
    const frame = await user.open({ iframeLocation: 'widget' });
    expect(frame.state.frame).to.deep.equal({
      role: 'owner',
      ownerPlace: 'widget',
      needsWindow: false,
      rings: true,
    });
  });

  it('carry their calls on a record, also where HubSpot has a window for calls', async () => {
    const frame = await user.open({ iframeLocation: 'widget', usesCallingWindow: true });
    expect([frame.role, frame.state.frame.needsWindow]).to.deep.equal(['owner', false]);
    const window = await user.open({ iframeLocation: 'window', usesCallingWindow: true });
    await user.settle();
    expect([frame.role, window.role]).to.deep.equal(['mirror', 'owner']);
  });

  it('have one owner, and the others mirror it', async () => {
    const first = await user.open(inTab);
    await user.open(inTab);
    await user.open(inTab);
    expect(roles()).to.deep.equal(['owner', 'mirror', 'mirror']);
    first.ring('a');
    await user.settle();
    expect(shownIn()).to.deep.equal(['ringing', 'ringing', 'ringing']);
  });

  it('never meet those of another user, or another account', async () => {
    await user.open(inTab);
    await user.open({ ...inTab, userId: 2 });
    await user.open({ ...inTab, portalId: 2 });
    expect(roles()).to.deep.equal(['owner', 'owner', 'owner']);
    expect(user.browser.channelNames).to.have.length(3);
  });

  it('tell HubSpot of an inbound call once, wherever it is answered, ended and written up', async () => {
    const owner = await user.open(window);
    const [one, two, three] = [await user.open(remote), await user.open(remote), await user.open(remote)];
    owner.ring('a');
    await user.settle();
    one.bridge.request('hs-answer-request', { externalCallId: 'a' });
    await user.settle();
    two.bridge.request('hs-mute-request', { externalCallId: 'a', muted: true });
    await user.settle();
    expect(user.living.map(({ state }) => focusedCall(state)?.muted)).to.deep.equal([true, true, true, true]);
    three.bridge.request('hs-hang-up-request', { externalCallId: 'a' });
    await user.settle();
    expect(shownIn()).to.deep.equal(['wrap-up', 'wrap-up', 'wrap-up', 'wrap-up']);
    two.bridge.updateCall({ externalCallId: 'a', engagement: { notes: 'first' } });
    expect(focusedCall(two.state)?.engagement.notes).to.equal('first');
    two.bridge.updateCall({ externalCallId: 'a', engagement: { notes: 'first and last' } });
    await user.settle();
    expect(focusedCall(one.state)?.engagement.notes).to.equal('first and last');
    one.bridge.request('hs-complete-request', { externalCallId: 'a' });
    await user.settle();
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'first and last' }]);
    for (const { heard } of [one, two, three]) expect(heard).to.deep.equal([]);
  });

  it('start a call in the owner that HubSpot has asked a mirror for', async () => {
    const owner = await user.open(window);
    const mirror = await user.open(remote);
    mirror.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550101' });
    await user.settle();
    expect([owner, mirror].map(({ state }) => state.intent?.phoneNumber)).to.deep.equal([
      '+12025550101',
      '+12025550101',
    ]);
    mirror.bridge.request('hs-call-request', {
      toNumber: '+12025550101',
      fromNumber: undefined,
      party: undefined,
    });
    expect(mirror.state.pending.map(({ name }) => name)).to.deep.equal(['hs-call-request']);
    await user.settle();
    expect(owner.asked.map(({ name }) => name)).to.deep.equal(['hs-call-request']);
    expect(shownIn()).to.deep.equal(['dialing', 'dialing']);
    expect(mirror.state.pending).to.deep.equal([]);
    expect(owner.heard.map(({ type }) => type)).to.deep.equal(['OUTGOING_CALL_STARTED']);
  });

  describe('without a calling window', () => {
    it('have the frame tell HubSpot in which the number was pressed', async () => {
      const owner = await user.open(inTab);
      const mirror = await user.open(inTab);
      mirror.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550101' });
      mirror.bridge.request('hs-call-request', {
        toNumber: '+12025550101',
        fromNumber: undefined,
        party: undefined,
      });
      await user.settle();
      expect([owner, mirror].map(({ heard }) => heard.map(({ type }) => type))).to.deep.equal([
        [],
        ['OUTGOING_CALL_STARTED'],
      ]);
      expect(focusedCall(owner.state)?.engagementId).to.equal(1);
    });

    it('have a tab tell HubSpot for the window that the app has opened', async () => {
      const tab = await user.open(inTab);
      const owner = await user.open(windowOfTheApp);
      expect(roles()).to.deep.equal(['mirror', 'owner']);
      owner.ring('a');
      await user.settle();
      expect([tab, owner].map(({ heard }) => heard.map(({ type }) => type))).to.deep.equal([
        ['INCOMING_CALL'],
        [],
      ]);
    });

    it('hand the calls on when the owner is closed: what cannot go on has ended, and is written up', async () => {
      const owner = await user.open(inTab);
      const mirror = await user.open(inTab);
      owner.ring('a');
      owner.bridge.callAnswered({ externalCallId: 'a' });
      owner.bridge.updateCall({ externalCallId: 'a', engagement: { notes: 'so far' } });
      await user.settle();
      owner.close();
      await user.settle();
      expect([mirror.role, ...shownIn()]).to.deep.equal(['owner', 'wrap-up']);
      mirror.bridge.request('hs-complete-request', { externalCallId: 'a' });
      await user.settle();
      expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'so far' }]);
    });

    it('go on with a call that the voice can restore when the owner dies', async () => {
      const owner = await user.open({ ...inTab, restores: true });
      const mirror = await user.open({ ...inTab, restores: true });
      owner.ring('a');
      owner.bridge.callAnswered({ externalCallId: 'a' });
      await user.settle();
      owner.kill();
      await user.settle();
      expect([mirror.role, ...shownIn()]).to.deep.equal(['owner', 'active']);
      expect(user.log[0]?.counts).to.deep.equal({ INCOMING_CALL: 1, CALL_ANSWERED: 1 });
    });

    it('give a tab that is loaded anew nothing to tell twice', async () => {
      const tab = await user.open({ ...inTab });
      await user.open(inTab);
      tab.ring('a');
      tab.bridge.callAnswered({ externalCallId: 'a' });
      await user.settle();
      tab.close();
      const again = await user.open({ ...inTab, tab: tab.tab });
      expect(roles()).to.deep.equal(['owner', 'mirror']);
      again.bridge.request('hs-complete-request', { externalCallId: 'a' });
      await user.settle();
      expect(user.log[0]?.counts).to.deep.equal(once);
    });
  });

  describe('with a calling window', () => {
    it('need it for calls: without it nobody carries one', async () => {
      const tab = await user.open(remote);
      expect(tab.state.frame).to.include({ role: 'owner', needsWindow: true });
      tab.bridge.request('hs-call-request', {
        toNumber: '+12025550101',
        fromNumber: undefined,
        party: undefined,
      });
      await user.settle();
      expect([tab.errors, tab.asked, tab.heard]).to.deep.equal([['NEEDS_WINDOW'], [], []]);
    });

    it('give the calls to the window as soon as it opens', async () => {
      const tab = await user.open(remote);
      const opened = await user.open(window);
      expect(roles()).to.deep.equal(['mirror', 'owner']);
      expect([tab.state.frame, opened.state.frame].map(({ needsWindow }) => needsWindow)).to.deep.equal([
        false,
        false,
      ]);
    });

    it('tell the end of a call when the window dies, once, and keep what was written', async () => {
      const owner = await user.open(window);
      await user.open(remote);
      await user.open(remote);
      owner.ring('a');
      owner.bridge.callAnswered({ externalCallId: 'a' });
      owner.bridge.updateCall({ externalCallId: 'a', engagement: { notes: 'so far' } });
      await user.settle();
      owner.kill();
      await user.pass(1500);
      expect(shownIn()).to.deep.equal(['wrap-up', 'wrap-up']);
      user.living[1]?.bridge.request('hs-complete-request', { externalCallId: 'a' });
      await user.settle();
      expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'so far' }]);
    });

    it('go on with the call when the window is only loaded anew', async () => {
      const owner = await user.open({ ...window, restores: true });
      await user.open(remote);
      owner.ring('a');
      owner.bridge.callAnswered({ externalCallId: 'a' });
      await user.settle();
      owner.close();
      await user.settle();
      await user.open({ ...window, restores: true, tab: owner.tab });
      await user.pass(3000);
      expect(roles()).to.deep.equal(['mirror', 'owner']);
      expect(shownIn()).to.deep.equal(['active', 'active']);
      expect(user.log[0]?.counts).to.deep.equal({ INCOMING_CALL: 1, CALL_ANSWERED: 1 });
    });

    it('have the remote say only INITIALIZED of the user', async () => {
      await user.open(window);
      const tab = await user.open(remote);
      tab.bridge.userUnavailable();
      await user.settle();
      expect(tab.hubspot.types).to.deep.equal(['INITIALIZED']);
      expect(user.living.map(({ state }) => state.user.available)).to.deep.equal([false, false]);
    });
  });

  for (const [what, restores, hungUp] of [
    ['hang up what a frame that dies has left on the line', false, [['a']]],
    ['hang up no call that goes on in another frame', true, []],
  ] as const) {
    it(what, async () => {
      const owner = await user.open({ ...inTab, restores });
      const mirror = await user.open({ ...inTab, restores });
      await user.open({ ...inTab, restores });
      owner.ring('a');
      owner.bridge.callAnswered({ externalCallId: 'a' });
      await user.settle();
      owner.kill();
      await user.settle();
      expect(user.owner).to.equal(mirror);
      expect(user.frames.map((frame) => frame.hungUp)).to.deep.equal([[], hungUp, []]);
    });
  }

  it('hang up nothing where nobody was on the line', async () => {
    const owner = await user.open(inTab);
    const mirror = await user.open(inTab);
    owner.ring('a');
    owner.bridge.callEnded({ externalCallId: 'a', callEndStatus: 'MISSED' });
    await user.settle();
    owner.kill();
    await user.settle();
    expect(mirror.hungUp).to.deep.equal([]);
  });

  it('are on their own where the browser refuses, and say so', async () => {
    user.browser.isRefusing = true;
    const frame = await user.open(inTab);
    frame.ring('a');
    expect([frame.role, frame.errors]).to.deep.equal(['owner', ['FRAMES_REFUSED']]);
    expect(frame.heard.map(({ type }) => type)).to.deep.equal(['INCOMING_CALL']);
  });

  it('lose no call to a strange page of the same origin, whatever it says', async () => {
    const owner = await user.open(inTab);
    const mirror = await user.open(inTab);
    owner.ring('a');
    owner.bridge.callAnswered({ externalCallId: 'a' });
    await user.settle();
    const [name = ''] = user.browser.channelNames;
    const shared = {
      user: { loggedIn: false, available: false },
      isVoiceDown: false,
      pending: [],
      calls: [],
      history: [],
      historySeenAt: 0,
    };
    const snapshot = {
      kind: 'snapshot',
      from: 'zzz',
      rank: 2,
      ringer: '',
      heard: new Map(),
      speakers: new Map(),
    };
    const strange: readonly unknown[] = [
      null,
      'hello',
      { kind: 'hello' },
      { kind: 'hello', from: 'x', sight: 1 },
      { kind: 'forward', from: 'x', number: 1 },
      { kind: 'forward', from: 'x', number: 2, what: { kind: 'happened', happened: { type: 'USER' } } },
      { kind: 'forward', from: 'x', number: 3, what: { kind: 'said', type: 'NONSENSE' } },
      { kind: 'relayed', from: 'x', number: Number.NaN },
      { kind: 'relay', from: 'x', to: 'nobody', number: 1, message: { type: 'CALL_ENDED', messageId: 1 } },
      { ...snapshot, term: Infinity, number: 1, shared },
      { ...snapshot, term: 1, number: 1, shared: { ...shared, calls: [{ externalCallId: 7 }] } },
      { ...snapshot, term: 1, number: 1, shared: { ...shared, __proto__: { calls: 1 } } },
      { ...snapshot, term: 99, number: 1, shared },
    ];
    for (const data of strange) user.browser.inject(name, data);
    await user.settle();
    expect(owner.role).to.equal('owner');
    expect(focusedCall(owner.state)?.phase).to.equal('active');
    expect(mirror.role).to.equal('mirror');
    owner.bridge.callEnded({ externalCallId: 'a' });
    owner.bridge.request('hs-complete-request', { externalCallId: 'a' });
    await user.settle();
    expect(user.log[0]?.counts).to.deep.equal(once);
  });

  it('are one again where two own the calls at once', async () => {
    const first = await user.open(inTab);
    const other = await user.open(inTab);
    const [name = ''] = user.browser.channelNames;
    await user.browser.frame(other.hubspot.window).locks.request(`${name}/owner`, 'steal');
    await user.settle();
    expect(user.living.filter(({ role }) => role === 'owner').length).to.be.below(2);
    expect(first.role).to.equal('mirror');
  });

  it('leave nothing behind', async () => {
    const [one, two] = [await user.open(inTab), await user.open(inTab)];
    one.bridge.disconnect();
    two.bridge.disconnect();
    await user.settle();
    expect([user.browser.locks, user.browser.channelNames]).to.deep.equal([0, []]);
  });
});
