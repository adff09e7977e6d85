import type { Scenario } from '../scenario.js';
import { call, engagement, callIsAnswered } from '../scenario-steps.js';

export const reloadInCall: Scenario = {
  name: 'reload-in-call',
  shows:
    'The page is loaded anew during a call: the widget is told the engagement, knows the call again and ends it.',
  official: { passes: true, because: 'The app has to find the call again by the engagementId of onReady.' },
  faults: ['reload-in-call'],
  steps: [
    ...callIsAnswered,
    { expect: 'SYNC', from: 'host', data: { engagementId: engagement } },
    { expect: 'INITIALIZED', data: { engagementId: engagement } },
    { state: { connection: 'initialized' } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ engagementId: engagement, status: 'COMPLETED', isCompleted: true }] },
    { says: 'OUTGOING_CALL_STARTED', times: 1 },
    { says: 'CALL_ANSWERED', times: 1 },
  ],
};
