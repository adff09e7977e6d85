import type { Scenario } from '../scenario.js';
import { call } from '../scenario-steps.js';

export const outboundFarEndHangsUp: Scenario = {
  name: 'outbound-far-end-hangs-up',
  shows: 'The far end hangs up first.',
  official: { passes: true, because: 'The app says the end as it hears it of its phone.' },
  steps: [
    { host: 'dial', record: 102 },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'farEndHangsUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'COMPLETED', isCompleted: true }] },
  ],
};
