import type { Scenario } from '../scenario.js';
import { call, engagement, callStarts, answeredAndHungUp } from '../scenario-steps.js';

export const updateFailed: Scenario = {
  name: 'update-failed',
  shows: 'HubSpot cannot write what the agent saved, and says so.',
  official: { passes: true, because: 'The SDK hands it to onUpdateEngagementFailed.' },
  faults: ['update-failed'],
  steps: [
    ...callStarts,
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    ...answeredAndHungUp,
    { widget: 'save', notes: 'To be kept.' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { expect: 'UPDATE_ENGAGEMENT_FAILED', from: 'host', data: { error: { message: { $any: 'string' } } } },
    { log: [{ body: '' }] },
  ],
};
