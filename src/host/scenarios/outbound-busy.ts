import type { Scenario } from '../scenario.js';
import { call } from '../scenario-steps.js';

export const outboundBusy: Scenario = {
  name: 'outbound-busy',
  shows: 'A busy number: ended without an answer, and still completed.',
  official: { passes: true, because: 'The app says BUSY as it hears it of its phone.' },
  steps: [
    { widget: 'farEnd', does: 'is busy' },
    { host: 'dial', record: 101 },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'BUSY' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'BUSY', duration: 0, isCompleted: true }] },
  ],
};
