/** Outbound calls: answered, not answered, given up, from a custom object, started in the widget. */
import type { Scenario } from '../scenario.js';

const mobile = '+12025550101';
const call = { $as: 'call' };
const engagement = { $as: 'engagement' };

export const outboundAnswered: Scenario = {
  name: 'outbound-answered',
  shows: 'A call from the press on a number to a line in the log, with notes.',
  official: { passes: true, because: 'It is the flow that the SDK is documented with.' },
  steps: [
    { host: 'dial', record: 101 },
    {
      expect: 'DIAL_NUMBER',
      from: 'host',
      data: { phoneNumber: mobile, objectId: 101, objectType: 'CONTACT' },
    },
    { widget: 'takeDial' },
    {
      expect: 'OUTGOING_CALL_STARTED',
      data: {
        externalCallId: call,
        toNumber: mobile,
        fromNumber: { $any: 'string' },
        createEngagement: true,
      },
    },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'save', notes: 'Wants the blue one.' },
    {
      expect: 'CALL_COMPLETED',
      data: {
        externalCallId: call,
        engagementId: engagement,
        engagementProperties: { hs_call_body: { $matches: 'Wants the blue one\\.' } },
      },
    },
    { expect: 'UPDATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    {
      log: [
        {
          direction: 'OUTBOUND',
          number: mobile,
          record: { objectId: 101 },
          engagementId: engagement,
          status: 'COMPLETED',
          isCompleted: true,
          isGhost: false,
        },
      ],
    },
    { says: 'OUTGOING_CALL_STARTED', times: 1 },
    { says: 'CALL_COMPLETED', times: 1 },
  ],
};

export const outboundBusy: Scenario = {
  name: 'outbound-busy',
  shows: 'A busy number: ended without an answer, and still completed.',
  official: { passes: true, because: 'The app says BUSY as it hears it of its phone.' },
  steps: [
    { widget: 'farEnd', does: 'is busy' },
    { host: 'dial', record: 101 },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'BUSY' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'BUSY', duration: 0, isCompleted: true }] },
  ],
};

export const outboundNoAnswer: Scenario = {
  name: 'outbound-no-answer',
  shows: 'Nobody answers until the network gives up.',
  official: { passes: true, because: 'The app says NO_ANSWER as it hears it of its phone.' },
  steps: [
    { widget: 'farEnd', does: 'does not answer' },
    { host: 'dial', record: 101 },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'NO_ANSWER' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'NO_ANSWER', isCompleted: true }] },
  ],
};

export const outboundCancelled: Scenario = {
  name: 'outbound-cancelled',
  shows: 'The agent gives up before anybody answers: canceled, not completed as if there had been talk.',
  official: { passes: true, because: 'The app has to tell apart whether the call was answered.' },
  steps: [
    { widget: 'farEnd', does: 'keeps ringing' },
    { host: 'dial', record: 101 },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'CANCELED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'CANCELED', duration: 0, isCompleted: true }] },
  ],
};

export const outboundFarEndHangsUp: Scenario = {
  name: 'outbound-far-end-hangs-up',
  shows: 'The far end hangs up first.',
  official: { passes: true, because: 'The app says the end as it hears it of its phone.' },
  steps: [
    { host: 'dial', record: 102 },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'farEndHangsUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'COMPLETED', isCompleted: true }] },
  ],
};

export const outboundCustomObject: Scenario = {
  name: 'outbound-custom-object',
  shows:
    'A call from a custom object: HubSpot makes the engagement, only calleeInfo names the object’s type.',
  official: { passes: true, because: 'The app has to say createEngagement: true.' },
  steps: [
    { host: 'dial', record: 301 },
    {
      expect: 'DIAL_NUMBER',
      from: 'host',
      data: { objectType: { $absent: true }, calleeInfo: { calleeId: 301, calleeObjectTypeId: '2-4711' } },
    },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call, createEngagement: true } },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALL_ANSWERED' },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { engagementId: engagement } },
    { log: [{ record: { objectId: 301, objectTypeId: '2-4711' }, isCompleted: true }] },
  ],
};

export const outboundFromWidget: Scenario = {
  name: 'outbound-from-widget',
  shows: 'A call that is started in the widget: it tells the number itself.',
  official: { passes: true, because: 'The app gives toNumber and callStartTime.' },
  steps: [
    { widget: 'call', number: '+12025550102' },
    {
      expect: 'OUTGOING_CALL_STARTED',
      data: { externalCallId: call, toNumber: '+12025550102', callStartTime: { $any: 'number' } },
    },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALL_ANSWERED' },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { engagementId: engagement } },
    { log: [{ record: { objectId: 101 }, isCompleted: true }] },
  ],
};
