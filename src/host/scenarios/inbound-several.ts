import type { Scenario } from '../scenario.js';
import { call, agentNumber } from '../scenario-steps.js';

export const inboundSeveral: Scenario = {
  name: 'inbound-several',
  shows: 'A number that a contact and a company share: the choice is the agent’s.',
  official: { passes: true, because: 'The app has to let the user choose.' },
  steps: [
    { widget: 'receiveCall', from: '+12025550170', to: agentNumber },
    { expect: 'INCOMING_CALL', data: { externalCallId: call } },
    {
      expect: 'CALLER_ID_MATCH_SUCCEEDED',
      from: 'host',
      data: {
        callerIdMatches: [
          { callerIdType: 'CONTACT', firstName: 'Bo' },
          {
            callerIdType: 'COMPANY',
            name: 'Example Instruments',
            objectCoordinates: { objectTypeId: '0-2' },
          },
        ],
      },
    },
    { widget: 'answer' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { never: 'NAVIGATE_TO_RECORD' },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ isCompleted: true }] },
  ],
};
