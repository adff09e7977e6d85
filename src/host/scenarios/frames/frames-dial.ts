import type { Scenario } from '../../scenario.js';
import { call, eachOnce, engagement, erinsNumber } from '../../scenario-steps.js';

export const framesDial: Scenario = {
  name: 'frames-dial',
  shows:
    'A number is pressed in a tab while there is a calling window: the tab is asked to dial, the window has the call.',
  official: { passes: true, because: 'The app has to hand the number over to its window.' },
  frames: ['window', 'tab 1', 'tab 2'],
  steps: [
    { host: 'dial', record: 101, in: 'tab 2' },
    { widget: 'takeDial', in: 'tab 2' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call, toNumber: erinsNumber }, in: 'window' },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement }, in: 'window' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call }, in: 'window' },
    { host: 'dial', record: 102, in: 'tab 1', refused: 'in-call' },
    { widget: 'hangUp', in: 'tab 1' },
    { expect: 'CALL_ENDED', data: { externalCallId: call }, in: 'window' },
    { widget: 'skip', in: 'tab 2' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement }, in: 'window' },
    { log: [{ record: { objectId: 101 }, isCompleted: true }] },
    ...eachOnce('OUTGOING_CALL_STARTED'),
  ],
};
