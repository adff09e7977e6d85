import type { Scenario } from '../scenario.js';
import { call, engagement, callStarts, answeredAndHungUp } from '../scenario-steps.js';

export const lateEngagement: Scenario = {
  name: 'late-engagement',
  shows: 'The engagement comes after the call has ended: completion waits for it.',
  official: { passes: true, because: 'The app has to wait for the id before callCompleted.' },
  faults: ['late-engagement'],
  steps: [
    ...callStarts,
    ...answeredAndHungUp,
    { widget: 'save', notes: 'Short.' },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ engagementId: engagement, isCompleted: true, body: { $matches: 'Short' } }] },
    { says: 'CALL_COMPLETED', times: 1 },
  ],
};
