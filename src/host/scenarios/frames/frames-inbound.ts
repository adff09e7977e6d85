import type { Scenario } from '../../scenario.js';
import { agentNumber, call, eachOnce, engagement, samsNumber } from '../../scenario-steps.js';

export const framesInbound: Scenario = {
  name: 'frames-inbound',
  shows:
    'Two tabs and a calling window: one call comes, is answered in a tab, ended in the other, saved in the window.',
  official: {
    passes: true,
    because: 'The app has to broadcast between its frames, and only the window may speak.',
  },
  frames: ['window', 'tab 1', 'tab 2'],
  steps: [
    { widget: 'receiveCall', from: samsNumber, to: agentNumber, in: 'window' },
    { expect: 'INCOMING_CALL', data: { externalCallId: call, fromNumber: samsNumber }, in: 'window' },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement }, in: 'window' },
    { widget: 'answer', in: 'tab 2' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call }, in: 'window' },
    { widget: 'hangUp', in: 'tab 1' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' }, in: 'window' },
    { widget: 'save', notes: 'Called back.', in: 'window' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement }, in: 'window' },
    { log: [{ direction: 'INBOUND', number: samsNumber, body: 'Called back.', isCompleted: true }] },
    ...eachOnce('INCOMING_CALL'),
  ],
};
