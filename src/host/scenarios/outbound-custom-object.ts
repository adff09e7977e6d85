import type { Scenario } from '../scenario.js';
import { call, engagement } from '../scenario-steps.js';

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
