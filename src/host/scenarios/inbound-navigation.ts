import type { Scenario } from '../scenario.js';
import { call, engagement, agentNumber, samsNumber } from '../scenario-steps.js';

export const inboundNavigation: Scenario = {
  name: 'inbound-navigation',
  shows:
    'The caller’s record is opened while it rings: the page is loaded anew, and the same call rings again.',
  official: { passes: true, because: 'The app has to find the call again by the engagementId of onReady.' },
  steps: [
    { widget: 'receiveCall', from: samsNumber, to: agentNumber },
    { expect: 'INCOMING_CALL', data: { externalCallId: call } },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALLER_ID_MATCH_SUCCEEDED', from: 'host' },
    { widget: 'openRecord', objectId: 102, objectTypeId: '0-1' },
    {
      expect: 'NAVIGATE_TO_RECORD',
      data: { objectCoordinates: { objectId: 102, objectTypeId: '0-1', portalId: { $any: 'number' } } },
    },
    { state: { record: { objectId: 102 } } },
    { expect: 'SYNC', from: 'host', data: { engagementId: engagement } },
    { expect: 'INITIALIZED', data: { engagementId: engagement } },
    { widget: 'answer' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ engagementId: engagement, status: 'COMPLETED', isCompleted: true }] },
    { says: 'INCOMING_CALL', times: 1 },
  ],
};
