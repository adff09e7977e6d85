import type { Scenario } from '../scenario.js';
import { call, callStarts, answeredAndHungUp } from '../scenario-steps.js';

export const engagementFailed: Scenario = {
  name: 'engagement-failed',
  shows: 'HubSpot cannot make the engagement: the call goes on and is completed.',
  official: { passes: true, because: 'The SDK hands it to onCreateEngagementFailed.' },
  faults: ['engagement-failed'],
  steps: [
    ...callStarts,
    { expect: 'CREATE_ENGAGEMENT_FAILED', from: 'host', data: { error: { message: { $any: 'string' } } } },
    ...answeredAndHungUp,
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ engagement: 'failed', isCompleted: true }] },
  ],
};
