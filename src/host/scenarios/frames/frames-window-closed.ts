import type { Scenario } from '../../scenario.js';
import { call, callIsAnswered, eachOnce, engagement } from '../../scenario-steps.js';

export const framesWindowClosed: Scenario = {
  name: 'frames-window-closed',
  shows: 'The calling window is closed in a call, and opened again: it goes on with the call.',
  official: { passes: false, because: 'The SDK keeps no call: the app has to store it.' },
  frames: ['window', 'tab 1'],
  steps: [
    ...callIsAnswered,
    { host: 'close', in: 'window' },
    { host: 'open', in: 'window' },
    { widget: 'hangUp', in: 'tab 1' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip', in: 'window' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ isCompleted: true }] },
    ...eachOnce('OUTGOING_CALL_STARTED'),
  ],
};
