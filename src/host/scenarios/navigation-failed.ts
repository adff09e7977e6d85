import type { Scenario } from '../scenario.js';
import { samCalls, answeredAndCompleted } from '../scenario-steps.js';

export const navigationFailed: Scenario = {
  name: 'navigation-failed',
  shows: 'The caller’s record cannot be opened: the call goes on ringing and is answered.',
  official: { passes: true, because: 'The SDK hands it to onNavigateToRecordFailed.' },
  faults: ['navigation-failed'],
  steps: [
    ...samCalls,
    { expect: 'CALLER_ID_MATCH_SUCCEEDED', from: 'host' },
    { widget: 'openRecord', objectId: 102, objectTypeId: '0-1' },
    { expect: 'NAVIGATE_TO_RECORD' },
    {
      expect: 'NAVIGATE_TO_RECORD_FAILED',
      from: 'host',
      data: { objectCoordinates: { objectId: 102, objectTypeId: '0-1' } },
    },
    ...answeredAndCompleted,
  ],
};
