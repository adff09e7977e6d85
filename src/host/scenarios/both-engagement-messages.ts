import type { Scenario } from '../scenario.js';
import { oneCallToErin } from '../scenario-steps.js';

export const bothEngagementMessages: Scenario = {
  name: 'both-engagement-messages',
  shows: 'The engagement is announced by its old and its new message: it is one engagement.',
  official: { passes: true, because: 'The app must not count the two.' },
  faults: ['both-engagement-messages'],
  steps: [
    { host: 'dial', record: 101 },
    ...oneCallToErin,
    { expect: 'ENGAGEMENT_CREATED', from: 'host', data: { engagementId: { $as: 'engagement' } } },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: { $as: 'engagement' } } },
  ],
};
