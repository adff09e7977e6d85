import type { Scenario } from '../scenario.js';
import { call } from '../scenario-steps.js';

export const outboundNoAnswer: Scenario = {
  name: 'outbound-no-answer',
  shows: 'Nobody answers until the network gives up.',
  official: { passes: true, because: 'The app says NO_ANSWER as it hears it of its phone.' },
  steps: [
    { widget: 'farEnd', does: 'does not answer' },
    { host: 'dial', record: 101 },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'NO_ANSWER' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'NO_ANSWER', isCompleted: true }] },
  ],
};
