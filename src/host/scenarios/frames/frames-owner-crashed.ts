import type { Scenario } from '../../scenario.js';
import { call, callIsAnswered, eachOnce, engagement } from '../../scenario-steps.js';

export const framesOwnerCrashed: Scenario = {
  name: 'frames-owner-crashed',
  shows:
    'No calling window: the tab that has the call crashes without a word, and another one goes on with it.',
  official: { passes: false, because: 'The SDK keeps no call: the app has to hand it over.' },
  frames: ['tab 1', 'tab 2'],
  steps: [
    ...callIsAnswered,
    { host: 'crash', in: 'tab 1' },
    { widget: 'hangUp', in: 'tab 2' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip', in: 'tab 2' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ isCompleted: true }] },
    ...eachOnce('OUTGOING_CALL_STARTED'),
  ],
};
