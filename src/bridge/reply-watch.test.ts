import { expect } from '@open-wc/testing';
import { collectErrors, connected, FakeHubSpot } from './testing/fake-hubspot.js';

const toNumber = '+12025550101';

describe('a HubSpot that does not answer', () => {
  it('is told of after ten seconds, and the call goes on', () => {
    const { bridge, window } = connected();
    const errors = collectErrors(bridge);
    bridge.outgoingCall({ toNumber });
    window.advance(9999);
    expect(errors).to.deep.equal([]);
    window.advance(1);
    expect(errors).to.deep.equal(['HOST_SILENT']);
    const { connection, problem, calls } = bridge.getState();
    expect([connection, problem?.code, calls[0]?.phase]).to.deep.equal([
      'connected',
      'HOST_SILENT',
      'dialing',
    ]);
  });

  it('is forgotten with its next word', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ toNumber });
    hubspot.window.advance(10_000);
    hubspot.say('VISIBILITY_CHANGED', { isMinimized: true });
    expect(hubspot.bridge.getState().problem).to.equal(undefined);
  });

  it('and shakes hands again is back', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ toNumber });
    hubspot.window.advance(10_000);
    hubspot.sync();
    expect(hubspot.bridge.getState().problem).to.equal(undefined);
    expect(hubspot.bridge.getState().calls).to.have.length(1);
  });

  const unasked = {
    'a call whose record the app makes': { toNumber, createEngagement: false },
    'a call that was answered to in time': { toNumber },
  };
  for (const [name, call] of Object.entries(unasked)) {
    it(`is not missed with ${name}`, () => {
      const hubspot = connected();
      const errors = collectErrors(hubspot.bridge);
      hubspot.bridge.outgoingCall(call);
      hubspot.createEngagement(7);
      hubspot.window.advance(60_000);
      expect(errors).to.deep.equal([]);
    });
  }

  it('is missed when it makes no record of an inbound call', () => {
    const hubspot = connected();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.incomingCall({ fromNumber: toNumber, toNumber: '+12025550100' });
    hubspot.window.advance(10_000);
    expect(errors).to.deep.equal(['HOST_SILENT']);
  });

  it('is not missed with what is not about a call', () => {
    const hubspot = connected();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.callData({ createEngagement: true, engagementId: 7 });
    hubspot.window.advance(60_000);
    expect(errors).to.deep.equal([]);
  });

  it('is missed when a completed call is not written down', () => {
    const hubspot = connected();
    const errors = collectErrors(hubspot.bridge);
    hubspot.bridge.outgoingCall({ toNumber });
    hubspot.createEngagement(7);
    hubspot.bridge.callCompleted();
    hubspot.window.advance(10_000);
    expect(errors).to.deep.equal(['HOST_SILENT']);
  });
});

describe('retry', () => {
  it('starts the connection anew and keeps what waits', () => {
    const hubspot = new FakeHubSpot();
    hubspot.bridge.connect();
    hubspot.bridge.callData('early');
    hubspot.window.advance(30_000);
    hubspot.bridge.retry();
    expect(hubspot.bridge.getState().connection).to.equal('connecting');
    hubspot.sync();
    expect(hubspot.types).to.deep.equal(['INITIALIZED', 'CALL_DATA']);
  });

  it('leaves a connection alone that is there', () => {
    const hubspot = connected();
    hubspot.bridge.retry();
    expect(hubspot.bridge.getState().connection).to.equal('connected');
    expect(hubspot.window.listeners).to.equal(1);
  });
});
