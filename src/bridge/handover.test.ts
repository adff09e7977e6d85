import { expect } from '@open-wc/testing';
import { callToWrapUp, focusedCall, type WidgetState } from '../call/index.js';
import type { BridgeSettings } from './settings.js';
import { collectErrors } from './testing/fake-hubspot.js';
import { FakeTab } from './testing/fake-tab.js';
import {
  a,
  b,
  Frame,
  giveVoice,
  openFrame,
  properties,
  settled,
  storedCall,
  toNumber,
} from './testing/frame.js';

const finished = ['INITIALIZED', 'CALL_ENDED', 'CALL_COMPLETED'];

let tab: FakeTab;
beforeEach(() => {
  tab = new FakeTab();
});

describe('a page that goes in a call', () => {
  /** Somebody talks for a minute, writes a note, and the page goes. */
  async function lose(settings: BridgeSettings = {}): Promise<Frame> {
    const frame = await openFrame(tab, settings);
    frame.talk();
    frame.bridge.updateCall({ engagement: { notes: 'Half a <sentence>', outcome: 'o-1' } });
    frame.window.advance(60_000);
    frame.forget();
    frame.page.hide();
    return frame;
  }

  it('says nothing any more: its HubSpot may be going too', async () => {
    expect((await lose()).types).to.deep.equal([]);
  });

  for (const [what, sync] of [
    ['names its engagement', { engagementId: 7 }],
    ['names none', {}],
    ['names another', { engagementId: 4711 }],
  ] as const) {
    it(`has its call ended and completed by the next page whose HubSpot ${what}`, async () => {
      await lose();
      const next = await openFrame(tab, {}, sync);
      expect(next.types).to.deep.equal(finished);
      expect(next.said('CALL_ENDED')).to.deep.equal([{ ...a, engagementId: 7, callEndStatus: 'COMPLETED' }]);
      expect(next.said('CALL_COMPLETED')[0]).to.deep.include({ ...a, engagementId: 7, hideWidget: false });
      expect(properties(next.said('CALL_COMPLETED')[0])).to.include({
        hs_call_body: 'Half a &lt;sentence&gt;',
        hs_call_disposition: 'o-1',
        hs_call_status: 'COMPLETED',
        hs_call_duration: '60000',
        hs_call_to_number: toNumber,
        hs_call_direction: 'OUTBOUND',
      });
      expect(tab.stored.size).to.equal(0);
    });
  }

  it('is completed once, however many pages follow and however often HubSpot shakes hands', async () => {
    await lose();
    const next = await openFrame(tab);
    next.window.advance(1000);
    next.sync({ engagementId: 7 });
    await settled();
    next.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    next.page.hide();
    expect(next.said('CALL_COMPLETED')).to.have.length(1);
    expect((await openFrame(tab)).types).to.deep.equal(['INITIALIZED']);
  });

  it('shows nothing of it in the next page', async () => {
    await lose();
    const next = await openFrame(tab, {}, false);
    const seen: unknown[] = [];
    next.bridge.subscribe((state: WidgetState) => seen.push(focusedCall(state)));
    next.sync({ engagementId: 7 });
    await settled();
    expect(next.types).to.deep.equal(finished);
    expect(seen.every((call) => call === undefined)).to.equal(true);
  });

  it('waits for the INITIALIZED of the app', async () => {
    await lose();
    const next = await openFrame(tab, { manual: true });
    expect(next.types).to.deep.equal([]);
    next.bridge.initialized();
    await settled();
    expect(next.types).to.deep.equal(finished);
  });

  it('is taken also where the app has said INITIALIZED before the handshake', async () => {
    await lose();
    const next = await openFrame(tab, {}, false);
    next.bridge.initialized();
    next.sync();
    await settled();
    expect(next.types).to.deep.equal(finished);
  });

  for (const when of ['in hs-ready', 'after whenReady()', 'before initialized()'] as const) {
    it(`goes on, with its notes, where the app restores it ${when}`, async () => {
      await lose();
      const next = await openFrame(tab, { manual: when === 'before initialized()' }, false);
      const restore = () => {
        next.bridge.restoreCall({
          ...a,
          direction: 'outbound',
          phase: 'active',
          createdAt: 5,
          engagementId: 7,
        });
      };
      if (when === 'after whenReady()') void next.bridge.whenReady().then(restore);
      if (when === 'in hs-ready') next.bridge.addEventListener('hs-ready', restore);
      next.sync({ engagementId: 7 });
      await settled();
      if (when === 'before initialized()') {
        restore();
        next.bridge.initialized();
      }
      await settled();
      expect(next.types).to.deep.equal(['INITIALIZED']);
      expect(focusedCall(next.bridge.getState())).to.deep.include({ ...a, phase: 'active' });
      expect(focusedCall(next.bridge.getState())?.engagement.notes).to.equal('Half a <sentence>');
      expect(tab.stored.size).to.equal(0);
    });
  }

  for (const [what, sync] of [
    ['another user', { userId: 2 }],
    ['another account', { portalId: 200 }],
    ['another user, although the engagement is named', { userId: 2, engagementId: 7 }],
  ] as const) {
    it(`is left to its user by a page of ${what}`, async () => {
      await lose();
      expect((await openFrame(tab, {}, sync)).types).to.deep.equal(['INITIALIZED']);
      expect((await openFrame(tab)).types).to.deep.equal(finished);
    });
  }

  for (const [ms, left] of [
    [3_599_999, 1],
    [3_600_000, 0],
  ] as const) {
    it(`is left to its user for an hour: ${String(ms)} ms`, async () => {
      const { window } = await lose();
      const another = await openFrame(tab, {}, false);
      another.window.advance(window.now() - another.window.now() + ms);
      another.sync({ userId: 2 });
      await settled();
      expect(tab.stored.size).to.equal(left);
    });
  }

  for (const [what, sync] of [
    ['names no user and no engagement', { userId: undefined }],
    ['names no user and another engagement', { userId: undefined, engagementId: 4711 }],
  ] as const) {
    it(`is left to its user where HubSpot ${what}`, async () => {
      await lose();
      expect((await openFrame(tab, {}, sync)).types).to.deep.equal(['INITIALIZED']);
      expect(tab.stored.size).to.equal(1);
    });
  }

  it('is left to its user where neither it nor HubSpot names an engagement', async () => {
    const frame = await openFrame(tab);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.page.hide();
    expect((await openFrame(tab, {}, { userId: undefined })).types).to.deep.equal(['INITIALIZED']);
    expect(tab.stored.size).to.equal(1);
  });

  it('is not left to its user for longer than an hour', async () => {
    await lose();
    const another = await openFrame(tab, {}, false);
    another.window.advance(3_700_000);
    another.sync({ userId: 2 });
    await settled();
    expect(tab.stored.size).to.equal(0);
    expect(another.types).to.deep.equal(['INITIALIZED']);
  });

  it('is found by its engagement where HubSpot leaves out who uses the page', async () => {
    await lose();
    expect((await openFrame(tab, {}, { userId: undefined, engagementId: 7 })).types).to.deep.equal(finished);
  });

  it('is forgotten when its user logs out', async () => {
    const other = await openFrame(tab, { loggedIn: true });
    await lose();
    other.bridge.userLoggedOut();
    expect(tab.stored.size).to.equal(0);
  });

  it('leaves no timer and no listener', async () => {
    const { window, page } = await lose();
    expect([window.timers, window.listeners, page.watchers]).to.deep.equal([0, 0, 0]);
  });

  for (const [what, live, status, written] of [
    ['is dialled', (frame: Frame) => frame.bridge.outgoingCall({ ...a, toNumber }), 'CANCELED', 'CANCELED'],
    [
      'rings here',
      (frame: Frame) => frame.bridge.incomingCall({ ...a, fromNumber: toNumber, toNumber: '1' }),
      'MISSED',
      'MISSED',
    ],
  ] as const) {
    it(`while it ${what} is told as ${status}`, async () => {
      const frame = await openFrame(tab);
      live(frame);
      frame.createEngagement(7);
      frame.page.hide();
      const next = await openFrame(tab);
      expect(next.said('CALL_ENDED')[0]).to.include({ callEndStatus: status });
      expect(properties(next.said('CALL_COMPLETED')[0])).to.include({ hs_call_status: written });
    });
  }

  it('after its end is completed with the notes so far, and its end is not told again', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.bridge.callEnded({ ...a, callEndStatus: 'FAILED' });
    frame.bridge.updateCall({ ...a, engagement: { notes: 'After it' } });
    frame.window.advance(30_000);
    frame.page.hide();
    const next = await openFrame(tab);
    expect(next.types).to.deep.equal(['INITIALIZED', 'CALL_COMPLETED']);
    expect(properties(next.said('CALL_COMPLETED')[0])).to.include({
      hs_call_body: 'After it',
      hs_call_status: 'FAILED',
      hs_call_duration: '0',
    });
  });

  it('that was completed leaves nothing', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.bridge.callCompleted();
    frame.page.hide();
    expect(tab.stored.size).to.equal(0);
  });

  it('that HubSpot could not save is tried again', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.bridge.callCompleted({ engagementProperties: { hs_call_body: 'Kept' } });
    frame.say('UPDATE_ENGAGEMENT_FAILED');
    frame.page.hide();
    const next = await openFrame(tab);
    expect(next.types).to.deep.equal(['INITIALIZED', 'CALL_COMPLETED']);
    expect(properties(next.said('CALL_COMPLETED')[0])).to.include({ hs_call_body: 'Kept' });
  });

  it('is completed with the id that HubSpot names where it had none yet', async () => {
    const frame = await openFrame(tab);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callAnswered();
    frame.page.hide();
    const next = await openFrame(tab, {}, { engagementId: 9 });
    expect(next.said('CALL_COMPLETED')[0]).to.include({ ...a, engagementId: 9 });
  });

  for (const [engagementId, ofA, ofB] of [
    [9, 7, 9],
    [7, 7, undefined],
    [undefined, 7, undefined],
  ] as const) {
    it(`gives the id that HubSpot names to the call that waited for one: ${String(engagementId)}`, async () => {
      const frame = await openFrame(tab);
      frame.talk();
      frame.bridge.outgoingCall({ ...b, toNumber });
      frame.page.hide();
      const next = await openFrame(tab, {}, { engagementId });
      next.window.advance(10_000);
      const told = next.said('CALL_COMPLETED') as { externalCallId: string; engagementId?: number }[];
      const ids = new Map(told.map((data) => [data.externalCallId, data.engagementId]));
      expect([...ids].sort()).to.deep.equal([
        ['a', ofA],
        ['b', ofB],
      ]);
    });
  }

  it('keeps no consultation: HubSpot has heard nothing of it', async () => {
    for (const phase of ['active', 'wrap-up'] as const) {
      const frame = await openFrame(tab);
      frame.bridge.restoreCall({ ...b, direction: 'outbound', phase, createdAt: 1, internal: true });
      frame.page.hide();
      expect(tab.stored.size).to.equal(0);
      expect((await openFrame(tab)).types).to.deep.equal(['INITIALIZED']);
    }
  });

  it('is completed without an id where nobody names one', async () => {
    const frame = await openFrame(tab);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callCompleted();
    frame.page.hide();
    expect(frame.said('CALL_COMPLETED')).to.deep.equal([]);
    const next = await openFrame(tab);
    next.window.advance(10_000);
    expect(next.said('CALL_COMPLETED')).to.have.length(1);
    expect(next.said('CALL_COMPLETED')[0]).to.include(a);
  });

  it('has several calls, and each is completed', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.talk(b, 8);
    frame.page.hide();
    const next = await openFrame(tab, {}, { engagementId: 8 });
    expect(next.said('CALL_COMPLETED').map((data) => (data as typeof a).externalCallId)).to.have.members([
      'a',
      'b',
    ]);
  });

  it('never told HubSpot of it: there is nothing to complete', async () => {
    const frame = await openFrame(tab, {}, false);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.page.hide();
    expect(tab.stored.size).to.equal(0);
  });

  it('is told its end at once where the browser refuses to store it', async () => {
    tab.isFull = true;
    const frame = await openFrame(tab);
    frame.talk();
    frame.bridge.callEnded();
    frame.forget();
    frame.page.hide();
    expect(frame.types).to.deep.equal(['CALL_COMPLETED']);
    expect((await openFrame(tab)).types).to.deep.equal(['INITIALIZED']);
  });

  it('tells once that the browser refuses to store it', async () => {
    tab.isFull = true;
    const frame = await openFrame(tab);
    const errors = collectErrors(frame.bridge);
    frame.talk();
    frame.page.hide(true);
    frame.page.show();
    frame.page.hide();
    expect(errors).to.deep.equal(['NOT_STORED']);
  });

  for (const calls of [0, 1, 40]) {
    it(`tells of no refusal where nothing was refused: ${String(calls)} calls`, async () => {
      const frame = await openFrame(tab);
      const errors = collectErrors(frame.bridge);
      for (let i = 0; i < calls; i += 1) frame.talk({ externalCallId: String(i) }, i + 1);
      frame.page.hide();
      expect(errors).to.deep.equal([]);
    });
  }

  it('keeps nothing where the bridge was disconnected before', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.bridge.disconnect();
    frame.bridge.leave();
    expect(tab.stored.size).to.equal(0);
  });

  it('is not mixed up with a call that has no record yet either', async () => {
    const frame = await openFrame(tab);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.page.hide();
    const next = await openFrame(tab, {}, false);
    next.bridge.addEventListener('hs-ready', () => next.bridge.outgoingCall({ ...b, toNumber }));
    next.sync();
    await settled();
    expect(next.said('CALL_ENDED')).to.deep.equal([{ ...a, callEndStatus: 'CANCELED' }]);
  });

  it('leaves the matches that come to the next call', async () => {
    const frame = await openFrame(tab);
    frame.bridge.incomingCall({ ...a, fromNumber: toNumber, toNumber: '1' });
    frame.page.hide();
    const next = await openFrame(tab);
    next.bridge.incomingCall({ ...b, fromNumber: '+12025550102', toNumber: '1' });
    next.say('CALLER_ID_MATCH_SUCCEEDED', {
      callerIdMatches: [
        {
          callerIdType: 'CONTACT',
          objectCoordinates: { portalId: 100, objectId: 51, objectTypeId: '0-1' },
          firstName: 'Erin',
          lastName: 'Example',
        },
      ],
    });
    const names = next.bridge
      .getState()
      .calls.map(({ externalCallId, party }) => [externalCallId, party?.name]);
    expect(names).to.deep.equal([
      ['a', undefined],
      ['b', 'Erin Example'],
    ]);
  });

  for (const [what, call] of [
    ['under another id', { externalCallId: 'mine', engagementId: 7 }],
    ['without its record', { externalCallId: 'a' }],
  ] as const) {
    it(`goes on, with its notes, where the app restores it ${what}`, async () => {
      await lose();
      const next = await openFrame(tab, {}, false);
      next.bridge.addEventListener('hs-ready', () => {
        next.bridge.restoreCall({ ...call, direction: 'outbound', phase: 'active', createdAt: 5 });
      });
      next.sync({ engagementId: 7 });
      await settled();
      expect(next.types).to.deep.equal(['INITIALIZED']);
      expect(next.bridge.getState().calls.map(({ engagement: { notes } }) => notes)).to.deep.equal([
        'Half a <sentence>',
      ]);
    });
  }

  it('is completed once where the app restores and completes it at once', async () => {
    await lose();
    const next = await openFrame(tab, {}, false);
    next.bridge.addEventListener('hs-ready', () => {
      next.bridge.initialized();
      next.bridge.restoreCall({
        ...a,
        direction: 'outbound',
        phase: 'active',
        createdAt: 5,
        engagementId: 7,
      });
      next.bridge.callCompleted(a);
    });
    next.sync();
    await settled();
    expect(next.types).to.deep.equal(finished);
  });

  it('keeps a handful of calls, the latest', async () => {
    const frame = await openFrame(tab);
    for (let i = 0; i < 40; i += 1) frame.talk({ externalCallId: String(i) }, i + 1);
    frame.page.hide();
    expect(tab.stored.size).to.equal(16);
    expect((await openFrame(tab)).said('CALL_COMPLETED')).to.have.length(16);
  });
});

describe('a user who logs out', () => {
  const notes = 'Asks for her invoice';
  const completed = ({ types }: Frame) => types.filter((type) => type === 'CALL_COMPLETED');

  async function talking(settings: BridgeSettings = { wrapUp: true }): Promise<Frame> {
    const frame = await openFrame(tab, { loggedIn: true, ...settings });
    frame.talk();
    frame.bridge.updateCall({ engagement: { notes } });
    return frame;
  }

  it('leaves the notes to HubSpot, and nothing to the next user', async () => {
    const frame = await talking();
    frame.bridge.callEnded();
    frame.forget();
    frame.bridge.userLoggedOut();
    expect(frame.types).to.deep.equal(['LOGGED_OUT', 'CALL_COMPLETED']);
    expect(properties(frame.said('CALL_COMPLETED')[0])).to.include({ hs_call_body: notes });
    frame.bridge.userLoggedIn();
    expect(callToWrapUp(frame.bridge.getState())).to.equal(undefined);
    frame.say('UPDATE_ENGAGEMENT_FAILED', {});
    expect(callToWrapUp(frame.bridge.getState())).to.equal(undefined);
  });

  it('leaves no form of a call that HubSpot could not save', async () => {
    const frame = await talking();
    frame.bridge.callEnded();
    frame.bridge.callCompleted();
    frame.say('UPDATE_ENGAGEMENT_FAILED', {});
    expect(callToWrapUp(frame.bridge.getState())?.engagement.notes).to.equal(notes);
    frame.bridge.userLoggedOut();
    expect(callToWrapUp(frame.bridge.getState())).to.equal(undefined);
    expect(completed(frame)).to.have.length(2);
  });

  it('leaves no number that HubSpot asked to dial', async () => {
    const frame = await openFrame(tab, { loggedIn: true });
    frame.say('DIAL_NUMBER', { phoneNumber: toNumber });
    frame.bridge.userLoggedOut();
    expect(frame.bridge.getState().intent).to.equal(undefined);
  });

  it('in a call has it completed at its end, once', async () => {
    const frame = await talking();
    frame.bridge.userLoggedOut();
    frame.bridge.userLoggedIn();
    expect(completed(frame)).to.deep.equal([]);
    frame.bridge.callEnded();
    expect(callToWrapUp(frame.bridge.getState())).to.equal(undefined);
    await settled();
    expect(completed(frame)).to.have.length(1);
    frame.page.hide();
    expect(properties(frame.said('CALL_COMPLETED')[0])).to.include({ hs_call_body: notes });
  });

  it('does not complete a second time what waits for its record already', async () => {
    const frame = await openFrame(tab, { loggedIn: true, wrapUp: true });
    const errors = collectErrors(frame.bridge);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callEnded();
    frame.bridge.callCompleted();
    frame.bridge.userLoggedOut();
    frame.createEngagement(7);
    expect([completed(frame).length, errors]).to.deep.equal([1, []]);
  });

  for (const createEngagement of [true, false]) {
    it(`leaves the completion to who reports the end: ${createEngagement ? 'a record is due' : 'no record'}`, async () => {
      const frame = await openFrame(tab, { loggedIn: true, wrapUp: true });
      const errors = collectErrors(frame.bridge);
      frame.bridge.outgoingCall({ ...a, toNumber, createEngagement });
      frame.bridge.userLoggedOut();
      frame.bridge.callEnded();
      frame.bridge.callCompleted();
      await settled();
      frame.createEngagement(7);
      expect([completed(frame).length, errors]).to.deep.equal([1, []]);
    });
  }

  it('by the settings leaves nothing either', async () => {
    const frame = await talking();
    frame.bridge.callEnded();
    frame.bridge.configure({ loggedIn: false });
    expect(callToWrapUp(frame.bridge.getState())).to.equal(undefined);
    expect(completed(frame)).to.have.length(1);
  });

  it('leaves a call to an app that completes its calls itself', async () => {
    const frame = await talking({});
    frame.bridge.callEnded();
    frame.bridge.userLoggedOut();
    expect(completed(frame)).to.deep.equal([]);
    expect(frame.bridge.callCompleted(a).ok).to.equal(true);
  });
});

describe('a page that HubSpot gives to somebody else, without a log-out', () => {
  const notes = 'Asks for her invoice';
  const others = {
    'another user': { userId: 2 },
    'another account': { portalId: 200 },
    'another user of another account': { userId: 2, portalId: 200 },
  };

  /** The first user has talked, and written a note. Then HubSpot shakes hands for another. */
  async function takenOver(sync: object, settings: BridgeSettings = { wrapUp: true }, isLive = false) {
    const frame = await openFrame(tab, { loggedIn: true, ...settings });
    frame.talk();
    frame.bridge.updateCall({ engagement: { notes } });
    if (!isLive) frame.bridge.callEnded();
    await giveTo(frame, sync);
    return frame;
  }

  async function giveTo(frame: Frame, sync: object): Promise<void> {
    frame.forget();
    frame.window.advance(1000);
    frame.sync({ ...sync });
    await settled();
  }

  for (const [who, sync] of Object.entries(others)) {
    it(`shows ${who} no note, tells HubSpot none, and has the form again when its user is back`, async () => {
      const frame = await takenOver(sync);
      expect(callToWrapUp(frame.bridge.getState())).to.equal(undefined);
      expect(frame.said('CALL_COMPLETED')).to.deep.equal([]);
      await giveTo(frame, {});
      expect(callToWrapUp(frame.bridge.getState())?.engagement.notes).to.equal(notes);
      frame.bridge.callCompleted(a);
      expect(frame.said('CALL_COMPLETED')).to.have.length(1);
      expect(properties(frame.said('CALL_COMPLETED')[0])).to.include({ hs_call_body: notes });
      expect(tab.stored.size).to.equal(0);
    });

    it(`keeps the call that goes on for its user, and nothing of it for ${who}`, async () => {
      const frame = await takenOver(sync, { wrapUp: true }, true);
      frame.bridge.callEnded();
      await settled();
      expect(callToWrapUp(frame.bridge.getState())).to.equal(undefined);
      expect(frame.said('CALL_COMPLETED')).to.deep.equal([]);
      frame.page.hide();
      const next = await openFrame(tab);
      expect(properties(next.said('CALL_COMPLETED')[0])).to.include({ hs_call_body: notes });
    });

    it(`keeps no number that HubSpot asked to dial for ${who}`, async () => {
      const frame = await openFrame(tab, { loggedIn: true });
      frame.say('DIAL_NUMBER', { phoneNumber: toNumber });
      frame.bridge.chooseFromNumber('+12025550199');
      await giveTo(frame, sync);
      const { intent, intendedAt, fromNumber } = frame.bridge.getState();
      expect([intent, intendedAt, fromNumber]).to.deep.equal([undefined, undefined, undefined]);
    });

    it(`leaves a call that is still going when the page goes to its user, not to ${who}`, async () => {
      const frame = await takenOver(sync, {}, true);
      frame.page.hide();
      expect((await openFrame(tab, {}, sync)).said('CALL_COMPLETED')).to.deep.equal([]);
      expect((await openFrame(tab)).said('CALL_COMPLETED')).to.have.length(1);
    });
  }

  it('has the notes told to HubSpot where the browser stores nothing: they are not lost', async () => {
    tab.isFull = true;
    const frame = await takenOver({ userId: 2 });
    expect(properties(frame.said('CALL_COMPLETED')[0])).to.include({ hs_call_body: notes });
    expect(callToWrapUp(frame.bridge.getState())).to.equal(undefined);
  });

  it('leaves a call of the first user to them, also when a third one comes', async () => {
    const frame = await takenOver({ userId: 2 }, {}, true);
    await giveTo(frame, { userId: 3 });
    frame.page.hide();
    for (const userId of [2, 3]) {
      expect((await openFrame(tab, {}, { userId })).said('CALL_COMPLETED')).to.deep.equal([]);
    }
    expect((await openFrame(tab)).said('CALL_COMPLETED')).to.have.length(1);
  });

  it('leaves a call to its user that turns out not to be saved when they have gone', async () => {
    const frame = await openFrame(tab, { loggedIn: true });
    frame.talk();
    frame.bridge.callCompleted({ engagementProperties: { hs_call_body: notes } });
    await giveTo(frame, { userId: 2 });
    frame.say('UPDATE_ENGAGEMENT_FAILED');
    frame.page.hide();
    expect((await openFrame(tab, {}, { userId: 2 })).said('CALL_COMPLETED')).to.deep.equal([]);
    const next = await openFrame(tab);
    expect(properties(next.said('CALL_COMPLETED')[0])).to.include({ hs_call_body: notes });
  });

  it('leaves to its user what they have stored before', async () => {
    const other = await openFrame(tab, { loggedIn: true });
    const frame = await openFrame(tab);
    frame.talk();
    frame.page.hide();
    await giveTo(other, { userId: 2 });
    expect([tab.stored.size, other.said('CALL_COMPLETED')]).to.deep.equal([1, []]);
    await giveTo(other, {});
    expect(other.said('CALL_COMPLETED')).to.have.length(1);
  });

  for (const [what, sync] of [
    ['the same user on another record', { ownerId: 3, iframeLocation: 'widget' }],
    ['nobody by name', { userId: undefined, portalId: undefined }],
  ] as const) {
    it(`goes on where HubSpot names ${what}`, async () => {
      const frame = await takenOver(sync);
      expect(callToWrapUp(frame.bridge.getState())?.engagement.notes).to.equal(notes);
    });
  }
});

describe('two frames of one tab', () => {
  it('overwrite nothing of each other, and each call is completed once', async () => {
    const [one, other] = [await openFrame(tab), await openFrame(tab)];
    one.talk(a, 7);
    other.talk(b, 8);
    one.page.hide();
    other.page.hide();
    const heard = [
      ...(await openFrame(tab)).said('CALL_COMPLETED'),
      ...(await openFrame(tab)).said('CALL_COMPLETED'),
    ];
    expect(heard.map((data) => (data as typeof a).externalCallId)).to.have.members(['a', 'b']);
    expect(heard).to.have.length(2);
  });

  it('leave a call alone that is live in the other', async () => {
    const [one, other] = [await openFrame(tab), await openFrame(tab)];
    one.talk(a, 7);
    other.talk(b, 8);
    one.page.hide();
    expect((await openFrame(tab)).said('CALL_COMPLETED')).to.have.length(1);
    expect(other.said('CALL_COMPLETED')).to.deep.equal([]);
    other.bridge.callCompleted();
    expect(other.said('CALL_COMPLETED')).to.have.length(1);
  });
});

describe('a tab that is duplicated', () => {
  it('does not complete the call a second time', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.page.hide();
    const copy = new FakeTab(tab);
    expect((await openFrame(tab)).types).to.deep.equal(finished);
    expect((await openFrame(copy)).types).to.deep.equal(['INITIALIZED']);
  });

  it('during a call has nothing of it', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    expect((await openFrame(new FakeTab(tab))).types).to.deep.equal(['INITIALIZED']);
  });
});

describe('a page that the browser keeps and shows again', () => {
  it('goes on with its call', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.page.hide(true);
    frame.page.show();
    expect(tab.stored.size).to.equal(0);
    frame.bridge.callEnded();
    frame.bridge.callCompleted();
    expect(frame.said('CALL_COMPLETED')).to.have.length(1);
    expect((await openFrame(tab)).types).to.deep.equal(['INITIALIZED']);
  });

  it('says nothing of a call that the next page has completed meanwhile', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.forget();
    frame.page.hide(true);
    expect((await openFrame(tab)).types).to.deep.equal(finished);
    frame.page.show();
    expect(focusedCall(frame.bridge.getState())?.phase).to.equal('completed');
    frame.bridge.callCompleted(a);
    frame.page.hide();
    expect(frame.types).to.deep.equal([]);
    expect((await openFrame(tab)).types).to.deep.equal(['INITIALIZED']);
  });

  it('nor of one whose completion was waiting for its engagement', async () => {
    const frame = await openFrame(tab);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callCompleted();
    frame.forget();
    frame.page.hide(true);
    await openFrame(tab, {}, { engagementId: 7 });
    frame.page.show();
    frame.window.advance(60_000);
    frame.createEngagement(7);
    expect(frame.types).to.deep.equal([]);
  });
});

describe('what stands in the storage', () => {
  const good = storedCall;
  const bad: readonly (readonly [what: string, text: string])[] = [
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no call', JSON.stringify({ ...good, call: undefined })],
    ['a call without an id', JSON.stringify({ ...good, call: { ...good.call, externalCallId: 7 } })],
    ['a phase that is none', JSON.stringify({ ...good, call: { ...good.call, phase: 'toString' } })],
    ['a time that no date holds', JSON.stringify({ ...good, leftAt: 1e300 })],
  ];
  for (const [what, text] of bad) {
    it(`is thrown away where it is ${what}, and the handshake goes on`, async () => {
      tab.add('calls', text);
      const next = await openFrame(tab, {}, false);
      const errors = collectErrors(next.bridge);
      next.sync();
      await settled();
      expect(next.types).to.deep.equal(['INITIALIZED']);
      expect(errors).to.deep.equal([]);
      expect(tab.stored.size).to.equal(0);
    });
  }

  it('is read without notes that are no text', async () => {
    tab.add('calls', JSON.stringify({ ...good, call: { ...good.call, engagement: { notes: {} } } }));
    const next = await openFrame(tab);
    expect(next.types).to.deep.equal(finished);
    expect(next.bridge.getState().calls[0]?.engagement.notes).to.equal(undefined);
  });

  it('is read as far as it is known', async () => {
    tab.add('calls', JSON.stringify({ ...good, call: { ...good.call, internal: true, muted: true } }));
    const next = await openFrame(tab);
    expect(next.types).to.deep.equal(finished);
    expect(next.bridge.getState().calls[0]).to.include({ internal: false, muted: false });
  });

  it('is read up to a bound, and nothing of it stays', async () => {
    for (let i = 0; i < 17; i += 1) {
      tab.add('calls', JSON.stringify({ ...good, call: { ...good.call, externalCallId: String(i) } }));
    }
    const next = await openFrame(tab);
    expect([next.said('CALL_COMPLETED').length, tab.stored.size]).to.deep.equal([16, 0]);
  });

  it('names the user, and holds nothing else of the state', async () => {
    const frame = await openFrame(tab);
    frame.talk();
    frame.page.hide();
    const [text = ''] = tab.stored.values();
    expect(JSON.parse(text)).to.deep.include({ portalId: 100, userId: 1 });
    expect(text).not.to.contain('muted');
  });
});

describe('a call that a voice may go on with', () => {
  /** A voice that goes on with a call when the test says so. */
  function slowVoice(frame: Frame) {
    let answer: (isBack: boolean) => void = () => undefined;
    const asked: AbortSignal[] = [];
    giveVoice(frame, true, {
      restore: async (call, signal) => {
        asked.push(signal);
        const isBack = await new Promise<boolean>((resolve) => (answer = resolve));
        if (isBack && !signal.aborted) frame.bridge.restoreCall(call);
        return isBack;
      },
    });
    return {
      asked,
      answer: async (isBack: boolean) => {
        answer(isBack);
        await new Promise((resolve) => setTimeout(resolve));
      },
    };
  }

  async function lose(settings: BridgeSettings = {}): Promise<void> {
    const frame = await openFrame(tab, settings);
    slowVoice(frame);
    frame.talk();
    frame.bridge.updateCall({ engagement: { notes: 'n' } });
    frame.page.hide();
  }

  it('goes on, and HubSpot hears nothing', async () => {
    await lose();
    const next = await openFrame(tab, {}, false);
    const voice = slowVoice(next);
    next.sync({ engagementId: 7 });
    await settled();
    await voice.answer(true);
    next.window.advance(60_000);
    expect(next.types).to.deep.equal(['INITIALIZED']);
    expect(focusedCall(next.bridge.getState())).to.deep.include({ ...a, phase: 'active', engagementId: 7 });
    expect(next.window.timers).to.equal(0);
  });

  it('is completed as failed where the voice knows it no more', async () => {
    await lose();
    const next = await openFrame(tab, {}, false);
    const voice = slowVoice(next);
    next.sync({ engagementId: 7 });
    await settled();
    expect(next.types).to.deep.equal(['INITIALIZED']);
    await voice.answer(false);
    expect(next.types).to.deep.equal(finished);
    expect(next.said('CALL_ENDED')[0]).to.include({ callEndStatus: 'FAILED' });
  });

  it('waits for a voice that comes later', async () => {
    await lose();
    const next = await openFrame(tab, {}, { engagementId: 7 });
    const voice = slowVoice(next);
    await voice.answer(true);
    expect(next.types).to.deep.equal(['INITIALIZED']);
    expect(focusedCall(next.bridge.getState())?.phase).to.equal('active');
  });

  for (const isThere of [false, true]) {
    it(`is completed after ten seconds without it: ${isThere ? 'silent' : 'no voice'}`, async () => {
      await lose();
      const next = await openFrame(tab, {}, { engagementId: 7 });
      const voice = isThere ? slowVoice(next) : undefined;
      next.window.advance(9999);
      expect(next.types).to.deep.equal(['INITIALIZED']);
      next.window.advance(1);
      expect(next.types).to.deep.equal(finished);
      await voice?.answer(true);
      expect(voice?.asked.every(({ aborted }) => aborted)).to.equal(isThere ? true : undefined);
      expect(next.types).to.deep.equal(finished);
    });
  }

  it('goes on also where HubSpot does not name it', async () => {
    await lose();
    const next = await openFrame(tab);
    await slowVoice(next).answer(true);
    next.window.advance(60_000);
    expect(next.types).to.deep.equal(['INITIALIZED']);
    expect(focusedCall(next.bridge.getState())).to.deep.include({ ...a, phase: 'active', engagementId: 7 });
  });

  it('is ended and has its form where the voice knows it no more', async () => {
    await lose({ wrapUp: true });
    const next = await openFrame(tab, { wrapUp: true });
    await slowVoice(next).answer(false);
    expect(next.types).to.deep.equal(['INITIALIZED', 'CALL_ENDED']);
    expect(callToWrapUp(next.bridge.getState())?.engagement.notes).to.equal('n');
  });

  it('is kept for the page after next if that page goes too early', async () => {
    await lose();
    const next = await openFrame(tab, {}, { engagementId: 7 });
    next.page.hide();
    expect(next.types).to.deep.equal(['INITIALIZED']);
    expect(next.window.timers).to.equal(0);
    const last = await openFrame(tab);
    last.window.advance(10_000);
    expect(last.types).to.deep.equal(finished);
  });

  it('is asked for once, however often the voice tells of itself', async () => {
    await lose();
    const next = await openFrame(tab, {}, { engagementId: 7 });
    const voice = slowVoice(next);
    next.bridge.chooseFromNumber(toNumber);
    next.bridge.chooseFromNumber(undefined);
    expect(voice.asked).to.have.length(1);
  });

  for (const [what, restore] of [
    ['cannot go on with any', undefined],
    ['fails', () => Promise.reject(new Error('broken'))],
  ] as const) {
    it(`is completed at once where the voice ${what}`, async () => {
      await lose();
      const next = await openFrame(tab, {}, { engagementId: 7 });
      giveVoice(next, true, { ...(restore && { restore }) });
      await settled();
      expect(next.types).to.deep.equal(finished);
      expect(next.said('CALL_ENDED')[0]).to.include({ callEndStatus: 'FAILED' });
    });
  }

  it('has the record that HubSpot named, and takes that of no other call', async () => {
    const frame = await openFrame(tab);
    slowVoice(frame);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.page.hide();
    const next = await openFrame(tab, {}, { engagementId: 9 });
    await slowVoice(next).answer(true);
    next.bridge.outgoingCall({ ...b, toNumber });
    next.createEngagement(10);
    expect(next.bridge.getState().calls.map(({ engagementId }) => engagementId)).to.deep.equal([9, 10]);
  });

  describe('and whose user goes before it does', () => {
    const waiting = async () => {
      await lose();
      const next = await openFrame(tab, { loggedIn: true }, { engagementId: 7 });
      next.forget();
      return next;
    };
    const giveTo = async (frame: Frame, sync: object) => {
      frame.window.advance(1000);
      frame.sync({ ...sync });
      await settled();
    };

    it('is completed at the log-out', async () => {
      const next = await waiting();
      next.bridge.userLoggedOut();
      expect(next.types).to.deep.equal(['LOGGED_OUT', 'CALL_ENDED', 'CALL_COMPLETED']);
      expect(next.said('CALL_ENDED')[0]).to.include({ callEndStatus: 'FAILED' });
      next.window.advance(60_000);
      expect(next.said('CALL_COMPLETED')).to.have.length(1);
    });

    it('waits in the tab where HubSpot names another user', async () => {
      const next = await waiting();
      await giveTo(next, { userId: 2 });
      next.window.advance(60_000);
      expect([tab.stored.size, next.said('CALL_COMPLETED')]).to.deep.equal([1, []]);
      await giveTo(next, {});
      next.window.advance(10_000);
      expect(next.said('CALL_COMPLETED')).to.have.length(1);
    });

    it('is told to HubSpot then where the browser stores nothing', async () => {
      const next = await waiting();
      tab.isFull = true;
      await giveTo(next, { userId: 2 });
      expect(next.said('CALL_COMPLETED')).to.have.length(1);
    });
  });

  it('is completed when the bridge is taken away before', async () => {
    await lose();
    const next = await openFrame(tab, {}, { engagementId: 7 });
    next.bridge.disconnect();
    expect(next.types).to.deep.equal(finished);
    expect((await openFrame(tab)).types).to.deep.equal(['INITIALIZED']);
  });
});

describe('a bridge that goes in a call', () => {
  /** Somebody talks; a voice, if there is one, ends nothing at once. */
  async function talking(restore: boolean | 'no voice') {
    const frame = await openFrame(tab);
    let endings = 0;
    if (restore !== 'no voice') {
      giveVoice(frame, restore, {
        endCalls: () => {
          endings += 1;
        },
      });
    }
    frame.talk();
    frame.forget();
    return { frame, endings: () => endings };
  }

  for (const [isVoice, told] of [
    [true, ['CALL_ENDED', 'CALL_COMPLETED']],
    [false, []],
  ] as const) {
    const restore = isVoice ? false : 'no voice';
    const whose = isVoice ? 'completes the call of a voice' : 'leaves the call of the app to it';

    it(`${whose}: disconnected`, async () => {
      const { frame } = await talking(restore);
      frame.bridge.disconnect();
      expect(frame.types).to.deep.equal(told);
    });

    it(`${whose}: with a page that can store nothing`, async () => {
      const { frame } = await talking(restore);
      tab.isFull = true;
      frame.page.hide();
      expect(frame.types).to.deep.equal(told);
    });
  }

  for (const [restore, times] of [
    [true, 0],
    [false, 1],
  ] as const) {
    it(`has the voice end its calls unless it can go on with them: ${String(restore)}`, async () => {
      const { frame, endings } = await talking(restore);
      frame.page.hide();
      expect([endings(), frame.types]).to.deep.equal([times, []]);
    });
  }

  it('completes each of two that have ended, in their order', async () => {
    const frame = await openFrame(tab);
    for (const [call, id] of [
      [a, 7],
      [b, 8],
    ] as const) {
      frame.talk(call, id);
      frame.bridge.callEnded(call);
    }
    frame.bridge.disconnect();
    expect(frame.said('CALL_COMPLETED').map((data) => (data as typeof a).externalCallId)).to.deep.equal([
      'a',
      'b',
    ]);
  });

  it('completes nothing where there is no connection to say it on', async () => {
    const frame = await openFrame(tab, {}, false);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callEnded();
    frame.bridge.disconnect();
    expect(frame.bridge.getState().calls[0]?.phase).to.equal('wrap-up');
  });
});
