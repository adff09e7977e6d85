import type { Scenario } from '../scenario.js';
import { call, engagement, erinsNumber } from '../scenario-steps.js';

export const outboundAnswered: Scenario = {
  name: 'outbound-answered',
  shows: 'A call from the press on a number to a line in the log, with notes.',
  official: { passes: true, because: 'It is the flow that the SDK is documented with.' },
  steps: [
    { host: 'dial', record: 101 },
    {
      expect: 'DIAL_NUMBER',
      from: 'host',
      data: { phoneNumber: erinsNumber, objectId: 101, objectType: 'CONTACT' },
    },
    { widget: 'takeDial' },
    {
      expect: 'OUTGOING_CALL_STARTED',
      data: {
        externalCallId: call,
        toNumber: erinsNumber,
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
          number: erinsNumber,
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
