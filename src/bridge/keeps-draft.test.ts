// Whether what is noted of a call would be there again, were the page loaded anew: it is what handover and take-up do then.
import { expect } from '@open-wc/testing';
import { callToWrapUp } from '../call/index.js';
import { FakeTab } from './testing/fake-tab.js';
import { a, Frame, openFrame, toNumber } from './testing/frame.js';

const form = { wrapUp: true, loggedIn: true };
const notes = 'Promised a refund';

let tab: FakeTab;
beforeEach(() => {
  tab = new FakeTab();
});

/** What is noted in the form that the next page shows. */
async function notesOfNextPage(frame: Frame): Promise<string | undefined> {
  frame.page.hide();
  return callToWrapUp((await openFrame(tab, form)).bridge.getState())?.engagement.notes;
}

describe('keepsDraft()', () => {
  const kept = {
    'while it is dialled': (frame: Frame) => {
      frame.bridge.outgoingCall({ ...a, toNumber });
    },
    'in it': (frame: Frame) => {
      frame.talk();
    },
    'after it': (frame: Frame) => {
      frame.talk();
      frame.bridge.callEnded(a);
    },
    'where HubSpot could not save it': (frame: Frame) => {
      frame.talk();
      frame.bridge.callCompleted(a);
      frame.say('UPDATE_ENGAGEMENT_FAILED');
    },
  };
  for (const [when, begin] of Object.entries(kept)) {
    it(`is true of a call ${when}, and the next page has its notes`, async () => {
      const frame = await openFrame(tab, form);
      begin(frame);
      frame.bridge.updateCall({ ...a, engagement: { notes } });
      const stored = tab.stored.size;
      expect(frame.bridge.keepsDraft('a')).to.equal(true);
      expect(tab.stored.size).to.equal(stored);
      expect(await notesOfNextPage(frame)).to.equal(notes);
    });
  }

  it('is false where the browser stores nothing', async () => {
    const frame = await openFrame(tab, form);
    frame.talk();
    tab.isFull = true;
    expect(frame.bridge.keepsDraft('a')).to.equal(false);
  });

  for (const [what, begin] of [
    ['that is saved', (frame: Frame) => frame.bridge.callCompleted(a)],
    ['after the bridge was disconnected', (frame: Frame) => frame.bridge.disconnect()],
    ['nobody knows', () => undefined],
  ] as const) {
    it(`is false of a call ${what}`, async () => {
      const frame = await openFrame(tab, form);
      frame.talk();
      begin(frame);
      if (what === 'that is saved') frame.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
      expect(frame.bridge.keepsDraft(what === 'nobody knows' ? 'b' : 'a')).to.equal(false);
    });
  }

  it('is false before HubSpot is there', () => {
    const frame = new Frame(tab, form, false);
    frame.bridge.outgoingCall({ ...a, toNumber });
    expect(frame.bridge.keepsDraft('a')).to.equal(false);
  });
});
