import type { Scenario } from '../scenario.js';
import { call, agentNumber } from '../scenario-steps.js';

export const inboundUnknown: Scenario = {
  name: 'inbound-unknown',
  shows: 'Somebody calls whom the CRM does not know: no record matches.',
  official: { passes: true, because: 'The list of matches is empty; the app has to bear that.' },
  steps: [
    { widget: 'receiveCall', from: '+12025550155', to: agentNumber },
    { expect: 'INCOMING_CALL', data: { externalCallId: call, fromNumber: '+12025550155' } },
    { expect: 'CALLER_ID_MATCH_SUCCEEDED', from: 'host', data: { callerIdMatches: { $length: 0 } } },
    { widget: 'answer' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ record: undefined, number: '+12025550155', isCompleted: true }] },
  ],
};
