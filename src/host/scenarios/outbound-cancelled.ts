import type { Scenario } from '../scenario.js';
import { call } from '../scenario-steps.js';

export const outboundCancelled: Scenario = {
  name: 'outbound-cancelled',
  shows: 'The agent gives up before anybody answers: canceled, not completed as if there had been talk.',
  official: { passes: true, because: 'The app has to tell apart whether the call was answered.' },
  steps: [
    { widget: 'farEnd', does: 'keeps ringing' },
    { host: 'dial', record: 101 },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'CANCELED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'CANCELED', duration: 0, isCompleted: true }] },
  ],
};
