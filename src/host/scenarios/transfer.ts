import type { Scenario } from '../scenario.js';
import { call, callIsAnswered } from '../scenario-steps.js';

export const transfer: Scenario = {
  name: 'transfer',
  shows: 'The agent hands the call over: their part is done, nothing more is said of it.',
  official: {
    passes: true,
    because: 'The app says callTransferred, and neither callEnded nor callCompleted.',
  },
  steps: [
    ...callIsAnswered,
    { never: 'CALL_ENDED' },
    { never: 'CALL_COMPLETED' },
    { widget: 'transfer', to: '+12025550102' },
    { expect: 'CALL_TRANSFERRED', data: { externalCallId: call } },
    { log: [{ phase: 'transferred', isGhost: false }] },
  ],
};
