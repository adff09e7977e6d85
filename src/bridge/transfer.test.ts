import { expect } from '@open-wc/testing';
import { callToWrapUp, findCall, focusedCall } from '../call/index.js';
import type { BridgeSettings } from './settings.js';
import { collectErrors, connected, type FakeHubSpot } from './testing/fake-hubspot.js';

const toNumber = '+12025550101';
const a = { externalCallId: 'a' };
const notes = 'Promised a <refund>';
const afterwards = ['CALL_COMPLETED', 'CALL_TRANSFERRED'];

/** Somebody talks for a minute. HubSpot has named the record, unless `engagementId` is false. */
function talking(settings: BridgeSettings = {}, engagementId: number | false = 7): FakeHubSpot {
  const hubspot = connected({ loggedIn: true, wrapUp: true, ...settings });
  hubspot.bridge.outgoingCall({ ...a, toNumber });
  if (engagementId !== false) hubspot.createEngagement(engagementId);
  hubspot.bridge.callAnswered();
  hubspot.window.advance(60_000);
  hubspot.forget();
  return hubspot;
}

interface Completion {
  readonly engagementId?: number;
  readonly hideWidget?: boolean;
  readonly engagementProperties: Readonly<Record<string, string>>;
}

const completion = ({ heard }: FakeHubSpot) =>
  heard.find(({ type }) => type === 'CALL_COMPLETED')?.data as Completion | undefined;

/** The notes that still wait on the screen. */
const kept = ({ bridge }: FakeHubSpot) => callToWrapUp(bridge.getState())?.engagement.notes;

describe('a call that is handed over', () => {
  it('has its notes written first', () => {
    const hubspot = talking();
    hubspot.bridge.updateCall({ engagement: { notes } });
    expect(hubspot.bridge.callTransferred().ok).to.equal(true);
    expect(hubspot.types).to.deep.equal(afterwards);
    expect(completion(hubspot)).to.deep.include({ ...a, engagementId: 7, hideWidget: false });
    expect(completion(hubspot)?.engagementProperties).to.include({
      hs_call_body: 'Promised a &lt;refund&gt;',
      hs_call_status: 'COMPLETED',
      hs_call_duration: '60000',
    });
    expect(hubspot.heard[1]?.data).to.deep.equal(a);
  });

  for (const [what, engagement, property] of [
    ['an outcome', { outcome: 'o-1' }, { hs_call_disposition: 'o-1' }],
    ['a title', { title: 'Refund' }, { hs_call_title: 'Refund' }],
    [
      'a recording',
      { recordingUrl: 'https://example.com/1.wav' },
      { hs_call_recording_url: 'https://example.com/1.wav' },
    ],
    ['a property of the app', { properties: { reason: 'late' } }, { reason: 'late' }],
  ] as const) {
    it(`has ${what} written first`, () => {
      const hubspot = talking();
      hubspot.bridge.updateCall({ engagement });
      hubspot.bridge.callTransferred();
      expect(hubspot.types).to.deep.equal(afterwards);
      expect(completion(hubspot)?.engagementProperties).to.include(property);
    });
  }

  for (const [what, engagement] of [
    ['nothing', {}],
    ['notes that were deleted', { notes: '' }],
    ['notes of spaces', { notes: ' \n' }],
  ] as const) {
    it(`with ${what} has nothing written`, () => {
      const hubspot = talking();
      hubspot.bridge.updateCall({ engagement });
      hubspot.bridge.callTransferred();
      expect(hubspot.types).to.deep.equal(['CALL_TRANSFERRED']);
      expect(kept(hubspot)).to.equal(undefined);
    });
  }

  it('has nothing left to do once HubSpot has saved it', () => {
    const hubspot = talking();
    hubspot.bridge.updateCall({ engagement: { notes } });
    hubspot.bridge.callTransferred();
    hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    expect(focusedCall(hubspot.bridge.getState())).to.include({ phase: 'transferred', saving: 'saved' });
    expect(kept(hubspot)).to.equal(undefined);
  });

  it('is handed over at once, and waits for the id of its record to have its notes written', () => {
    const hubspot = talking({}, false);
    hubspot.bridge.updateCall({ engagement: { notes } });
    hubspot.bridge.callTransferred();
    expect(hubspot.types).to.deep.equal([]);
    expect(focusedCall(hubspot.bridge.getState())?.phase).to.equal('transferred');
    hubspot.createEngagement(8);
    expect(hubspot.types).to.deep.equal(afterwards);
    expect(completion(hubspot)?.engagementId).to.equal(8);
    hubspot.window.advance(60_000);
    expect(hubspot.types).to.deep.equal(afterwards);
  });

  it('is told when the next page cannot be waited for', () => {
    const hubspot = talking({}, false);
    hubspot.bridge.updateCall({ engagement: { notes } });
    hubspot.bridge.callTransferred();
    hubspot.bridge.disconnect();
    expect(hubspot.types).to.deep.equal(['CALL_TRANSFERRED']);
  });

  const unwritten: readonly (readonly [what: string, lose: () => FakeHubSpot])[] = [
    [
      'never names the record',
      () => {
        const hubspot = talking({}, false);
        hubspot.bridge.updateCall({ engagement: { notes } });
        hubspot.bridge.callTransferred();
        hubspot.window.advance(10_000);
        expect(hubspot.types).to.deep.equal(['CALL_TRANSFERRED']);
        return hubspot;
      },
    ],
    [
      'cannot make the record',
      () => {
        const hubspot = talking({}, false);
        hubspot.bridge.updateCall({ engagement: { notes } });
        hubspot.bridge.callTransferred();
        hubspot.say('CREATE_ENGAGEMENT_FAILED', { error: { message: 'Quota.' } });
        expect(hubspot.types).to.deep.equal(['CALL_TRANSFERRED']);
        return hubspot;
      },
    ],
    [
      'was not asked for a record',
      () => {
        const hubspot = talking({ engagement: 'app' }, false);
        hubspot.bridge.updateCall({ engagement: { notes } });
        hubspot.bridge.callTransferred();
        expect(hubspot.types).to.deep.equal(['CALL_TRANSFERRED']);
        return hubspot;
      },
    ],
    [
      'cannot save them',
      () => {
        const hubspot = talking();
        hubspot.bridge.updateCall({ engagement: { notes } });
        hubspot.bridge.callTransferred();
        hubspot.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'No permission.' } });
        expect(hubspot.types).to.deep.equal(afterwards);
        return hubspot;
      },
    ],
    [
      'does not answer',
      () => {
        const hubspot = talking();
        hubspot.bridge.updateCall({ engagement: { notes } });
        hubspot.bridge.callTransferred();
        hubspot.window.advance(10_000);
        expect(hubspot.types).to.deep.equal(afterwards);
        return hubspot;
      },
    ],
  ];
  for (const [what, lose] of unwritten) {
    describe(`where HubSpot ${what}`, () => {
      it('keeps the notes', () => {
        expect(kept(lose())).to.equal(notes);
      });

      it('keeps them also through the next call', () => {
        const hubspot = lose();
        hubspot.bridge.outgoingCall({
          externalCallId: 'b',
          toNumber: '+12025550103',
          createEngagement: false,
        });
        hubspot.bridge.callEnded({ externalCallId: 'b' });
        hubspot.bridge.callCompleted({ externalCallId: 'b', engagementId: 9 });
        expect(kept(hubspot)).to.equal(notes);
      });

      it('forgets them when the user is done with them, and HubSpot is told nothing more', () => {
        const hubspot = lose();
        hubspot.forget();
        const errors = collectErrors(hubspot.bridge);
        expect(hubspot.bridge.request('hs-complete-request', a)).to.equal(true);
        expect(kept(hubspot)).to.equal(undefined);
        expect([hubspot.types, errors]).to.deep.equal([[], []]);
      });

      it('forgets them when the user logs out', () => {
        const hubspot = lose();
        hubspot.forget();
        hubspot.bridge.userLoggedOut();
        hubspot.bridge.userLoggedIn();
        expect(kept(hubspot)).to.equal(undefined);
        expect(hubspot.types).to.deep.equal(['LOGGED_OUT', 'LOGGED_IN']);
      });
    });
  }

  it('has its notes off the screen again where HubSpot saves them late', () => {
    const hubspot = talking();
    hubspot.bridge.updateCall({ engagement: { notes } });
    hubspot.bridge.callTransferred();
    hubspot.window.advance(10_000);
    hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    expect(kept(hubspot)).to.equal(undefined);
  });

  it('gets no answer that is meant for another call', () => {
    const hubspot = talking({}, false);
    hubspot.bridge.updateCall({ engagement: { notes } });
    hubspot.bridge.callTransferred();
    hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber: '+12025550103', createEngagement: false });
    hubspot.bridge.callEnded({ externalCallId: 'b', engagementId: 9 });
    hubspot.bridge.callCompleted({ externalCallId: 'b' });
    hubspot.say('UPDATE_ENGAGEMENT_FAILED', {});
    expect(findCall(hubspot.bridge.getState(), 'b')?.saving).to.equal('failed');
    expect(findCall(hubspot.bridge.getState(), 'a')?.saving).to.equal('pending');
  });

  it('has the time and the outcome of no other call', () => {
    const hubspot = talking();
    hubspot.bridge.updateCall({ ...a, engagement: { notes } });
    hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber: '+12025550103' });
    hubspot.createEngagement(8);
    hubspot.bridge.updateCall({ externalCallId: 'b', engagement: { notes: 'Another', outcome: 'o-2' } });
    hubspot.bridge.callTransferred(a);
    expect(completion(hubspot)).to.deep.include({ ...a, engagementId: 7 });
    expect(completion(hubspot)?.engagementProperties).to.include({
      hs_call_body: 'Promised a &lt;refund&gt;',
      hs_call_to_number: toNumber,
    });
    expect(completion(hubspot)?.engagementProperties).not.to.have.property('hs_call_disposition');
  });
});
