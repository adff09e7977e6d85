/** HubSpot's own work goes wrong: engagements, matches, records. */
import type { Scenario, ScenarioStep } from '../scenario.js';

const call = { $as: 'call' };
const engagement = { $as: 'engagement' };
const ours = '+12025550160';

const started: readonly ScenarioStep[] = [
  { host: 'dial', record: 101 },
  { widget: 'takeDial' },
  { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
];

const answered: readonly ScenarioStep[] = [
  { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
  { widget: 'hangUp' },
  { expect: 'CALL_ENDED', data: { externalCallId: call } },
];

const rung: readonly ScenarioStep[] = [
  { widget: 'receiveCall', from: '+442079460958', to: ours },
  { expect: 'INCOMING_CALL', data: { externalCallId: call } },
];

const talkedAfterRinging: readonly ScenarioStep[] = [
  { widget: 'answer' },
  ...answered,
  { widget: 'skip' },
  { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
  { log: [{ isCompleted: true }] },
];

export const noEngagement: Scenario = {
  name: 'no-engagement',
  shows: 'HubSpot never makes the engagement: the call is completed all the same, with its notes.',
  official: { passes: true, because: 'The app has to stop waiting after a while.' },
  faults: ['no-engagement'],
  steps: [
    ...started,
    ...answered,
    { widget: 'save', notes: 'Not to be lost.' },
    {
      expect: 'CALL_COMPLETED',
      data: { externalCallId: call, engagementProperties: { hs_call_body: { $matches: 'Not to be lost' } } },
      within: 15_000,
    },
    { log: [{ isCompleted: true }] },
  ],
};

export const lateEngagement: Scenario = {
  name: 'late-engagement',
  shows: 'The engagement comes after the call has ended: completion waits for it.',
  official: { passes: true, because: 'The app has to wait for the id before callCompleted.' },
  faults: ['late-engagement'],
  steps: [
    ...started,
    ...answered,
    { widget: 'save', notes: 'Short.' },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ engagementId: engagement, isCompleted: true, body: { $matches: 'Short' } }] },
    { says: 'CALL_COMPLETED', times: 1 },
  ],
};

export const engagementFailed: Scenario = {
  name: 'engagement-failed',
  shows: 'HubSpot cannot make the engagement: the call goes on and is completed.',
  official: { passes: true, because: 'The SDK hands it to onCreateEngagementFailed.' },
  faults: ['engagement-failed'],
  steps: [
    ...started,
    { expect: 'CREATE_ENGAGEMENT_FAILED', from: 'host', data: { error: { message: { $any: 'string' } } } },
    ...answered,
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ engagement: 'failed', isCompleted: true }] },
  ],
};

export const updateFailed: Scenario = {
  name: 'update-failed',
  shows: 'HubSpot cannot write what the agent saved, and says so.',
  official: { passes: true, because: 'The SDK hands it to onUpdateEngagementFailed.' },
  faults: ['update-failed'],
  steps: [
    ...started,
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    ...answered,
    { widget: 'save', notes: 'To be kept.' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { expect: 'UPDATE_ENGAGEMENT_FAILED', from: 'host', data: { error: { message: { $any: 'string' } } } },
    { log: [{ body: '' }] },
  ],
};

export const matchFailed: Scenario = {
  name: 'match-failed',
  shows: 'The search for the caller fails: the call is taken without a name.',
  official: { passes: true, because: 'The SDK hands it to onCallerIdMatchFailed.' },
  faults: ['match-failed'],
  steps: [
    ...rung,
    { expect: 'CALLER_ID_MATCH_FAILED', from: 'host', data: { error: { message: { $any: 'string' } } } },
    ...talkedAfterRinging,
  ],
};

export const severalMatches: Scenario = {
  name: 'several-matches',
  shows: 'Every contact and company matches: nobody is chosen without the agent.',
  official: { passes: true, because: 'The app has to let the user choose.' },
  faults: ['several-matches'],
  steps: [
    ...rung,
    { expect: 'CALLER_ID_MATCH_SUCCEEDED', from: 'host', data: { callerIdMatches: { $length: 6 } } },
    { never: 'NAVIGATE_TO_RECORD' },
    ...talkedAfterRinging,
  ],
};

export const navigationFailed: Scenario = {
  name: 'navigation-failed',
  shows: 'The caller’s record cannot be opened: the call goes on ringing and is answered.',
  official: { passes: true, because: 'The SDK hands it to onNavigateToRecordFailed.' },
  faults: ['navigation-failed'],
  steps: [
    ...rung,
    { expect: 'CALLER_ID_MATCH_SUCCEEDED', from: 'host' },
    { widget: 'openRecord', objectId: 102, objectTypeId: '0-1' },
    { expect: 'NAVIGATE_TO_RECORD' },
    {
      expect: 'NAVIGATE_TO_RECORD_FAILED',
      from: 'host',
      data: { objectCoordinates: { objectId: 102, objectTypeId: '0-1' } },
    },
    ...talkedAfterRinging,
  ],
};

export const finalizeFailed: Scenario = {
  name: 'finalize-failed',
  shows: 'The help desk’s call cannot be closed.',
  official: { passes: true, because: 'The SDK hands it to onFinalizeEngagementFailed.' },
  faults: ['finalize-failed'],
  steps: [
    ...started,
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    ...answered,
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { widget: 'finalize' },
    { expect: 'FINALIZE_ENGAGEMENT', data: { engagementId: engagement } },
    { expect: 'FINALIZE_ENGAGEMENT_FAILED', from: 'host', data: { engagementId: engagement } },
    { log: [{ isCompleted: true, isFinalized: false }] },
  ],
};

export const widgetUrlFailed: Scenario = {
  name: 'widget-url-failed',
  shows: 'HubSpot cannot use the widget’s new address: it stays where it is and works.',
  official: { passes: true, because: 'The SDK hands it to onSetWidgetUrlFailed.' },
  faults: ['widget-url-failed'],
  steps: [
    { widget: 'tellUrl', url: 'https://phone.example/next' },
    { expect: 'SET_WIDGET_URL' },
    { expect: 'SET_WIDGET_URL_FAILED', from: 'host' },
    ...started,
    ...answered,
  ],
};
