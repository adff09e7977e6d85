import type { Scenario } from '../scenario.js';
import { samCalls, answeredAndCompleted } from '../scenario-steps.js';

export const severalMatches: Scenario = {
  name: 'several-matches',
  shows: 'Every contact and company matches: nobody is chosen without the agent.',
  official: { passes: true, because: 'The app has to let the user choose.' },
  faults: ['several-matches'],
  steps: [
    ...samCalls,
    { expect: 'CALLER_ID_MATCH_SUCCEEDED', from: 'host', data: { callerIdMatches: { $length: 6 } } },
    { never: 'NAVIGATE_TO_RECORD' },
    ...answeredAndCompleted,
  ],
};
