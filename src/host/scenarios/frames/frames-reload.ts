import type { Scenario } from '../../scenario.js';
import { call, callIsAnswered, eachOnce, engagement } from '../../scenario-steps.js';

export const framesReload: Scenario = {
  name: 'frames-reload',
  shows: 'A tab without the call is loaded anew during it: nothing is said twice, and the call goes on.',
  official: {
    passes: true,
    because: 'The app has to broadcast between its frames, and only the window may speak.',
  },
  frames: ['window', 'tab 1', 'tab 2'],
  steps: [
    ...callIsAnswered,
    { host: 'reload', in: 'tab 1' },
    { expect: 'SYNC_ACK', in: 'tab 1' },
    { widget: 'hangUp', in: 'window' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip', in: 'window' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ isCompleted: true }] },
    ...eachOnce('OUTGOING_CALL_STARTED'),
  ],
};
