import { expect } from '@open-wc/testing';
import type { SendResult } from '../link/index.js';
import type { CallingBridge } from './calling-bridge.js';
import { collectErrors, connected, FakeHubSpot } from './testing/fake-hubspot.js';

const toNumber = '+12025550101';

describe('a command that cannot be sent', () => {
  const refused: readonly (readonly [
    what: string,
    act: (bridge: CallingBridge) => SendResult,
    code: string,
  ])[] = [
    [
      'a payload of the wrong shape',
      (bridge) => bridge.sendMessage({ type: 'INCOMING_CALL', data: { fromNumber: 5, toNumber } }),
      'BAD_DATA',
    ],
    [
      'a payload that is none',
      (bridge) => {
        bridge.outgoingCall({ toNumber });
        return bridge.sendMessage({ type: 'CALL_ANSWERED', data: 'the call' });
      },
      'BAD_DATA',
    ],
    ['what cannot be cloned', (bridge) => bridge.callData(() => undefined), 'NOT_CLONEABLE'],
  ];
  for (const [what, act, code] of refused) {
    it(`refuses ${what}: ${code}`, () => {
      const hubspot = connected();
      const errors = collectErrors(hubspot.bridge);
      const result = act(hubspot.bridge);
      expect(result).to.have.nested.property('error.code', code);
      expect(errors).to.deep.equal([code]);
      expect(hubspot.types.filter((type) => type !== 'OUTGOING_CALL_STARTED')).to.deep.equal([]);
    });
  }

  for (const act of [
    (bridge: CallingBridge) => bridge.userLoggedIn(),
    (bridge: CallingBridge) => bridge.sendMessage({ type: 'MY_MESSAGE' }),
  ]) {
    it(`is refused without a connection: ${String(act).replace(/.*=>/, '')}`, () => {
      const { bridge } = new FakeHubSpot();
      const errors = collectErrors(bridge);
      expect(act(bridge)).to.have.nested.property('error.code', 'DISCONNECTED');
      expect(errors).to.deep.equal(['DISCONNECTED']);
    });
  }
});

describe('a message that lacks something', () => {
  it('about an inbound call is not given the number that HubSpot asked to dial', () => {
    const hubspot = connected();
    hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber });
    hubspot.bridge.sendMessage({ type: 'INCOMING_CALL', data: { fromNumber: '+12025550102' } });
    expect(JSON.stringify(hubspot.heard)).not.to.contain(toNumber);
  });

  it('is refused where a record to show is not named', () => {
    const { bridge } = connected();
    const result = bridge.sendMessage({ type: 'NAVIGATE_TO_RECORD' });
    expect(result).to.have.nested.property('error.code', 'BAD_DATA');
  });

  it('of the account waits for the handshake where the app names the account', () => {
    const hubspot = new FakeHubSpot();
    hubspot.bridge.connect();
    const objectCoordinates = { portalId: 100, objectId: 51, objectTypeId: '0-1' };
    expect(hubspot.bridge.navigateToRecord({ objectCoordinates }).ok).to.equal(true);
    hubspot.sync();
    expect(hubspot.heard.at(-1)).to.deep.equal({ type: 'NAVIGATE_TO_RECORD', data: { objectCoordinates } });
  });
});

describe('what HubSpot cannot be told', () => {
  it('is true of the call all the same when too much waits already', () => {
    const hubspot = new FakeHubSpot();
    const { bridge } = hubspot;
    bridge.connect();
    for (let i = 0; i < 256; i += 1) bridge.callData(i);
    expect(bridge.outgoingCall({ toNumber })).to.have.nested.property('error.code', 'QUEUE_FULL');
    expect(bridge.getState().calls).to.have.length(1);
  });

  it('is not true of the call when its payload is wrong', () => {
    const { bridge } = connected();
    bridge.outgoingCall({ toNumber });
    bridge.sendMessage({ type: 'CALL_ENDED', data: 'COMPLETED' });
    expect(bridge.getState().calls[0]?.phase).to.equal('dialing');
  });
});

describe('what an app leaves undefined', () => {
  it('does not hide what is known', () => {
    const hubspot = connected();
    hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber });
    const data = { externalCallId: undefined, toNumber: undefined, createEngagement: undefined };
    hubspot.bridge.sendMessage({ type: 'OUTGOING_CALL_STARTED', data });
    expect(hubspot.heard[0]?.data).to.include({ toNumber, createEngagement: true });
    hubspot.bridge.sendMessage({ type: 'CALL_ENDED', data: { callEndStatus: undefined } });
    expect(hubspot.heard[1]?.data).to.include({ callEndStatus: 'CANCELED' });
  });
});
