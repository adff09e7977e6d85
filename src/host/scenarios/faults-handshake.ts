/** The handshake goes wrong, or happens again. */
import type { Scenario, ScenarioStep } from '../scenario.js';

const call = { $as: 'call' };
const engagement = { $as: 'engagement' };

const connected: readonly ScenarioStep[] = [
  { host: 'dial', record: 101 },
  { widget: 'takeDial' },
  { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
  { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
  { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
];

export const slowAcknowledgement: Scenario = {
  name: 'slow-acknowledgement',
  shows: 'The answer to SYNC takes so long that SYNC comes again: the widget can be used all the same.',
  official: { passes: true, because: 'The SDK answers the first SYNC, and that answer arrives.' },
  faults: ['slow-acknowledgement'],
  steps: [...connected, { says: 'OUTGOING_CALL_STARTED', times: 1 }],
};

export const lostAcknowledgement: Scenario = {
  name: 'lost-acknowledgement',
  shows: 'The first answer to SYNC is lost: the widget answers another one.',
  official: { passes: false, because: 'The SDK answers SYNC once in its life; HubSpot waits for ever.' },
  faults: ['lost-acknowledgement'],
  steps: [...connected],
};

export const hostRemount: Scenario = {
  name: 'host-remount',
  shows: 'The page around the widget starts anew during a call: the widget answers, and the call goes on.',
  official: { passes: false, because: 'The SDK answers SYNC once in its life; HubSpot loses the widget.' },
  faults: ['host-remount'],
  steps: [
    ...connected,
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

export const reloadInCall: Scenario = {
  name: 'reload-in-call',
  shows:
    'The page is loaded anew during a call: the widget is told the engagement, knows the call again and ends it.',
  official: { passes: true, because: 'The app has to find the call again by the engagementId of onReady.' },
  faults: ['reload-in-call'],
  steps: [
    ...connected,
    { expect: 'SYNC', from: 'host', data: { engagementId: engagement } },
    { expect: 'INITIALIZED', data: { engagementId: engagement } },
    { state: { connection: 'initialized' } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ engagementId: engagement, status: 'COMPLETED', isCompleted: true }] },
    { says: 'OUTGOING_CALL_STARTED', times: 1 },
    { says: 'CALL_ANSWERED', times: 1 },
  ],
};
