import type { Scenario } from '../scenario.js';
import { call, engagement, agentNumber, samsNumber } from '../scenario-steps.js';

export const inboundKnown: Scenario = {
  name: 'inbound-known',
  shows: 'A contact calls, and is answered: one record matches.',
  official: { passes: true, because: 'The app says incomingCall and hears the match.' },
  steps: [
    { widget: 'receiveCall', from: samsNumber, to: agentNumber },
    {
      expect: 'INCOMING_CALL',
      data: { externalCallId: call, fromNumber: samsNumber, toNumber: agentNumber, createEngagement: true },
    },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    {
      expect: 'CALLER_ID_MATCH_SUCCEEDED',
      from: 'host',
      data: {
        callerIdMatches: [
          {
            callerIdType: 'CONTACT',
            firstName: 'Sam',
            lastName: 'Sample',
            email: 'sam@example.org',
            objectCoordinates: { objectId: 102, objectTypeId: '0-1', portalId: { $any: 'number' } },
          },
        ],
      },
    },
    { widget: 'answer' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'save', notes: 'Called back.' },
    {
      expect: 'CALL_COMPLETED',
      data: { engagementId: engagement, engagementProperties: { hs_call_direction: 'INBOUND' } },
    },
    {
      log: [{ direction: 'INBOUND', number: samsNumber, record: { objectId: 102 }, isCompleted: true }],
    },
  ],
};
