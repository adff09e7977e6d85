import { expect } from '@open-wc/testing';
import { collectErrors, connected, type FakeHubSpot } from './testing/fake-hubspot.js';
import { callToWrapUp } from '../call/index.js';
import type { BridgeSettings } from './settings.js';

const toNumber = '+12025550101';
const a = { externalCallId: 'a' };

function withEndedCall(settings?: BridgeSettings): FakeHubSpot {
  const hubspot = connected(settings);
  hubspot.bridge.outgoingCall({ ...a, toNumber });
  hubspot.bridge.callAnswered();
  hubspot.bridge.callEnded();
  hubspot.bridge.updateCall({ engagement: { notes: 'Called back.' } });
  hubspot.forget();
  return hubspot;
}

function completions(hubspot: FakeHubSpot) {
  return hubspot.heard
    .filter(({ type }) => type === 'CALL_COMPLETED')
    .map(({ data }) => data as { engagementId?: number; engagementProperties: Record<string, string> });
}

const bodies = (hubspot: FakeHubSpot) =>
  completions(hubspot).map(({ engagementId, engagementProperties }) => [
    engagementId,
    engagementProperties['hs_call_body'],
  ]);

describe('a completed call', () => {
  it('is told at once when the engagement’s id is known', () => {
    const hubspot = withEndedCall();
    hubspot.createEngagement(7);
    hubspot.bridge.callCompleted();
    expect(bodies(hubspot)).to.deep.equal([[7, 'Called back.']]);
  });

  it('is told at once when the app knows the id', () => {
    const hubspot = withEndedCall();
    hubspot.bridge.callCompleted({ engagementId: 9 });
    expect(bodies(hubspot)).to.deep.equal([[9, 'Called back.']]);
  });

  it('is told at once, without an id, when HubSpot was not asked to make the engagement', () => {
    const hubspot = withEndedCall({ engagement: 'app' });
    hubspot.bridge.callCompleted();
    expect(bodies(hubspot)).to.deep.equal([[undefined, 'Called back.']]);
  });

  it('waits for the id, and is told under the message id that was promised', () => {
    const hubspot = withEndedCall();
    const result = hubspot.bridge.callCompleted();
    expect(hubspot.types).to.deep.equal([]);
    expect(hubspot.bridge.getState().calls[0]).to.include({ phase: 'wrap-up', saving: 'pending' });
    hubspot.createEngagement(7);
    expect(bodies(hubspot)).to.deep.equal([[7, 'Called back.']]);
    expect(result).to.deep.equal({
      ok: true,
      messageId: hubspot.window.last('CALL_COMPLETED')?.['messageId'],
    });
    expect(hubspot.bridge.getState().calls[0]).to.include({ phase: 'completed', saving: 'pending' });
  });

  it('is completed once while it waits', () => {
    const hubspot = withEndedCall();
    hubspot.bridge.callCompleted();
    expect(hubspot.bridge.callCompleted()).to.have.nested.property('error.code', 'OUT_OF_ORDER');
    hubspot.createEngagement(7);
    expect(completions(hubspot)).to.have.length(1);
  });

  it('takes along the notes that come while it waits', () => {
    const hubspot = withEndedCall();
    hubspot.bridge.callCompleted({ engagementProperties: { rating: '5' } });
    hubspot.bridge.updateCall({ engagement: { notes: 'Better words.' } });
    hubspot.createEngagement(7);
    expect(bodies(hubspot)).to.deep.equal([[7, 'Better words.']]);
    expect(completions(hubspot)[0]?.engagementProperties['rating']).to.equal('5');
  });

  it('waits no longer once HubSpot says that it could not make the engagement', () => {
    const hubspot = withEndedCall();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.callCompleted();
    hubspot.say('CREATE_ENGAGEMENT_FAILED', { error: { message: 'no rights' } });
    expect(bodies(hubspot)).to.deep.equal([[undefined, 'Called back.']]);
    expect(errors).to.deep.equal([]);
  });

  for (const [ms, settings] of [
    [10_000, {}],
    [2000, { engagementTimeout: 2000 }],
  ] as const) {
    it(`waits ${String(ms)} ms at most, and is told without an id then: ${JSON.stringify(settings)}`, () => {
      const hubspot = withEndedCall(settings);
      const errors = collectErrors(hubspot.bridge);
      hubspot.bridge.callCompleted();
      hubspot.window.advance(ms - 1);
      expect(completions(hubspot)).to.have.length(0);
      hubspot.window.advance(1);
      expect(bodies(hubspot)).to.deep.equal([[undefined, 'Called back.']]);
      expect(errors).to.include('NO_ENGAGEMENT');
    });
  }

  it('is not told again when the id comes after all', () => {
    const hubspot = withEndedCall();
    hubspot.bridge.callCompleted();
    hubspot.window.advance(10_000);
    hubspot.createEngagement(7);
    expect(completions(hubspot)).to.have.length(1);
  });

  it('is told before the connection ends', () => {
    const hubspot = withEndedCall();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.callCompleted();
    hubspot.bridge.disconnect();
    expect(bodies(hubspot)).to.deep.equal([[undefined, 'Called back.']]);
    expect(errors).to.deep.equal([]);
    hubspot.window.advance(60_000);
    expect(completions(hubspot)).to.have.length(1);
  });

  const live = [
    { what: 'dialling', answered: false, callEndStatus: 'CANCELED' },
    { what: 'talking', answered: true, callEndStatus: 'COMPLETED' },
  ];
  for (const { what, answered, callEndStatus } of live) {
    it(`is ended first if it was still ${what}`, () => {
      const hubspot = connected();
      hubspot.bridge.outgoingCall({ ...a, toNumber });
      hubspot.createEngagement(7);
      if (answered) hubspot.bridge.callAnswered();
      hubspot.forget();
      hubspot.bridge.callCompleted();
      expect(hubspot.types).to.deep.equal(['CALL_ENDED', 'CALL_COMPLETED']);
      expect(hubspot.heard[0]?.data).to.deep.equal({ ...a, engagementId: 7, callEndStatus });
      expect(completions(hubspot)[0]?.engagementProperties['hs_call_status']).to.equal(callEndStatus);
    });
  }

  it('is not told of a consultation, which is over all the same', () => {
    const hubspot = connected();
    const { bridge } = hubspot;
    const errors = collectErrors(bridge);
    bridge.restoreCall({ ...a, direction: 'outbound', createdAt: 1, internal: true });
    bridge.callAnswered(a);
    expect(bridge.getState().calls[0]?.phase).to.equal('active');
    bridge.callEnded(a);
    expect(callToWrapUp(bridge.getState())).to.equal(undefined);
    expect(bridge.callCompleted(a).ok).to.equal(true);
    expect(bridge.getState().calls[0]?.phase).to.equal('completed');
    bridge.disconnect();
    expect([hubspot.types, errors]).to.deep.equal([[], []]);
  });

  it('waits for the user as long as one screen for it is there', () => {
    const { bridge } = connected();
    const [first, second] = [bridge.expectWrapUp(), bridge.expectWrapUp()];
    first();
    first();
    expect(bridge.hasWrapUp).to.equal(true);
    second();
    expect(bridge.hasWrapUp).to.equal(false);
    bridge.configure({ wrapUp: true });
    expect(bridge.hasWrapUp).to.equal(true);
  });

  it('is told with its own id and notes when two wait at once', () => {
    const hubspot = connected();
    const { bridge } = hubspot;
    for (const externalCallId of ['a', 'b']) {
      bridge.outgoingCall({ externalCallId, toNumber });
      bridge.updateCall({ externalCallId, engagement: { notes: `for ${externalCallId}` } });
      bridge.callEnded({ externalCallId });
    }
    for (const externalCallId of ['b', 'a']) bridge.callCompleted({ externalCallId });
    hubspot.createEngagement(7);
    hubspot.createEngagement(8);
    expect(bodies(hubspot)).to.deep.equal([
      [7, 'for a'],
      [8, 'for b'],
    ]);
  });
});
