import type { Scenario } from '../scenario.js';
import { callIsAnswered } from '../scenario-steps.js';

export const lostAcknowledgement: Scenario = {
  name: 'lost-acknowledgement',
  shows: 'The first answer to SYNC is lost: the widget answers another one.',
  official: { passes: false, because: 'The SDK answers SYNC once in its life; HubSpot waits for ever.' },
  faults: ['lost-acknowledgement'],
  steps: [...callIsAnswered],
};
