import { expect } from '@open-wc/testing';
import type { SendResult } from '../link/index.js';
import type { CallingBridge } from './calling-bridge.js';
import { connected, type FakeHubSpot, type Heard } from './testing/fake-hubspot.js';
import type { BridgeSettings } from './settings.js';

/** The fake's clock stands here. */
const now = 1_700_000_000_000;
const toNumber = '+12025550101';
const fromNumber = '+12025550100';
const objectCoordinates = { portalId: 100, objectId: 51, objectTypeId: '0-1' };
const call = { externalCallId: 'a' };

const dialled = ({ bridge }: FakeHubSpot) => bridge.outgoingCall({ ...call, toNumber });
const engaged = (hubspot: FakeHubSpot) => {
  dialled(hubspot);
  hubspot.createEngagement(7);
};
const answered = (hubspot: FakeHubSpot) => {
  engaged(hubspot);
  hubspot.bridge.callAnswered();
};
const ended = (hubspot: FakeHubSpot) => {
  answered(hubspot);
  hubspot.window.advance(60_000);
  hubspot.bridge.callEnded();
};

/** The older name of `finalizeEngagement`. */
interface Older {
  publishToChannel(): SendResult;
}

interface Case {
  readonly what: string;
  readonly settings?: BridgeSettings;
  readonly before?: (hubspot: FakeHubSpot) => void;
  readonly act: (bridge: CallingBridge) => SendResult;
  readonly heard: Heard;
}

const properties = {
  hs_timestamp: String(now),
  hs_call_direction: 'OUTBOUND',
  hs_call_duration: '60000',
  hs_call_status: 'COMPLETED',
  hs_call_to_number: toNumber,
};

const cases: readonly Case[] = [
  {
    what: 'userLoggedIn',
    act: (bridge) => bridge.userLoggedIn(),
    heard: { type: 'LOGGED_IN', data: undefined },
  },
  {
    what: 'userLoggedOut',
    act: (bridge) => bridge.userLoggedOut(),
    heard: { type: 'LOGGED_OUT', data: undefined },
  },
  {
    what: 'userAvailable',
    act: (bridge) => bridge.userAvailable(),
    heard: { type: 'USER_AVAILABLE', data: undefined },
  },
  {
    what: 'userUnavailable',
    act: (bridge) => bridge.userUnavailable(),
    heard: { type: 'USER_UNAVAILABLE', data: undefined },
  },
  {
    what: 'outgoingCall to the number HubSpot asked for',
    before: (hubspot) => {
      hubspot.say('DIAL_NUMBER', { phoneNumber: toNumber });
    },
    act: (bridge) => bridge.outgoingCall({ ...call, fromNumber }),
    heard: {
      type: 'OUTGOING_CALL_STARTED',
      data: { ...call, toNumber, fromNumber, callStartTime: now, createEngagement: true },
    },
  },
  {
    what: 'outgoingCall with everything said',
    act: (bridge) =>
      bridge.outgoingCall({ ...call, toNumber, fromNumber, callStartTime: 5, createEngagement: false }),
    heard: {
      type: 'OUTGOING_CALL_STARTED',
      data: { ...call, toNumber, fromNumber, callStartTime: 5, createEngagement: false },
    },
  },
  {
    what: 'outgoingCall with the older name of toNumber',
    act: (bridge) => bridge.outgoingCall({ ...call, phoneNumber: toNumber }),
    heard: {
      type: 'OUTGOING_CALL_STARTED',
      data: { ...call, toNumber, callStartTime: now, createEngagement: true },
    },
  },
  {
    what: 'outgoingCall of an app that makes the engagement',
    settings: { engagement: 'app' },
    act: (bridge) => bridge.outgoingCall({ ...call, toNumber }),
    heard: {
      type: 'OUTGOING_CALL_STARTED',
      data: { ...call, toNumber, callStartTime: now, createEngagement: false },
    },
  },
  {
    what: 'incomingCall',
    act: (bridge) => bridge.incomingCall({ ...call, fromNumber: toNumber, toNumber: fromNumber }),
    heard: {
      type: 'INCOMING_CALL',
      data: {
        ...call,
        fromNumber: toNumber,
        toNumber: fromNumber,
        callStartTime: now,
        createEngagement: true,
      },
    },
  },
  {
    what: 'callAnswered',
    before: dialled,
    act: (bridge) => bridge.callAnswered(),
    heard: { type: 'CALL_ANSWERED', data: call },
  },
  {
    what: 'callTransferred',
    before: answered,
    act: (bridge) => bridge.callTransferred(),
    heard: { type: 'CALL_TRANSFERRED', data: call },
  },
  {
    what: 'callData as it is',
    act: (bridge) => bridge.callData(['anything', { at: undefined }]),
    heard: { type: 'CALL_DATA', data: ['anything', { at: undefined }] },
  },
  {
    what: 'callEnded before the answer',
    before: dialled,
    act: (bridge) => bridge.callEnded(),
    heard: { type: 'CALL_ENDED', data: { ...call, callEndStatus: 'CANCELED' } },
  },
  {
    what: 'callEnded after talk',
    before: answered,
    act: (bridge) => bridge.callEnded(),
    heard: { type: 'CALL_ENDED', data: { ...call, engagementId: 7, callEndStatus: 'COMPLETED' } },
  },
  {
    what: 'callEnded with a reason',
    before: answered,
    act: (bridge) => bridge.callEnded({ callEndStatus: 'FAILED' }),
    heard: { type: 'CALL_ENDED', data: { ...call, engagementId: 7, callEndStatus: 'FAILED' } },
  },
  {
    what: 'callCompleted with what is known of the call',
    before: ended,
    act: (bridge) => bridge.callCompleted(),
    heard: { type: 'CALL_COMPLETED', data: { ...call, engagementId: 7, engagementProperties: properties } },
  },
  {
    what: 'callCompleted with the app’s own words, which win',
    before: ended,
    act: (bridge) =>
      bridge.callCompleted({
        hideWidget: false,
        engagementProperties: { hs_call_title: 'Mine', hs_call_status: 'BUSY', rating: 5 },
      }),
    heard: {
      type: 'CALL_COMPLETED',
      data: {
        ...call,
        engagementId: 7,
        hideWidget: false,
        engagementProperties: { ...properties, hs_call_title: 'Mine', hs_call_status: 'BUSY', rating: '5' },
      },
    },
  },
  {
    what: 'finalizeEngagement',
    before: ended,
    act: (bridge) => bridge.finalizeEngagement(),
    heard: { type: 'FINALIZE_ENGAGEMENT', data: { ...call, engagementId: 7 } },
  },
  {
    what: 'publishToChannel',
    before: ended,
    act: (bridge) => bridge.sendMessage({ type: 'PUBLISH_TO_CHANNEL' }),
    heard: { type: 'PUBLISH_TO_CHANNEL', data: { ...call, engagementId: 7 } },
  },
  {
    what: 'publishToChannel by its own name',
    before: ended,
    act: (bridge) => (bridge as unknown as Older).publishToChannel(),
    heard: { type: 'PUBLISH_TO_CHANNEL', data: { ...call, engagementId: 7 } },
  },
  {
    what: 'navigateToRecord during a call',
    before: engaged,
    act: (bridge) => bridge.navigateToRecord({ objectCoordinates: { objectId: 51, objectTypeId: '0-1' } }),
    heard: { type: 'NAVIGATE_TO_RECORD', data: { engagementId: 7, objectCoordinates } },
  },
  {
    what: 'navigateToRecord after a call, which is not to be shown again',
    before: (hubspot) => {
      ended(hubspot);
      hubspot.bridge.callCompleted();
    },
    act: (bridge) => bridge.navigateToRecord({ objectCoordinates, openIn: 'NEW_TAB' }),
    heard: { type: 'NAVIGATE_TO_RECORD', data: { objectCoordinates, openIn: 'NEW_TAB' } },
  },
  {
    what: 'resizeWidget',
    act: (bridge) => bridge.resizeWidget({ width: 400, height: 600 }),
    heard: { type: 'RESIZE_WIDGET', data: { width: 400, height: 600 } },
  },
  {
    what: 'sendError',
    act: (bridge) => bridge.sendError({ message: 'No microphone.' }),
    heard: { type: 'ERROR', data: { message: 'No microphone.' } },
  },
  {
    what: 'setWidgetUrl',
    act: (bridge) => bridge.setWidgetUrl({ iFrameUrl: 'https://phone.example/' }),
    heard: { type: 'SET_WIDGET_URL', data: { iFrameUrl: 'https://phone.example/' } },
  },
  {
    what: 'sendMessage of a known type like its command',
    before: dialled,
    act: (bridge) => bridge.sendMessage({ type: 'CALL_ENDED' }),
    heard: { type: 'CALL_ENDED', data: { ...call, callEndStatus: 'CANCELED' } },
  },
  {
    what: 'sendMessage of any type as it is',
    act: (bridge) => bridge.sendMessage({ type: 'MY_MESSAGE', data: { a: 1 } }),
    heard: { type: 'MY_MESSAGE', data: { a: 1 } },
  },
];

describe('a command', () => {
  for (const { what, settings, before, act, heard } of cases) {
    it(`sends ${what}`, () => {
      const hubspot = connected(settings);
      before?.(hubspot);
      hubspot.forget();
      const result = act(hubspot.bridge);
      expect(hubspot.heard).to.deep.equal([heard]);
      expect(result).to.deep.equal({ ok: true, messageId: hubspot.window.posted[0]?.message['messageId'] });
    });
  }

  it('makes an id for a call that has none, another for each', () => {
    const { bridge } = connected();
    bridge.outgoingCall({ toNumber });
    bridge.incomingCall({ fromNumber, toNumber });
    const ids = bridge.getState().calls.map(({ externalCallId }) => externalCallId);
    expect(new Set([...ids, bridge.createCallId()]).size).to.equal(3);
  });
});
