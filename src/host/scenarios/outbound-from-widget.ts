import type { Scenario } from '../scenario.js';
import { call, engagement } from '../scenario-steps.js';

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
