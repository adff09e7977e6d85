import type { Scenario } from '../scenario.js';
import { call, engagement, callIsAnswered } from '../scenario-steps.js';

export const hostRemount: Scenario = {
  name: 'host-remount',
  shows: 'The page around the widget starts anew during a call: the widget answers, and the call goes on.',
  official: { passes: false, because: 'The SDK answers SYNC once in its life; HubSpot loses the widget.' },
  faults: ['host-remount'],
  steps: [
    ...callIsAnswered,
    { expect: 'SYNC', from: 'host', data: { engagementId: engagement } },
    { expect: 'INITIALIZED' },
    { state: { connection: 'initialized' } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ isCompleted: true }] },
  ],
};
