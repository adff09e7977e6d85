// An odd optional field, of HubSpot's or of the app's, costs that field and nothing else; and somebody is told.
import { expect } from '@open-wc/testing';
import type { SendResult } from '../link/index.js';
import type { CallingBridge } from './calling-bridge.js';
import { collect, connected, type FakeHubSpot } from './testing/fake-hubspot.js';

const toNumber = '+12025550101';
const contact = { portalId: 1, objectId: 2, objectTypeId: '0-1' };

/** The places that are told as rejected from now on. */
function collectPlaces({ bridge }: FakeHubSpot): string[] {
  const places: string[] = [];
  bridge.addEventListener('hs-rejected', ({ detail }) => places.push(`${detail.code} ${detail.at ?? ''}`));
  return places;
}

describe('a time that no date has', () => {
  for (const time of [1e300, -1, NaN, 'abc', 8.64e15 + 1]) {
    it(`costs the app no call and no notes, and is told: ${String(time)}`, () => {
      const hubspot = connected();
      const errors = collect(hubspot.bridge, 'hs-error');
      hubspot.bridge.outgoingCall({ externalCallId: 'c', toNumber, callStartTime: time as number });
      expect(new Date(hubspot.bridge.getState().calls[0]?.createdAt ?? NaN).getTime()).to.be.above(0);
      hubspot.say('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: 9, externalCallId: 'c' });
      const engagementProperties = { hs_timestamp: time as number, hs_call_body: 'Notes' };
      hubspot.bridge.callCompleted({ externalCallId: 'c', engagementProperties });
      const completed = hubspot.heard.at(-1)?.data as { engagementProperties: Record<string, string> };
      expect(completed.engagementProperties['hs_call_body']).to.equal('Notes');
      expect(completed.engagementProperties['hs_timestamp']).to.match(/^[0-9]+$/);
      expect(errors.map(({ code, message }) => `${code} ${message}`).join()).to.match(
        /ODD_FIELD [^]*callStartTime[^]*ODD_FIELD [^]*hs_timestamp/,
      );
    });
  }
});

describe('an odd optional field of HubSpot’s', () => {
  it('loses no dial: calleeId is empty', () => {
    const hubspot = connected();
    const places = collectPlaces(hubspot);
    const details = collect(hubspot.bridge, 'hs-dial-number');
    const calleeInfo = { calleeId: '', calleeObjectTypeId: '0-1' };
    hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber, calleeInfo, objectId: 5, objectType: 'CONTACT' });
    expect(details).to.deep.equal([
      {
        phoneNumber: toNumber,
        calleeInfo: { calleeObjectTypeId: '0-1' },
        objectId: 5,
        objectType: 'CONTACT',
      },
    ]);
    expect(hubspot.bridge.getState().intent).to.deep.include({
      phoneNumber: toNumber,
      party: { objectId: 5, objectTypeId: '0-1' },
    });
    expect(places).to.deep.equal(['ODD_FIELD DIAL_NUMBER.calleeInfo.calleeId']);
  });

  it('loses no engagement: externalCallId is a number', () => {
    const hubspot = connected();
    const places = collectPlaces(hubspot);
    hubspot.bridge.outgoingCall({ externalCallId: '7', toNumber });
    hubspot.bridge.outgoingCall({ externalCallId: '8', toNumber });
    hubspot.say('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: '9', externalCallId: 8 });
    expect(hubspot.bridge.getState().calls.map(({ engagementId }) => engagementId)).to.deep.equal([
      undefined,
      9,
    ]);
    expect(places).to.deep.equal([]);
  });

  it('loses no match: another one of the list is broken', () => {
    const hubspot = connected();
    const places = collectPlaces(hubspot);
    hubspot.bridge.incomingCall({ fromNumber: toNumber, toNumber: '+12025550160' });
    hubspot.say('CALLER_ID_MATCH_SUCCEEDED', {
      callerIdMatches: [
        { callerIdType: 'CONTACT', objectCoordinates: { ...contact, objectId: null } },
        { callerIdType: 'CONTACT', objectCoordinates: contact, firstName: 'Erin', lastName: 5 },
      ],
    });
    expect(hubspot.bridge.getState().calls[0]?.matches).to.deep.equal([
      { callerIdType: 'CONTACT', objectCoordinates: contact, firstName: 'Erin' },
    ]);
    expect(places).to.deep.equal([
      'ODD_FIELD CALLER_ID_MATCH_SUCCEEDED.callerIdMatches.0',
      'ODD_FIELD CALLER_ID_MATCH_SUCCEEDED.callerIdMatches.1.lastName',
    ]);
  });

  it('loses no failure, whatever comes with it', () => {
    const hubspot = connected();
    const failed = collect(hubspot.bridge, 'hs-failed');
    hubspot.say('UPDATE_ENGAGEMENT_FAILED', 'No such engagement');
    hubspot.say('CREATE_ENGAGEMENT_FAILED', { error: 'No' });
    expect(failed).to.deep.equal([
      { type: 'UPDATE_ENGAGEMENT_FAILED', data: undefined },
      { type: 'CREATE_ENGAGEMENT_FAILED', data: {} },
    ]);
  });

  it('loses no handshake: SYNC has no id', () => {
    const hubspot = connected();
    const contexts = collect(hubspot.bridge, 'hs-context-change');
    hubspot.window.advance(300);
    hubspot.window.receive({ type: 'SYNC', portalId: 200, usesCallingWindow: 'no' });
    expect(contexts[0]?.context).to.include({ portalId: 200, usesCallingWindow: undefined });
    expect(hubspot.window.last('SYNC_ACK')?.['messageId']).to.be.a('string');
    expect(hubspot.types).to.deep.equal(['INITIALIZED']);
  });

  it('tells a message that is refused besides the first of its code', () => {
    const hubspot = connected();
    const places = collectPlaces(hubspot);
    hubspot.say('DIAL_NUMBER', { phoneNumber: '' });
    hubspot.say('DIAL_NUMBER', { phoneNumber: 5 });
    hubspot.say('ENGAGEMENT_CREATED', {});
    expect(places).to.deep.equal([
      'BAD_DATA DIAL_NUMBER.phoneNumber',
      'BAD_DATA ENGAGEMENT_CREATED.engagementId',
    ]);
  });
});

interface Said {
  readonly act: (bridge: CallingBridge) => SendResult;
  /** What HubSpot hears of the last message. */
  readonly heard: object;
  readonly odd: readonly string[];
}

const call = { externalCallId: 'c', toNumber };

/** What an app without types says, by what is odd about it. `c` is on the line, its engagement is 9. */
const sayings: Readonly<Record<string, Said>> = {
  'a recording that is null': {
    act: (bridge) =>
      bridge.sendMessage({
        type: 'CALL_COMPLETED',
        data: { engagementProperties: { hs_call_body: 'Notes', hs_call_recording_url: null } },
      }),
    heard: { externalCallId: 'c', engagementId: 9 },
    odd: ['CALL_COMPLETED.engagementProperties.hs_call_recording_url'],
  },
  'a property that is an object, and one that is no number': {
    act: (bridge) =>
      bridge.sendMessage({
        type: 'CALL_COMPLETED',
        data: { engagementId: '', engagementProperties: { own: {}, hs_call_duration: NaN } },
      }),
    heard: { externalCallId: 'c', engagementId: 9 },
    odd: [
      'CALL_COMPLETED.engagementId',
      'CALL_COMPLETED.engagementProperties.own',
      'CALL_COMPLETED.engagementProperties.hs_call_duration',
    ],
  },
  'a status of HubSpot’s constants': {
    act: (bridge) =>
      bridge.sendMessage({ type: 'CALL_ENDED', data: { callEndStatus: 'INTERNAL_COMPLETED' } }),
    heard: { externalCallId: 'c', callEndStatus: 'COMPLETED' },
    odd: ['CALL_ENDED.callEndStatus'],
  },
  'a caller who withholds the number': {
    act: (bridge) => bridge.incomingCall({ externalCallId: 'd', fromNumber: '', toNumber: '+12025550160' }),
    heard: { externalCallId: 'd', fromNumber: 'unknown', toNumber: '+12025550160' },
    odd: ['INCOMING_CALL.fromNumber'],
  },
  'an empty own number': {
    act: (bridge) => bridge.outgoingCall({ externalCallId: 'd', toNumber, fromNumber: '' }),
    heard: { externalCallId: 'd', toNumber },
    odd: ['OUTGOING_CALL_STARTED.fromNumber'],
  },
  'sizes as text': {
    act: (bridge) => bridge.sendMessage({ type: 'RESIZE_WIDGET', data: { width: '400', height: '600px' } }),
    heard: { width: 400, height: 600 },
    odd: [],
  },
  'one size that is none': {
    act: (bridge) => bridge.sendMessage({ type: 'RESIZE_WIDGET', data: { width: 'wide', height: 600 } }),
    heard: { height: 600 },
    odd: ['RESIZE_WIDGET.width'],
  },
  'an address beside the type': {
    act: (bridge) =>
      bridge.sendMessage({ type: 'SET_WIDGET_URL', iFrameUrl: 'https://phone.example' } as { type: string }),
    heard: { iFrameUrl: 'https://phone.example' },
    odd: [],
  },
  'null for the engagement that is finished': {
    act: (bridge) => {
      bridge.callCompleted();
      return bridge.sendMessage({ type: 'FINALIZE_ENGAGEMENT', data: { engagementId: null } });
    },
    heard: { externalCallId: 'c', engagementId: 9 },
    odd: [],
  },
  'null for everything': {
    act: (bridge) => {
      bridge.callCompleted();
      return bridge.sendMessage({ type: 'FINALIZE_ENGAGEMENT', data: null });
    },
    heard: { externalCallId: 'c', engagementId: 9 },
    odd: [],
  },
  'an id that is a number': {
    act: (bridge) => {
      bridge.sendMessage({ type: 'OUTGOING_CALL_STARTED', data: { externalCallId: 5, toNumber } });
      return bridge.sendMessage({ type: 'CALL_ENDED', data: { externalCallId: 5 } });
    },
    heard: { externalCallId: '5', callEndStatus: 'CANCELED' },
    odd: [],
  },
  'a message that is no text': {
    act: (bridge) => bridge.sendMessage({ type: 'ERROR', data: { message: 5 } }),
    heard: {},
    odd: ['ERROR.message'],
  },
};

describe('an odd optional field of the app’s', () => {
  /** A bridge on a call that was answered and has an engagement. */
  function inCall(debug = false): FakeHubSpot {
    const hubspot = connected({ debug });
    hubspot.bridge.outgoingCall(call);
    hubspot.createEngagement(9);
    hubspot.bridge.callAnswered();
    return hubspot;
  }

  for (const [what, { act, heard, odd }] of Object.entries(sayings)) {
    it(`is left out and told, and the rest is said: ${what}`, () => {
      const hubspot = inCall();
      const errors = collect(hubspot.bridge, 'hs-error');
      const result = act(hubspot.bridge);
      expect(result.ok).to.equal(true);
      expect(hubspot.heard.at(-1)?.data).to.deep.include(heard);
      expect(
        errors.map(({ code, message, fatal }) => [code, message.split('Got: ')[1], fatal]),
      ).to.deep.equal(odd.map((at) => ['ODD_FIELD', at, false]));
    });
  }

  it('loses no note', () => {
    const hubspot = inCall();
    const engagementProperties = { hs_call_body: 'Notes', hs_call_recording_url: null } as unknown as {
      hs_call_body: string;
    };
    hubspot.bridge.callCompleted({ engagementProperties });
    const { data } = hubspot.heard.at(-1) ?? {};
    expect(data).to.have.nested.property('engagementProperties.hs_call_body', 'Notes');
    expect(data).to.not.have.nested.property('engagementProperties.hs_call_recording_url');
  });

  it('starts a call of which nothing is said', () => {
    const hubspot = connected();
    hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber });
    hubspot.bridge.outgoingCall();
    expect(hubspot.heard[0]).to.deep.include({ type: 'OUTGOING_CALL_STARTED' });
    expect(hubspot.heard[0]?.data).to.include({ toNumber, createEngagement: true });
  });

  it('shows a caller who withholds the number as one without', () => {
    const { bridge } = connected();
    bridge.incomingCall({ fromNumber: '', toNumber });
    expect(bridge.getState().calls[0]).to.include({ fromNumber: undefined, toNumber });
  });

  it('still refuses what is required', () => {
    const hubspot = connected();
    const results = [
      hubspot.bridge.sendMessage({ type: 'INCOMING_CALL', data: { fromNumber: 5, toNumber } }),
      hubspot.bridge.sendMessage({ type: 'INCOMING_CALL', data: { toNumber } }),
      hubspot.bridge.sendMessage({ type: 'SET_WIDGET_URL', data: { iFrameUrl: null } }),
      hubspot.bridge.sendMessage({
        type: 'NAVIGATE_TO_RECORD',
        data: { objectCoordinates: { objectId: 5 } },
      }),
    ];
    expect(results.map((result) => (result.ok ? '' : result.error.message.split('Got: ')[1]))).to.deep.equal([
      'INCOMING_CALL.fromNumber',
      'INCOMING_CALL.fromNumber',
      'SET_WIDGET_URL.iFrameUrl',
      'NAVIGATE_TO_RECORD.objectCoordinates.objectTypeId',
    ]);
    expect(hubspot.heard).to.deep.equal([]);
  });
});

describe('what is not taken', () => {
  const original = console.log;
  afterEach(() => {
    console.log = original;
  });

  /** The lines that a bridge writes, without those of messages. */
  function linesOf(debug: boolean, act: (hubspot: FakeHubSpot) => void): string[] {
    const lines: string[] = [];
    console.log = (line: unknown) => lines.push(String(line));
    act(connected({ debug }));
    return lines.filter((line) => !/(from|to) HubSpot/.test(line));
  }

  const mistakes = (hubspot: FakeHubSpot) => {
    hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber, objectId: toNumber });
    hubspot.say('DIAL_NUMBER', {});
    hubspot.window.receive({ type: 'DIAL_NUMBER' }, { source: {} });
    hubspot.bridge.sendMessage({ type: 'INCOMING_CALL', data: {} });
    hubspot.bridge.sendMessage({ type: 'ERROR', data: { message: 5 } });
  };

  it('is a line each with debug on, without a phone number', () => {
    const lines = linesOf(true, mistakes);
    const hubspot = 'https://app.hubspot.com';
    expect(lines.slice(0, 3)).to.deep.equal([
      `[hs-calling] ODD_FIELD ${hubspot} DIAL_NUMBER.objectId`,
      `[hs-calling] BAD_DATA ${hubspot} DIAL_NUMBER.phoneNumber`,
      `[hs-calling] BAD_SOURCE ${hubspot}`,
    ]);
    expect(lines.join('\n')).to.contain('INCOMING_CALL.fromNumber').and.contain('ERROR.message');
    expect(lines.join('\n')).to.not.contain('2025550101');
  });

  it('is no line with debug off', () => {
    expect(linesOf(false, mistakes)).to.deep.equal([]);
  });
});
