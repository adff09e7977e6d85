import type { Scenario } from '../scenario.js';
import { call, engagement, erinsNumber, samsNumber, hungUpAndCompleted } from '../scenario-steps.js';

export const taskQueue: Scenario = {
  name: 'task-queue',
  shows: 'A queue of numbers: the next is dialled when the call before is completed.',
  official: { passes: true, because: 'The app has to complete each call, and start the next clean.' },
  steps: [
    { host: 'startQueue', records: [101, 102] },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call, toNumber: erinsNumber } },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    ...hungUpAndCompleted,
    { expect: 'DIAL_NUMBER', from: 'host', data: { phoneNumber: samsNumber } },
    { widget: 'takeDial' },
    {
      expect: 'OUTGOING_CALL_STARTED',
      data: { externalCallId: { $not: call }, toNumber: samsNumber },
    },
    { expect: 'CALL_ANSWERED', data: { externalCallId: { $as: 'second' } } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: { $as: 'second' } } },
    { widget: 'skip' },
    {
      expect: 'CALL_COMPLETED',
      data: { externalCallId: { $as: 'second' }, engagementId: { $not: engagement } },
    },
    {
      log: [
        { record: { objectId: 101 }, isCompleted: true },
        { record: { objectId: 102 }, isCompleted: true },
      ],
    },
  ],
};
