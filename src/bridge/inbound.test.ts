import { expect } from '@open-wc/testing';
import { eventName, inboundMessages } from '../protocol/index.js';
import { golden, readOf } from '../protocol/testing/messages.golden.js';
import type { EventMessageType } from './events.js';
import { collect, collectErrors, connected, prevent } from './testing/fake-hubspot.js';

const asIs = { anything: [1] };

// HubSpot's ERROR is told as an error of the bridge.
const types = [...inboundMessages.keys()].filter((type) => type !== 'ERROR') as EventMessageType[];

describe('a message from HubSpot', () => {
  for (const type of types) {
    const { sent } = golden[type];
    const detail = readOf(golden[type]);
    const name = eventName<EventMessageType>(type);

    it(`${type} raises ${name}`, () => {
      const hubspot = connected();
      const details = collect(hubspot.bridge, name);
      hubspot.say(type, sent);
      expect(details).to.deep.equal([detail]);
    });

    it(`${type} raises hs-message, and hs-failed if it tells of a failure`, () => {
      const hubspot = connected();
      const all = collect(hubspot.bridge, 'hs-message');
      const failed = collect(hubspot.bridge, 'hs-failed');
      hubspot.say(type, sent);
      expect(all).to.deep.equal([{ type, messageId: 'host-2', data: detail }]);
      expect(failed).to.deep.equal(type.endsWith('_FAILED') ? [{ type, data: detail }] : []);
    });
  }

  describe('with the callId of a caller’s matches', () => {
    const { log } = console;
    let lines: string[] = [];
    beforeEach(() => {
      lines = [];
      console.log = (line: string) => lines.push(line);
    });
    afterEach(() => {
      console.log = log;
    });

    function match(debug: boolean, type: string, callId: unknown) {
      const hubspot = connected({ debug });
      hubspot.bridge.incomingCall({ externalCallId: '44', fromNumber: 'a', toNumber: 'b' });
      hubspot.createEngagement(48_123_456_789);
      lines = [];
      hubspot.say(type, { callId, callerIdMatches: [] });
      return lines.find((line) => line.includes('callId') && line.includes('names'));
    }

    for (const type of ['CALLER_ID_MATCH_SUCCEEDED', 'CALLER_ID_MATCH_FAILED']) {
      it(`logs what it names, with debug: ${type}`, () => {
        expect(match(true, type, 48_123_456_789)).to.contain(
          `callId 48123456789 of ${type} names an engagement`,
        );
        expect(match(true, type, 44)).to.contain(`callId 44 of ${type} names an externalCallId`);
        expect(match(true, type, 5)).to.contain(`callId 5 of ${type} names no call here`);
      });

      it(`logs nothing without debug, and nothing where there is none: ${type}`, () => {
        expect(match(false, type, 44)).to.equal(undefined);
        expect(match(true, type, undefined)).to.equal(undefined);
      });
    }
  });

  it('is true already by the time its event comes', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
    let engagementId: number | undefined;
    hubspot.bridge.addEventListener('hs-create-engagement-succeeded', () => {
      engagementId = hubspot.bridge.getState().calls[0]?.engagementId;
    });
    hubspot.createEngagement(7);
    expect(engagementId).to.equal(7);
  });

  it('that is malformed raises hs-rejected and nothing else', () => {
    const hubspot = connected();
    const all = collect(hubspot.bridge, 'hs-message');
    const rejected = collect(hubspot.bridge, 'hs-rejected');
    hubspot.say('DIAL_NUMBER', { phoneNumber: '' });
    expect(all).to.deep.equal([]);
    expect(rejected).to.have.length(1);
    expect(rejected[0]).to.include({ code: 'BAD_DATA', type: 'DIAL_NUMBER', count: 1 });
  });

  it('of an unknown type raises hs-unknown-message and hs-message', () => {
    const hubspot = connected();
    const unknown = collect(hubspot.bridge, 'hs-unknown-message');
    const all = collect(hubspot.bridge, 'hs-message');
    hubspot.say('NEW_THING', asIs);
    const message = { type: 'NEW_THING', messageId: 'host-2', data: asIs };
    expect([unknown, all]).to.deep.equal([[message], [message]]);
  });

  it('of an unknown type raises hs-failed too if it tells of a failure', () => {
    const hubspot = connected();
    const failed = collect(hubspot.bridge, 'hs-failed');
    hubspot.say('NEW_THING_FAILED', asIs);
    expect(failed).to.deep.equal([{ type: 'NEW_THING_FAILED', data: asIs }]);
  });

  it('that is an ERROR raises hs-error and hs-message, and is not answered', () => {
    const hubspot = connected();
    const errors = collectErrors(hubspot.bridge);
    const all = collect(hubspot.bridge, 'hs-message');
    hubspot.say('ERROR', { type: 'UNKNOWN_MESSAGE_TYPE', message: '+12025550101' });
    expect(errors).to.deep.equal(['HOST_ERROR']);
    expect(all).to.have.length(1);
    expect(hubspot.types).to.deep.equal([]);
  });
});

describe('DIAL_NUMBER', () => {
  const asked = (isPrevented: boolean) => {
    const hubspot = connected();
    if (isPrevented) prevent(hubspot.bridge, 'hs-dial-number');
    hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550101' });
    return hubspot.bridge.getState().intent?.phoneNumber;
  };

  it('is kept for the dialer', () => {
    expect(asked(false)).to.equal('+12025550101');
  });

  it('is the page’s own business when prevented', () => {
    expect(asked(true)).to.equal(undefined);
  });
});

describe('END_CALL', () => {
  const incoming = { fromNumber: '+12025550102', toNumber: '+12025550100' };

  it('asks to hang up the live call', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ externalCallId: 'a', toNumber: '+12025550101' });
    const asked = collect(hubspot.bridge, 'hs-hang-up-request');
    hubspot.say('END_CALL');
    expect(asked).to.deep.equal([{ externalCallId: 'a' }]);
  });

  it('asks to hang up the call in focus of several', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ externalCallId: 'a', toNumber: '+12025550101' });
    hubspot.bridge.incomingCall({ externalCallId: 'b', ...incoming });
    const asked = collect(hubspot.bridge, 'hs-hang-up-request');
    hubspot.say('END_CALL');
    expect(asked).to.deep.equal([{ externalCallId: 'a' }]);
  });

  it('asks to hang up the one that is live when that in focus has ended', () => {
    const hubspot = connected();
    hubspot.bridge.outgoingCall({ externalCallId: 'a', toNumber: '+12025550101' });
    hubspot.bridge.incomingCall({ externalCallId: 'b', ...incoming });
    hubspot.bridge.callEnded({ externalCallId: 'a' });
    const asked = collect(hubspot.bridge, 'hs-hang-up-request');
    hubspot.say('END_CALL');
    expect(asked).to.deep.equal([{ externalCallId: 'b' }]);
  });

  it('asks nothing when prevented, or when no call is live', () => {
    const hubspot = connected();
    const asked = collect(hubspot.bridge, 'hs-hang-up-request');
    hubspot.say('END_CALL');
    prevent(hubspot.bridge, 'hs-end-call');
    hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
    hubspot.say('END_CALL');
    expect(asked).to.deep.equal([]);
  });
});
