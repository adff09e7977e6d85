import type { Scenario } from '../scenario.js';
import { call, engagement, callStarts, answeredAndHungUp } from '../scenario-steps.js';

export const finalizeFailed: Scenario = {
  name: 'finalize-failed',
  shows: 'The help desk’s call cannot be closed.',
  official: { passes: true, because: 'The SDK hands it to onFinalizeEngagementFailed.' },
  faults: ['finalize-failed'],
  steps: [
    ...callStarts,
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    ...answeredAndHungUp,
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { widget: 'finalize' },
    { expect: 'FINALIZE_ENGAGEMENT', data: { engagementId: engagement } },
    { expect: 'FINALIZE_ENGAGEMENT_FAILED', from: 'host', data: { engagementId: engagement } },
    { log: [{ isCompleted: true, isFinalized: false }] },
  ],
};
