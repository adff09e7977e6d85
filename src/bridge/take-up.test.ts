import { expect } from '@open-wc/testing';
import {
  callToWrapUp,
  focusedCall,
  keepsNotes,
  openCalls,
  type Call,
  type WidgetState,
} from '../call/index.js';
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

const form = { wrapUp: true, loggedIn: true };
const draft = {
  notes: 'Promised <a refund>\nby Monday',
  outcome: 'o-1',
  title: 'Refund',
  properties: { own: 'field' },
};

let tab: FakeTab;
beforeEach(() => {
  tab = new FakeTab();
});

/** The call whose form is shown. */
const shown = ({ bridge }: Frame): Call | undefined => callToWrapUp(bridge.getState());

/** All that HubSpot has heard of calls, on several pages. */
const told = (...frames: readonly Frame[]) =>
  frames.flatMap(({ types }) => types.filter((type) => String(type).startsWith('CALL_')));

describe('the form of a call, after its page was loaded anew', () => {
  for (const [what, leave, tellsEnd] of [
    ['in the call', () => undefined, true],
    ['in its wrap-up', (frame: Frame) => frame.bridge.callEnded(a), false],
  ] as const) {
    it(`comes back with all that was written ${what}, and HubSpot hears end and completion once`, async () => {
      const frame = await openFrame(tab, form);
      frame.talk();
      frame.bridge.updateCall({ ...a, party: { name: 'Erin Example', objectId: 51, objectTypeId: '0-1' } });
      leave(frame);
      frame.bridge.updateCall({ ...a, engagement: draft });
      frame.page.hide();
      const next = await openFrame(tab, form);
      expect(shown(next)).to.deep.include({ ...a, engagementId: 7, endStatus: 'COMPLETED', toNumber });
      expect(shown(next)?.party).to.deep.include({ name: 'Erin Example', objectId: 51 });
      expect(shown(next)?.engagement).to.deep.include(draft);
      expect(next.types).to.deep.equal(['INITIALIZED', ...(tellsEnd ? ['CALL_ENDED'] : [])]);
      next.bridge.callCompleted(a);
      next.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
      expect(told(frame, next).slice(1)).to.deep.equal(['CALL_ENDED', 'CALL_COMPLETED']);
      expect(properties(next.said('CALL_COMPLETED')[0])).to.include({
        hs_call_body: 'Promised &lt;a refund&gt;<br>by Monday',
        hs_call_disposition: 'o-1',
        hs_call_title: 'Refund',
        own: 'field',
        hs_call_status: 'COMPLETED',
      });
      next.page.hide();
      expect((await openFrame(tab, form)).types).to.deep.equal(['INITIALIZED']);
    });
  }

  it('comes back for the call of a voice that cannot go on with it, also where HubSpot names it', async () => {
    for (const sync of [{}, { engagementId: 7 }]) {
      const another = new FakeTab();
      const frame = await openFrame(another, form);
      giveVoice(frame, false);
      frame.talk();
      frame.bridge.updateCall({ ...a, engagement: draft });
      frame.page.hide();
      const next = await openFrame(another, form, sync);
      giveVoice(next, false);
      expect(shown(next)?.engagement).to.deep.include(draft);
      expect(next.types).to.deep.equal(['INITIALIZED', 'CALL_ENDED']);
      next.bridge.callCompleted(a);
      expect(next.said('CALL_COMPLETED')).to.have.length(1);
      expect(told(frame, next).filter((type) => type !== 'CALL_ANSWERED')).to.deep.equal([
        'CALL_ENDED',
        'CALL_COMPLETED',
      ]);
    }
  });

  it('comes back as often as the page is loaded anew, with what was written last', async () => {
    let frame = await openFrame(tab, form);
    frame.talk();
    frame.bridge.callEnded(a);
    for (const notes of ['One', 'One, two', '']) {
      frame.bridge.updateCall({ ...a, engagement: { notes } });
      frame.page.hide();
      frame = await openFrame(tab, form);
      expect([shown(frame)?.engagement.notes, frame.types]).to.deep.equal([notes, ['INITIALIZED']]);
    }
  });

  it('comes back for each of two calls that both have ended, and each is saved with its own', async () => {
    const frame = await openFrame(tab, form);
    for (const [call, id] of [
      [a, 7],
      [b, 8],
    ] as const) {
      frame.talk(call, id);
      frame.bridge.callEnded(call);
      frame.bridge.updateCall({ ...call, engagement: { notes: `Of ${call.externalCallId}` } });
    }
    frame.page.hide();
    const next = await openFrame(tab, form);
    expect(openCalls(next.bridge.getState())).to.have.length(2);
    next.bridge.callCompleted(b);
    expect(shown(next)).to.include(a);
    next.bridge.callCompleted(a);
    const bodies = next.said('CALL_COMPLETED').map((data) => properties(data)['hs_call_body']);
    expect(bodies).to.deep.equal(['Of b', 'Of a']);
  });

  for (const isReversed of [false, true]) {
    it(`comes first for the call that was last, however the browser lists them: ${String(isReversed)}`, async () => {
      const frame = await openFrame(tab, form);
      frame.talk(a, 7);
      frame.talk(b, 8);
      frame.page.hide();
      const entries = tab.entries.bind(tab);
      tab.entries = (list) => (isReversed ? [...entries(list)].reverse() : entries(list));
      const next = await openFrame(tab, form);
      expect(shown(next)).to.include(b);
      next.bridge.callCompleted(b);
      expect(shown(next)).to.include(a);
    });
  }

  it('comes back for one that had ended beside one that went on', async () => {
    const frame = await openFrame(tab, form);
    frame.talk(a, 7);
    frame.bridge.callEnded(a);
    frame.bridge.updateCall({ ...a, engagement: { notes: 'Of a' } });
    frame.talk(b, 8);
    frame.bridge.updateCall({ ...b, engagement: { notes: 'Of b' } });
    frame.page.hide();
    const next = await openFrame(tab, form);
    const notes = openCalls(next.bridge.getState()).map(({ engagement }) => engagement.notes);
    expect(notes).to.have.members(['Of a', 'Of b']);
    expect(next.said('CALL_ENDED')).to.deep.equal([{ ...b, engagementId: 8, callEndStatus: 'COMPLETED' }]);
  });

  it('says why HubSpot could not save it, and may try again', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    frame.bridge.callEnded(a);
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.bridge.callCompleted(a);
    frame.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'Quota' } });
    frame.page.hide();
    const next = await openFrame(tab, form);
    expect(shown(next)).to.deep.include({ ...a, saving: 'failed', failure: 'Quota' });
    expect(next.types).to.deep.equal(['INITIALIZED']);
    expect(next.bridge.callCompleted(a).ok).to.equal(true);
    expect(properties(next.said('CALL_COMPLETED')[0])).to.include({ hs_call_disposition: 'o-1' });
  });

  it('comes back where HubSpot had not answered yet whether it could save it, and then could not', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    frame.bridge.callEnded(a);
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.bridge.callCompleted(a);
    frame.page.hide();
    const next = await openFrame(tab, form);
    expect([shown(next), next.types]).to.deep.equal([undefined, ['INITIALIZED']]);
    next.say('UPDATE_ENGAGEMENT_FAILED');
    expect(shown(next)?.engagement).to.deep.include(draft);
    expect(told(frame, next)).to.deep.equal(['CALL_ANSWERED', 'CALL_ENDED', 'CALL_COMPLETED']);
  });

  it('is kept no further where HubSpot does not answer at all', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    frame.bridge.callCompleted(a);
    frame.page.hide();
    (await openFrame(tab, form)).page.hide();
    expect(tab.stored.size).to.equal(0);
  });

  it('is not asked for again where the user had saved it, and only its record was missing', async () => {
    const frame = await openFrame(tab, form);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callEnded(a);
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.bridge.callCompleted(a);
    frame.page.hide();
    const next = await openFrame(tab, form);
    next.createEngagement(7);
    expect(shown(next)).to.equal(undefined);
    expect(told(frame, next)).to.deep.equal(['CALL_ENDED', 'CALL_COMPLETED']);
    next.say('UPDATE_ENGAGEMENT_FAILED');
    expect(shown(next)?.engagement).to.deep.include(draft);
  });

  it('shows notes to copy of a call that was handed over without them', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.bridge.callTransferred(a);
    frame.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'Quota' } });
    frame.page.hide();
    const next = await openFrame(tab, form);
    const call = shown(next);
    expect(call && keepsNotes(call)).to.equal(true);
    expect(call).to.deep.include({ failure: 'Quota', phase: 'transferred' });
    next.bridge.request('hs-complete-request', { ...a, hideWidget: false });
    expect([shown(next), next.types]).to.deep.equal([undefined, ['INITIALIZED']]);
    next.page.hide();
    expect(tab.stored.size).to.equal(0);
  });

  it('shows notes to copy of a call that was handed over while its record was missing', async () => {
    const frame = await openFrame(tab, form);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callAnswered(a);
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.bridge.callTransferred(a);
    frame.page.hide();
    expect(frame.types.at(-1)).to.equal('CALL_TRANSFERRED');
    const next = await openFrame(tab, form);
    expect(shown(next)?.engagement).to.deep.include(draft);
    expect(next.types).to.deep.equal(['INITIALIZED']);
  });

  for (const [what, sync] of [
    ['another user', { userId: 2 }],
    ['another account', { portalId: 200 }],
    ['nobody by name', { userId: undefined }],
  ] as const) {
    it(`is not there for ${what}, and waits for its user`, async () => {
      const frame = await openFrame(tab, form);
      frame.talk();
      frame.bridge.callEnded(a);
      frame.bridge.updateCall({ ...a, engagement: draft });
      frame.page.hide();
      const other = await openFrame(tab, form, sync);
      expect([other.bridge.getState().calls, other.types]).to.deep.equal([[], ['INITIALIZED']]);
      expect(shown(await openFrame(tab, form))?.engagement).to.deep.include(draft);
    });
  }

  for (const [what, when] of [
    ['before the page goes', 'before'],
    ['on the next page', 'after'],
  ] as const) {
    it(`is gone when its user logs out ${what}: HubSpot has the notes, and the tab nothing`, async () => {
      const frame = await openFrame(tab, form);
      frame.talk();
      frame.bridge.callEnded(a);
      frame.bridge.updateCall({ ...a, engagement: draft });
      if (when === 'before') frame.bridge.userLoggedOut();
      frame.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
      frame.page.hide();
      const next = await openFrame(tab, form);
      next.bridge.userLoggedOut();
      expect([shown(next), tab.stored.size]).to.deep.equal([undefined, 0]);
      expect(told(frame, next).filter((type) => type === 'CALL_COMPLETED')).to.have.length(1);
      next.page.hide();
      expect((await openFrame(tab, form)).bridge.getState().calls).to.deep.equal([]);
    });
  }

  it('asks nobody for a call that went on when its user had logged out', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.bridge.userLoggedOut();
    frame.page.hide();
    const next = await openFrame(tab, form);
    expect(shown(next)).to.equal(undefined);
    expect(next.types).to.deep.equal(['INITIALIZED', 'CALL_ENDED', 'CALL_COMPLETED']);
  });

  it('asks nobody for a call that rang and was lost', async () => {
    const frame = await openFrame(tab, form);
    frame.bridge.incomingCall({ ...a, fromNumber: toNumber, toNumber: '1' });
    frame.createEngagement(7);
    frame.page.hide();
    const next = await openFrame(tab, form);
    expect(shown(next)).to.equal(undefined);
    expect(next.types).to.deep.equal(['INITIALIZED', 'CALL_ENDED', 'CALL_COMPLETED']);
  });

  it('waits some seconds for the screen that shows it, and else completes the call', async () => {
    const frame = await openFrame(tab, form);
    for (const [call, id] of [
      [a, 7],
      [b, 8],
    ] as const) {
      frame.talk(call, id);
      frame.bridge.updateCall({ ...call, engagement: draft });
      frame.bridge.callEnded(call);
    }
    frame.page.hide();
    const next = await openFrame(tab);
    next.window.advance(9999);
    expect(next.types).to.deep.equal(['INITIALIZED']);
    next.bridge.callCompleted(b);
    next.window.advance(1);
    expect(next.said('CALL_COMPLETED')).to.have.length(2);
    expect(properties(next.said('CALL_COMPLETED')[1])).to.include({ hs_call_disposition: 'o-1' });
  });

  it('stays for a screen that comes later, and leaves no timer', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.page.hide();
    const next = await openFrame(tab);
    const stop = next.bridge.expectWrapUp();
    next.window.advance(60_000);
    expect(shown(next)?.engagement).to.deep.include(draft);
    expect(next.said('CALL_COMPLETED')).to.deep.equal([]);
    next.page.hide();
    stop();
    const last = await openFrame(tab);
    last.page.hide();
    expect([next.window.timers, last.window.timers]).to.deep.equal([0, 0]);
  });

  it('takes the record of no call that is started beside it', async () => {
    const frame = await openFrame(tab, form);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callAnswered(a);
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.page.hide();
    const next = await openFrame(tab, form);
    next.bridge.incomingCall({ ...b, fromNumber: '+12025550103', toNumber: '1' });
    next.createEngagement(8);
    const ids = next.bridge.getState().calls.map((call) => [call.externalCallId, call.engagementId]);
    expect(ids).to.deep.equal([
      ['a', undefined],
      ['b', 8],
    ]);
  });

  it('takes its own record, if HubSpot names that late', async () => {
    const frame = await openFrame(tab, form);
    frame.bridge.outgoingCall({ ...a, toNumber });
    frame.bridge.callAnswered(a);
    frame.page.hide();
    const next = await openFrame(tab, form);
    next.createEngagement(7);
    next.bridge.callCompleted(a);
    expect(next.said('CALL_COMPLETED')[0]).to.include({ ...a, engagementId: 7 });
  });

  it('is shown as the call of nobody else: none of its states was live in the new page', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    frame.page.hide();
    const next = await openFrame(tab, form, false);
    const phases: (string | undefined)[] = [];
    next.bridge.subscribe((state: WidgetState) => phases.push(focusedCall(state)?.phase));
    next.sync({ engagementId: 7 });
    await settled();
    expect(new Set(phases)).to.deep.equal(new Set([undefined, 'wrap-up']));
  });

  it('is completed at once where the browser refuses to store it: nothing is lost', async () => {
    tab.isFull = true;
    const frame = await openFrame(tab, form);
    const errors = collectErrors(frame.bridge);
    frame.talk();
    frame.bridge.callEnded(a);
    frame.bridge.updateCall({ ...a, engagement: draft });
    frame.page.hide();
    expect(properties(frame.said('CALL_COMPLETED')[0])).to.include({ hs_call_disposition: 'o-1' });
    expect(errors).to.deep.equal(['NOT_STORED']);
  });
});

describe('what stands in the storage of a form', () => {
  const good = {
    ...storedCall,
    hasForm: true,
    call: {
      ...storedCall.call,
      direction: 'outbound',
      phase: 'wrap-up',
      saving: 'none',
      toNumber,
      engagement: { notes: 'Mine' },
    },
  };

  for (const [what, changes] of [
    ['a saving that is none', { saving: 'toString' }],
    ['no saving', { saving: null }],
    ['a failure that is no text', { failure: {} }],
    ['an end that is none', { endStatus: '__proto__' }],
    ['a time of its end that no date holds', { endedAt: 1e300 }],
    ['a party that is none', { party: 7 }],
    ['an unattended that is no yes or no', { unattended: 'yes' }],
    ['flags that are not kept', { muted: true, internal: true, finalized: true }],
    ['an outcome that is no text', { engagement: { notes: 'Mine', outcome: {} } }],
  ] as const) {
    it(`gives the notes back nevertheless where it has ${what}`, async () => {
      tab.add('calls', JSON.stringify({ ...good, call: { ...good.call, ...changes } }));
      const next = await openFrame(tab, form);
      expect(shown(next)?.engagement).to.deep.equal({ notes: 'Mine' });
      expect(shown(next)).to.deep.include({ saving: 'none', muted: false, internal: false });
      expect(next.bridge.callCompleted(a).ok).to.equal(true);
    });
  }

  it('is bounded, and stands apart from what it claims to be', async () => {
    const name = `\u202eErin ${'x'.repeat(10_000)}`;
    tab.add('calls', JSON.stringify({ ...good, call: { ...good.call, party: { name } } }));
    const next = await openFrame(tab, form);
    expect(shown(next)?.party?.name?.length).to.be.lessThan(1000);
    expect(shown(next)?.party?.name).not.to.contain('\u202e');
  });

  it('has no form of a call that is over', async () => {
    tab.add('calls', JSON.stringify({ ...good, call: { ...good.call, phase: 'completed' } }));
    const next = await openFrame(tab, form);
    expect([shown(next), next.types]).to.deep.equal([undefined, ['INITIALIZED']]);
  });
});

describe('the question before a page goes in a call', () => {
  for (const [what, ask] of [
    ['without a voice', () => undefined],
    ['with a voice that cannot go on with it', (frame: Frame) => giveVoice(frame, false)],
  ] as const) {
    it(`is asked ${what}, from its start to its end`, async () => {
      const frame = await openFrame(tab, form);
      ask(frame);
      expect(frame.page.isGuarded).to.equal(false);
      frame.bridge.outgoingCall({ ...a, toNumber });
      expect(frame.page.isGuarded).to.equal(true);
      frame.bridge.callAnswered(a);
      expect(frame.page.isGuarded).to.equal(true);
      frame.bridge.incomingCall({ ...b, fromNumber: toNumber, toNumber: '1' });
      frame.bridge.callEnded(a);
      expect(frame.page.isGuarded).to.equal(true);
      frame.bridge.callEnded(b);
      expect(frame.page.isGuarded).to.equal(false);
    });
  }

  it('is not asked with a voice that goes on with it, but again without that', async () => {
    const frame = await openFrame(tab, form);
    const line = giveVoice(frame, true);
    frame.talk();
    expect(frame.page.isGuarded).to.equal(false);
    line.release();
    expect(frame.page.isGuarded).to.equal(true);
  });

  it('is not asked in a wrap-up: its draft comes back', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    frame.bridge.callEnded(a);
    expect(frame.page.isGuarded).to.equal(false);
  });

  for (const [what, end] of [
    ['transferred', (frame: Frame) => frame.bridge.callTransferred(a)],
    ['left by its bridge', (frame: Frame) => frame.bridge.disconnect()],
    ['gone with its page', (frame: Frame) => frame.page.hide()],
  ] as const) {
    it(`is not asked once the call is ${what}`, async () => {
      const frame = await openFrame(tab, form);
      frame.talk();
      end(frame);
      expect(frame.page.isGuarded).to.equal(false);
    });
  }
});
