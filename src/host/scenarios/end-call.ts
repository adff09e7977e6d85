import type { Scenario } from '../scenario.js';
import { call, callIsAnswered } from '../scenario-steps.js';

export const endCall: Scenario = {
  name: 'end-call',
  shows: 'HubSpot asks to hang up.',
  official: { passes: true, because: 'The app has to hang up in onEndCall, which is not documented.' },
  steps: [
    ...callIsAnswered,
    { host: 'endCall' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'COMPLETED', isCompleted: true }] },
    { says: 'CALL_ENDED', times: 1 },
  ],
};
