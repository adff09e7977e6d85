import type { Scenario } from '../scenario.js';
import { call, agentNumber, samsNumber } from '../scenario-steps.js';

export const inboundDeclined: Scenario = {
  name: 'inbound-declined',
  shows: 'The agent declines: rejected, and completed.',
  official: { passes: true, because: 'The app says REJECTED, then callCompleted.' },
  steps: [
    { widget: 'receiveCall', from: samsNumber, to: agentNumber },
    { expect: 'INCOMING_CALL', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { widget: 'decline' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'REJECTED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'REJECTED', isCompleted: true }] },
  ],
};
