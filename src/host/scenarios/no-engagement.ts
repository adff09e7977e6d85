import type { Scenario } from '../scenario.js';
import { call, callStarts, answeredAndHungUp } from '../scenario-steps.js';

export const noEngagement: Scenario = {
  name: 'no-engagement',
  shows: 'HubSpot never makes the engagement: the call is completed all the same, with its notes.',
  official: { passes: true, because: 'The app has to stop waiting after a while.' },
  faults: ['no-engagement'],
  steps: [
    ...callStarts,
    ...answeredAndHungUp,
    { widget: 'save', notes: 'Not to be lost.' },
    {
      expect: 'CALL_COMPLETED',
      data: { externalCallId: call, engagementProperties: { hs_call_body: { $matches: 'Not to be lost' } } },
      withinMs: 15_000,
    },
    { log: [{ isCompleted: true }] },
  ],
};
