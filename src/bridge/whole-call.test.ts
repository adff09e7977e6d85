import { expect } from '@open-wc/testing';
import { FakeHubSpot } from './testing/fake-hubspot.js';

const ours = '+12025550100';
const theirs = '+12025550101';
const erin = {
  callerIdType: 'CONTACT',
  objectCoordinates: { portalId: 100, objectId: 51, objectTypeId: '0-1' },
  firstName: 'Erin',
  lastName: 'Example',
};

describe('a whole call', () => {
  it('outbound: dialled in the CRM, talked, written down', () => {
    const hubspot = new FakeHubSpot();
    const { bridge, window } = hubspot;
    const call = () => bridge.getState().calls.at(-1);

    bridge.connect();
    hubspot.sync();
    bridge.userLoggedIn();
    hubspot.say('DIAL_NUMBER', {
      phoneNumber: theirs,
      calleeInfo: { calleeId: 51, calleeObjectTypeId: '0-1' },
    });
    expect(bridge.getState().intent?.phoneNumber).to.equal(theirs);

    bridge.outgoingCall({ fromNumber: ours });
    expect(call()).to.deep.include({
      phase: 'dialing',
      toNumber: theirs,
      party: { objectId: 51, objectTypeId: '0-1' },
    });
    bridge.callRinging();
    hubspot.createEngagement(7);
    window.advance(5000);
    bridge.callAnswered();
    window.advance(61_000);
    bridge.callEnded();
    expect(call()).to.include({ phase: 'wrap-up', endStatus: 'COMPLETED' });

    bridge.updateCall({ engagement: { notes: 'Will renew.\nSend the offer.' } });
    bridge.callCompleted();
    hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });

    expect(call()).to.include({ phase: 'completed', saving: 'saved' });
    expect(window.types).to.deep.equal([
      'SYNC_ACK',
      'INITIALIZED',
      'LOGGED_IN',
      'OUTGOING_CALL_STARTED',
      'CALL_ANSWERED',
      'CALL_ENDED',
      'CALL_COMPLETED',
    ]);
    expect(window.last('CALL_COMPLETED')?.['data']).to.deep.equal({
      externalCallId: call()?.externalCallId,
      engagementId: 7,
      engagementProperties: {
        hs_timestamp: '1700000000000',
        hs_call_direction: 'OUTBOUND',
        hs_call_duration: '61000',
        hs_call_status: 'COMPLETED',
        hs_call_from_number: ours,
        hs_call_to_number: theirs,
        hs_call_body: 'Will renew.<br>Send the offer.',
      },
    });
  });

  it('inbound: matched, shown again after the page was reloaded, answered, written down', () => {
    const first = new FakeHubSpot({ loggedIn: true });
    first.bridge.connect();
    first.sync();
    first.bridge.userAvailable();
    first.bridge.incomingCall({ externalCallId: 'a', fromNumber: theirs, toNumber: ours });
    first.say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: [erin] });
    first.createEngagement(7);
    expect(first.bridge.getState().calls[0]?.party?.name).to.equal('Erin Example');
    first.bridge.navigateToRecord({ objectCoordinates: erin.objectCoordinates });
    expect(first.window.types).to.deep.equal([
      'SYNC_ACK',
      'INITIALIZED',
      'USER_AVAILABLE',
      'INCOMING_CALL',
      'NAVIGATE_TO_RECORD',
    ]);
    expect(first.window.last('NAVIGATE_TO_RECORD')?.['data']).to.have.property('engagementId', 7);
    const [ringing] = first.bridge.getState().calls;
    if (!ringing) throw new Error('There is no call.');

    const second = new FakeHubSpot({ loggedIn: true, available: true });
    second.bridge.connect();
    second.sync({ engagementId: 7 });
    second.bridge.restoreCall(ringing);
    second.bridge.callAnswered();
    second.bridge.callEnded();
    second.bridge.callCompleted({ hideWidget: false });
    second.bridge.finalizeEngagement();

    expect(second.window.types).to.deep.equal([
      'SYNC_ACK',
      'INITIALIZED',
      'CALL_ANSWERED',
      'CALL_ENDED',
      'CALL_COMPLETED',
      'FINALIZE_ENGAGEMENT',
    ]);
    expect(second.window.last('INITIALIZED')?.['data']).to.have.property('engagementId', 7);
    expect(second.window.last('CALL_COMPLETED')?.['data']).to.include({
      externalCallId: 'a',
      engagementId: 7,
    });
    expect(second.window.last('FINALIZE_ENGAGEMENT')?.['data']).to.deep.equal({
      externalCallId: 'a',
      engagementId: 7,
    });
  });

  for (const [what, callEndStatus] of [
    ['missed', 'MISSED'],
    ['declined', 'REJECTED'],
  ] as const) {
    it(`inbound and ${what}: ended so, then completed`, () => {
      const hubspot = new FakeHubSpot({ loggedIn: true, available: true });
      const { bridge, window } = hubspot;
      bridge.connect();
      hubspot.sync();
      bridge.incomingCall({ fromNumber: theirs, toNumber: ours });
      bridge.callEnded(what === 'missed' ? {} : { callEndStatus });
      bridge.callCompleted();
      hubspot.createEngagement(7);
      expect(window.types).to.deep.equal([
        'SYNC_ACK',
        'INITIALIZED',
        'INCOMING_CALL',
        'CALL_ENDED',
        'CALL_COMPLETED',
      ]);
      expect(window.last('CALL_ENDED')?.['data']).to.have.property('callEndStatus', callEndStatus);
      expect(window.last('CALL_COMPLETED')?.['data']).to.have.nested.property(
        'engagementProperties.hs_call_status',
        'MISSED',
      );
    });
  }
});
