import type { Scenario } from '../scenario.js';
import { call, engagement, erinsNumber, hungUpAndCompleted, samsNumber } from '../scenario-steps.js';

export const noNextDial: Scenario = {
  name: 'no-next-dial',
  shows: 'A queue whose next number may come only when the user closes the widget: it is dialled once.',
  official: { passes: true, because: 'The app has to complete each call, and dial what onDialNumber tells.' },
  faults: ['no-next-dial'],
  steps: [
    { host: 'startQueue', records: [101, 102] },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call, toNumber: erinsNumber } },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    ...hungUpAndCompleted,
    // A widget that was hidden is shown again, without a number.
    { state: { visibility: { isHidden: false } } },
    { host: 'hide' },
    { expect: 'DIAL_NUMBER', from: 'host', data: { phoneNumber: samsNumber } },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: { $not: call }, toNumber: samsNumber } },
    { state: { queue: [], isQueueHeld: false } },
    { says: 'OUTGOING_CALL_STARTED', times: 2 },
  ],
};
