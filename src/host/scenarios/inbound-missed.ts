import type { Scenario } from '../scenario.js';
import { call, agentNumber, samsNumber } from '../scenario-steps.js';

export const inboundMissed: Scenario = {
  name: 'inbound-missed',
  shows: 'The caller gives up: missed, and completed so that no ghost stays in the log.',
  official: { passes: true, because: 'The app says MISSED, then callCompleted.' },
  steps: [
    { widget: 'receiveCall', from: samsNumber, to: agentNumber },
    { expect: 'INCOMING_CALL', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { widget: 'callerGivesUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'MISSED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'MISSED', duration: 0, isCompleted: true }] },
  ],
};
