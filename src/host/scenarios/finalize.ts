import type { Scenario } from '../scenario.js';
import { call, engagement, callIsAnswered, hungUpAndCompleted } from '../scenario-steps.js';

export const finalize: Scenario = {
  name: 'finalize',
  shows: 'A call of the help desk is closed after it was saved.',
  official: { passes: true, because: 'The app says finalizeEngagement.' },
  steps: [
    ...callIsAnswered,
    ...hungUpAndCompleted,
    { widget: 'finalize' },
    { expect: 'FINALIZE_ENGAGEMENT', data: { engagementId: engagement, externalCallId: call } },
    { expect: 'FINALIZE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { log: [{ isCompleted: true, isFinalized: true }] },
  ],
};
