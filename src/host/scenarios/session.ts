/** Everything besides the course of one call: log-in, visibility, size, places, queues, transfer, help desk. */
import type { Scenario, ScenarioStep } from '../scenario.js';

const call = { $as: 'call' };
const engagement = { $as: 'engagement' };

/** A call is up. */
const connected: readonly ScenarioStep[] = [
  { host: 'dial', record: 101 },
  { widget: 'takeDial' },
  { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
  { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
  { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
];

/** It ends, and the agent is done with it. */
const finished: readonly ScenarioStep[] = [
  { widget: 'hangUp' },
  { expect: 'CALL_ENDED', data: { externalCallId: call } },
  { widget: 'skip' },
  { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
];

export const handshake: Scenario = {
  name: 'handshake',
  shows: 'SYNC, SYNC_ACK, INITIALIZED: what HubSpot tells, and what it hears first.',
  official: { passes: true, because: 'The SDK answers SYNC; the app says initialized.' },
  steps: [
    { host: 'reload' },
    {
      expect: 'SYNC',
      from: 'host',
      data: {
        portalId: { $any: 'number' },
        userId: { $any: 'number' },
        ownerId: { $any: 'number' },
        iframeLocation: 'widget',
        usesCallingWindow: false,
        engagementId: { $absent: true },
      },
    },
    { expect: 'INITIALIZED', data: { isLoggedIn: true } },
    { state: { connection: 'initialized', isLoggedIn: true, isAvailable: true } },
  ],
};

export const login: Scenario = {
  name: 'login',
  shows: 'Nobody is logged in: HubSpot alerts instead of dialling. After log-in it dials.',
  official: { passes: true, because: 'The app says userLoggedOut and userLoggedIn.' },
  steps: [
    { widget: 'logOut' },
    { expect: 'LOGGED_OUT' },
    { host: 'dial', record: 101, refused: 'logged-out' },
    { state: { alert: { $matches: 'not logged in' } } },
    { widget: 'logIn' },
    { expect: 'LOGGED_IN' },
    { state: { isLoggedIn: true, alert: { $absent: true } } },
    ...connected,
    ...finished,
    { log: [{ isCompleted: true }] },
  ],
};

export const availability: Scenario = {
  name: 'availability',
  shows: 'The agent takes no calls for a while.',
  official: { passes: true, because: 'The app says userUnavailable and userAvailable.' },
  steps: [
    { widget: 'goUnavailable' },
    { expect: 'USER_UNAVAILABLE' },
    { state: { isAvailable: false } },
    { widget: 'goAvailable' },
    { expect: 'USER_AVAILABLE' },
    { state: { isAvailable: true, isLoggedIn: true } },
  ],
};

export const endCall: Scenario = {
  name: 'end-call',
  shows: 'HubSpot asks to hang up.',
  official: { passes: true, because: 'The app has to hang up in onEndCall, which is not documented.' },
  steps: [
    ...connected,
    { host: 'endCall' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'COMPLETED', isCompleted: true }] },
    { says: 'CALL_ENDED', times: 1 },
  ],
};

export const visibility: Scenario = {
  name: 'visibility',
  shows: 'The user minimises the widget during a call and brings it back: the call goes on.',
  official: { passes: true, because: 'The SDK hands it to onVisibilityChanged.' },
  steps: [
    ...connected,
    { never: 'ERROR' },
    { host: 'minimise' },
    { expect: 'VISIBILITY_CHANGED', from: 'host', data: { isMinimized: true, isHidden: false } },
    { host: 'hide' },
    { expect: 'VISIBILITY_CHANGED', from: 'host', data: { isMinimized: false, isHidden: true } },
    { host: 'show' },
    { expect: 'VISIBILITY_CHANGED', from: 'host', data: { isMinimized: false, isHidden: false } },
    ...finished,
    { log: [{ status: 'COMPLETED', isCompleted: true }] },
  ],
};

export const finalize: Scenario = {
  name: 'finalize',
  shows: 'A call of the help desk is closed after it was saved.',
  official: { passes: true, because: 'The app says finalizeEngagement.' },
  steps: [
    ...connected,
    ...finished,
    { widget: 'finalize' },
    { expect: 'FINALIZE_ENGAGEMENT', data: { engagementId: engagement, externalCallId: call } },
    { expect: 'FINALIZE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { log: [{ isCompleted: true, isFinalized: true }] },
  ],
};

export const transfer: Scenario = {
  name: 'transfer',
  shows: 'The agent hands the call over: their part is done, nothing more is said of it.',
  official: {
    passes: true,
    because: 'The app says callTransferred, and neither callEnded nor callCompleted.',
  },
  steps: [
    ...connected,
    { never: 'CALL_ENDED' },
    { never: 'CALL_COMPLETED' },
    { widget: 'transfer', to: '+12025550102' },
    { expect: 'CALL_TRANSFERRED', data: { externalCallId: call } },
    { log: [{ phase: 'transferred', isGhost: false }] },
  ],
};

export const taskQueue: Scenario = {
  name: 'task-queue',
  shows: 'A queue of numbers: the next is dialled when the call before is completed.',
  official: { passes: true, because: 'The app has to complete each call, and start the next clean.' },
  steps: [
    { host: 'startQueue', records: [101, 102] },
    { widget: 'takeDial' },
    { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call, toNumber: '+12025550101' } },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    ...finished,
    { expect: 'DIAL_NUMBER', from: 'host', data: { phoneNumber: '+442079460958' } },
    { widget: 'takeDial' },
    {
      expect: 'OUTGOING_CALL_STARTED',
      data: { externalCallId: { $not: call }, toNumber: '+442079460958' },
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

export const requests: Scenario = {
  name: 'requests',
  shows: 'What a widget may ask at any time: another size, an alert, another address.',
  official: {
    passes: true,
    because: 'The app says resizeWidget, sendError and setWidgetUrl.',
  },
  steps: [
    { widget: 'resize', width: 360, height: 480 },
    { expect: 'RESIZE_WIDGET', data: { width: 360, height: 480 } },
    { state: { size: { width: 360, height: 480 } } },
    { widget: 'reportError', message: 'The line is out of order.' },
    { expect: 'ERROR', data: { message: 'The line is out of order.' } },
    { state: { alert: { $matches: 'The line is out of order' } } },
    { widget: 'tellUrl', url: 'https://phone.example/next' },
    { expect: 'SET_WIDGET_URL', data: { iFrameUrl: 'https://phone.example/next' } },
    { state: { widgetUrl: 'https://phone.example/next' } },
  ],
};

export const unknownMessage: Scenario = {
  name: 'unknown-message',
  shows: 'HubSpot says something that no widget knows: it is told so, and all goes on.',
  official: { passes: true, because: 'The SDK answers UNKNOWN_MESSAGE_TYPE and calls defaultEventHandler.' },
  steps: [
    { host: 'send', type: 'SOMETHING_NEW', data: { is: 'here' } },
    {
      expect: 'ERROR',
      data: { type: 'UNKNOWN_MESSAGE_TYPE', data: { originalMessage: { type: 'SOMETHING_NEW' } } },
    },
    ...connected,
    ...finished,
  ],
};

export const remotePlace: Scenario = {
  name: 'remote-place',
  shows: 'The widget stands in the navigation bar, without a calling window: it is told where it is.',
  official: { passes: true, because: 'The SDK hands iframeLocation to onReady.' },
  steps: [
    { host: 'place', place: { iframeLocation: 'remote', usesCallingWindow: false } },
    { expect: 'SYNC', from: 'host', data: { iframeLocation: 'remote', usesCallingWindow: false } },
    { state: { connection: 'initialized' } },
    { host: 'place', place: { iframeLocation: 'widget', usesCallingWindow: false } },
    { state: { connection: 'initialized' } },
    ...connected,
    ...finished,
  ],
};
