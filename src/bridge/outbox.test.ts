import { expect } from '@open-wc/testing';
import type { VoiceStatus } from '../call/index.js';
import { collectErrors, connected, FakeHubSpot } from './testing/fake-hubspot.js';
import type { BridgeVoice } from './voice.js';

const toNumber = '+12025550101';
const ours = '+12025550100';
const a = { externalCallId: 'a' };
const b = { externalCallId: 'b' };

const dataOf = (hubspot: FakeHubSpot, type: string) =>
  hubspot.heard.filter((heard) => heard.type === type).map(({ data }) => data);

describe('an inbound call that is turned away', () => {
  const call = { ...a, fromNumber: toNumber, toNumber: ours };

  it('is told as missed and completed, with whom it came from', () => {
    const hubspot = connected();
    hubspot.bridge.turnAway({ ...call, party: { name: 'Erin' } });
    hubspot.createEngagement(7);
    expect(hubspot.types).to.deep.equal(['INCOMING_CALL', 'CALL_ENDED', 'CALL_COMPLETED']);
    expect(hubspot.heard[0]?.data).to.deep.include(call);
    expect(hubspot.heard[1]?.data).to.deep.equal({ ...a, callEndStatus: 'MISSED' });
    expect(hubspot.bridge.getState().calls[0]).to.deep.include({
      party: { name: 'Erin' },
      endStatus: 'MISSED',
    });
  });

  it('is not told where the settings say so', () => {
    const hubspot = connected({ turnedAwayCalls: 'ignore' });
    hubspot.bridge.turnAway(call);
    expect([hubspot.types, hubspot.bridge.getState().calls]).to.deep.equal([[], []]);
  });

  it('changes nothing of a call that has the same id', () => {
    const hubspot = connected();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.outgoingCall({ ...a, toNumber });
    hubspot.bridge.callAnswered(a);
    hubspot.forget();
    hubspot.bridge.turnAway({ ...call, party: { name: 'Erin' } });
    expect([hubspot.types, errors]).to.deep.equal([[], ['OUT_OF_ORDER']]);
    expect(hubspot.bridge.getState().calls[0]).to.include({ phase: 'active', party: undefined });
  });
});

describe('a call that is completed', () => {
  it('has its own end told first, not that of another', () => {
    const hubspot = connected({ engagement: 'app' });
    hubspot.bridge.outgoingCall({ ...a, toNumber });
    hubspot.bridge.outgoingCall({ ...b, toNumber });
    hubspot.bridge.callCompleted(a);
    expect(dataOf(hubspot, 'CALL_ENDED')).to.deep.equal([{ ...a, callEndStatus: 'CANCELED' }]);
    expect(hubspot.bridge.getState().calls.map(({ phase }) => phase)).to.deep.equal(['completed', 'dialing']);
  });

  it('without a record is told without the field of its id', () => {
    const hubspot = connected({ engagement: 'app' });
    hubspot.bridge.outgoingCall({ ...a, toNumber });
    hubspot.bridge.callCompleted();
    expect(Object.keys(dataOf(hubspot, 'CALL_COMPLETED')[0] as object).sort()).to.deep.equal([
      'engagementProperties',
      'externalCallId',
    ]);
  });
});

describe('what cannot be sent', () => {
  it('is not true: no call has started whose message cannot be copied', () => {
    const { bridge } = connected();
    const data = { ...a, toNumber, more: () => undefined };
    const result = bridge.sendMessage({ type: 'OUTGOING_CALL_STARTED', data });
    expect(result).to.have.nested.property('error.code', 'NOT_CLONEABLE');
    expect(bridge.getState().calls).to.deep.equal([]);
  });

  it('is NOT_CLONEABLE where the app’s own code fails as it is read', () => {
    const { bridge } = connected();
    const errors = collectErrors(bridge);
    const data = {
      get toNumber(): string {
        throw new Error('broken');
      },
    };
    const result = bridge.sendMessage({ type: 'OUTGOING_CALL_STARTED', data });
    expect(result).to.have.nested.property('error.code', 'NOT_CLONEABLE');
    expect(errors).to.deep.equal(['NOT_CLONEABLE']);
  });
});

describe('a voice that goes while there is no connection', () => {
  const voice: BridgeVoice = { carryOut: () => Promise.resolve(undefined), endCalls: () => undefined };
  const capabilities = {} as VoiceStatus['capabilities'];
  const goes = (hubspot: FakeHubSpot, act: () => void) => {
    const line = hubspot.bridge.useVoice(voice);
    line.update({ state: 'ready', capabilities, problem: undefined });
    act();
    line.update({ state: 'failed', capabilities, problem: undefined });
  };

  it('breaks nothing', () => {
    const hubspot = connected({ loggedIn: true, available: true });
    const errors = collectErrors(hubspot.bridge);
    goes(hubspot, () => {
      hubspot.bridge.disconnect();
    });
    expect([errors, hubspot.window.reported, hubspot.types]).to.deep.equal([[], [], []]);
  });

  it('is told inside INITIALIZED, not in a message of its own', () => {
    const hubspot = connected({ loggedIn: true, available: true });
    goes(hubspot, () => {
      hubspot.bridge.disconnect();
      hubspot.bridge.connect();
    });
    hubspot.sync();
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: true, isAvailable: false } },
    ]);
  });
});
