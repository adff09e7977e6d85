import type { Scenario } from '../scenario.js';
import { samCalls, answeredAndCompleted } from '../scenario-steps.js';

export const matchFailed: Scenario = {
  name: 'match-failed',
  shows: 'The search for the caller fails: the call is taken without a name.',
  official: { passes: true, because: 'The SDK hands it to onCallerIdMatchFailed.' },
  faults: ['match-failed'],
  steps: [
    ...samCalls,
    { expect: 'CALLER_ID_MATCH_FAILED', from: 'host', data: { error: { message: { $any: 'string' } } } },
    ...answeredAndCompleted,
  ],
};
