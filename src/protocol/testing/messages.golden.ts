/**
 * The golden picture of the protocol: what every message looked like when somebody last agreed to a change. A change of
 * `messages.ts` that shows in it has to be made here too, so that nobody makes it by accident. `messages.test.ts`
 * compares the two and prints what to write; other tests take their examples from here.
 */
import type { MessageInput, MessageRecord, MessageType } from '../messages.js';
import type { EventName, HandlerName } from '../names.js';

/** What a message looks like. */
export interface Picture<T extends MessageType = MessageType> {
  /** Who receives it. */
  readonly to: 'host' | 'widget' | 'both';
  /** Its DOM event. */
  readonly event: EventName<T>;
  /** The official SDK's handler for it. */
  readonly handler: HandlerName<T>;
  readonly perCall?: true;
  readonly state?: NonNullable<MessageRecord['state']>;
  readonly unofficial?: true;
  /** An example of its payload, as it may be sent. */
  readonly sent: MessageInput<T>;
  /** The example as an app is given it. Default: as it was sent. */
  readonly read?: unknown;
}

const number = '+12025550001';
const objectCoordinates = { portalId: 1, objectId: 2, objectTypeId: '0-1' };
const withTextId = { ...objectCoordinates, objectId: '2' } as const;
const failure = { error: { message: 'No' } };
const reference = { externalCallId: 'c' };
const engagement = { engagementId: 9, externalCallId: 'c' };

/** One picture of each message. The compiler names a message that is missing. */
export const golden: { readonly [T in MessageType]: Picture<T> } = {
  INITIALIZED: {
    to: 'host',
    event: 'hs-initialized',
    handler: 'onInitialized',
    state: 'session',
    sent: {
      isLoggedIn: true,
      isAvailable: false,
      sizeInfo: { width: 400, height: 600 },
      engagementId: '5',
    },
    read: {
      isLoggedIn: true,
      isAvailable: false,
      sizeInfo: { width: 400, height: 600 },
      engagementId: 5,
    },
  },
  LOGGED_IN: {
    to: 'host',
    event: 'hs-logged-in',
    handler: 'onLoggedIn',
    state: 'login',
    sent: undefined,
  },
  LOGGED_OUT: {
    to: 'host',
    event: 'hs-logged-out',
    handler: 'onLoggedOut',
    state: 'login',
    sent: undefined,
  },
  USER_AVAILABLE: {
    to: 'host',
    event: 'hs-user-available',
    handler: 'onUserAvailable',
    state: 'availability',
    sent: undefined,
  },
  USER_UNAVAILABLE: {
    to: 'host',
    event: 'hs-user-unavailable',
    handler: 'onUserUnavailable',
    state: 'availability',
    sent: { any: 'thing' },
  },
  OUTGOING_CALL_STARTED: {
    to: 'host',
    event: 'hs-outgoing-call-started',
    handler: 'onOutgoingCallStarted',
    perCall: true,
    sent: {
      externalCallId: 'c',
      toNumber: number,
      fromNumber: '+1',
      callStartTime: '7',
      createEngagement: true,
      phoneNumber: null,
    },
    read: {
      externalCallId: 'c',
      toNumber: number,
      fromNumber: '+1',
      callStartTime: 7,
      createEngagement: true,
      phoneNumber: undefined,
    },
  },
  INCOMING_CALL: {
    to: 'host',
    event: 'hs-incoming-call',
    handler: 'onIncomingCall',
    perCall: true,
    sent: {
      externalCallId: 'c',
      fromNumber: number,
      toNumber: '+1',
      callStartTime: '7',
      createEngagement: true,
    },
    read: {
      externalCallId: 'c',
      fromNumber: number,
      toNumber: '+1',
      callStartTime: 7,
      createEngagement: true,
    },
  },
  CALL_ANSWERED: {
    to: 'host',
    event: 'hs-call-answered',
    handler: 'onCallAnswered',
    perCall: true,
    sent: reference,
  },
  CALL_TRANSFERRED: {
    to: 'host',
    event: 'hs-call-transferred',
    handler: 'onCallTransferred',
    perCall: true,
    sent: undefined,
    read: {},
  },
  CALL_DATA: {
    to: 'host',
    event: 'hs-call-data',
    handler: 'onCallData',
    sent: [1, 'two', { three: 3 }],
  },
  CALL_ENDED: {
    to: 'host',
    event: 'hs-call-ended',
    handler: 'onCallEnded',
    perCall: true,
    sent: { externalCallId: 'c', engagementId: '9', callEndStatus: 'NO_ANSWER' },
    read: { externalCallId: 'c', engagementId: 9, callEndStatus: 'NO_ANSWER' },
  },
  CALL_COMPLETED: {
    to: 'host',
    event: 'hs-call-completed',
    handler: 'onCallCompleted',
    perCall: true,
    sent: {
      ...engagement,
      hideWidget: false,
      engagementProperties: { hs_call_body: 'Notes', hs_call_duration: 1000, own: true },
    },
    read: {
      ...engagement,
      hideWidget: false,
      engagementProperties: { hs_call_body: 'Notes', hs_call_duration: '1000', own: 'true' },
    },
  },
  FINALIZE_ENGAGEMENT: {
    to: 'host',
    event: 'hs-finalize-engagement',
    handler: 'onFinalizeEngagement',
    perCall: true,
    sent: engagement,
  },
  PUBLISH_TO_CHANNEL: {
    to: 'host',
    event: 'hs-publish-to-channel',
    handler: 'onPublishToChannel',
    perCall: true,
    sent: engagement,
  },
  NAVIGATE_TO_RECORD: {
    to: 'host',
    event: 'hs-navigate-to-record',
    handler: 'onNavigateToRecord',
    sent: { objectCoordinates: withTextId, engagementId: 9, openIn: 'NEW_TAB' },
    read: { objectCoordinates, engagementId: 9, openIn: 'NEW_TAB' },
  },
  RESIZE_WIDGET: {
    to: 'host',
    event: 'hs-resize-widget',
    handler: 'onResizeWidget',
    state: 'size',
    sent: { width: 400, height: '600' },
    read: { width: 400, height: 600 },
  },
  SET_WIDGET_URL: {
    to: 'host',
    event: 'hs-set-widget-url',
    handler: 'onSetWidgetUrl',
    state: 'url',
    sent: { iFrameUrl: 'https://phone.example' },
  },
  ERROR: {
    to: 'both',
    event: 'hs-error',
    handler: 'onError',
    sent: { message: 'No microphone', type: 'UNKNOWN_MESSAGE_TYPE' },
  },
  DIAL_NUMBER: {
    to: 'widget',
    event: 'hs-dial-number',
    handler: 'onDialNumber',
    sent: {
      phone_number: number,
      countryCode: 'US',
      calleeInfo: { calleeId: '3', calleeObjectTypeId: '0-1' },
      objectId: 0,
      objectType: null,
      ownerId: '7',
      portalId: 62515,
      subjectId: 1,
      startTimestamp: 1_700_000_000_000,
      toPhoneNumberSrc: 'phone',
      threadId: 'T-1',
      fromTheFuture: { deep: [1] },
    },
    read: {
      phone_number: number,
      phoneNumber: number,
      countryCode: 'US',
      calleeInfo: { calleeId: 3, calleeObjectTypeId: '0-1' },
      objectId: 0,
      objectType: undefined,
      ownerId: 7,
      portalId: 62515,
      subjectId: 1,
      startTimestamp: 1_700_000_000_000,
      toPhoneNumberSrc: 'phone',
      threadId: 'T-1',
      fromTheFuture: { deep: [1] },
    },
  },
  CREATE_ENGAGEMENT_SUCCEEDED: {
    to: 'widget',
    event: 'hs-create-engagement-succeeded',
    handler: 'onCreateEngagementSucceeded',
    sent: { engagementId: '123' },
    read: { engagementId: 123 },
  },
  ENGAGEMENT_CREATED: {
    to: 'widget',
    event: 'hs-engagement-created',
    handler: 'onEngagementCreated',
    sent: engagement,
  },
  CREATE_ENGAGEMENT_FAILED: {
    to: 'widget',
    event: 'hs-create-engagement-failed',
    handler: 'onCreateEngagementFailed',
    sent: failure,
  },
  UPDATE_ENGAGEMENT_SUCCEEDED: {
    to: 'widget',
    event: 'hs-update-engagement-succeeded',
    handler: 'onUpdateEngagementSucceeded',
    sent: { engagementId: '7' },
    read: { engagementId: 7 },
  },
  UPDATE_ENGAGEMENT_FAILED: {
    to: 'widget',
    event: 'hs-update-engagement-failed',
    handler: 'onUpdateEngagementFailed',
    sent: failure,
  },
  CALLER_ID_MATCH_SUCCEEDED: {
    to: 'widget',
    event: 'hs-caller-id-match-succeeded',
    handler: 'onCallerIdMatchSucceeded',
    sent: {
      callerIdMatches: [
        { callerIdType: 'CONTACT', objectCoordinates: withTextId, firstName: 'Erin', email: 'e@x.example' },
        { callerIdType: 'COMPANY', objectCoordinates, name: 'Acme' },
      ],
      externalCallId: 'c',
      callId: 7,
    },
    read: {
      callerIdMatches: [
        { callerIdType: 'CONTACT', objectCoordinates, firstName: 'Erin', email: 'e@x.example' },
        { callerIdType: 'COMPANY', objectCoordinates, name: 'Acme' },
      ],
      externalCallId: 'c',
      callId: 7,
    },
  },
  CALLER_ID_MATCH_FAILED: {
    to: 'widget',
    event: 'hs-caller-id-match-failed',
    handler: 'onCallerIdMatchFailed',
    sent: failure,
  },
  NAVIGATE_TO_RECORD_FAILED: {
    to: 'widget',
    event: 'hs-navigate-to-record-failed',
    handler: 'onNavigateToRecordFailed',
    sent: { engagementId: '7', objectCoordinates },
    read: { engagementId: 7, objectCoordinates },
  },
  PUBLISH_TO_CHANNEL_SUCCEEDED: {
    to: 'widget',
    event: 'hs-publish-to-channel-succeeded',
    handler: 'onPublishToChannelSucceeded',
    sent: engagement,
  },
  PUBLISH_TO_CHANNEL_FAILED: {
    to: 'widget',
    event: 'hs-publish-to-channel-failed',
    handler: 'onPublishToChannelFailed',
    sent: { engagementId: '7' },
    read: { engagementId: 7 },
  },
  FINALIZE_ENGAGEMENT_SUCCEEDED: {
    to: 'widget',
    event: 'hs-finalize-engagement-succeeded',
    handler: 'onFinalizeEngagementSucceeded',
    sent: engagement,
  },
  FINALIZE_ENGAGEMENT_FAILED: {
    to: 'widget',
    event: 'hs-finalize-engagement-failed',
    handler: 'onFinalizeEngagementFailed',
    sent: { engagementId: '7' },
    read: { engagementId: 7 },
  },
  VISIBILITY_CHANGED: {
    to: 'widget',
    event: 'hs-visibility-changed',
    handler: 'onVisibilityChanged',
    sent: { isMinimized: true, isHidden: false },
  },
  END_CALL: {
    to: 'widget',
    event: 'hs-end-call',
    handler: 'onEndCall',
    sent: { anything: [1] },
  },
  SET_CALL_STATE: {
    to: 'widget',
    event: 'hs-set-call-state',
    handler: 'onSetCallState',
    sent: { anything: [1] },
  },
  INITIATE_CALL_ID_SUCCEEDED: {
    to: 'widget',
    event: 'hs-initiate-call-id-succeeded',
    handler: 'onInitiateCallIdSucceeded',
    sent: { anything: [1] },
  },
  INITIATE_CALL_ID_FAILED: {
    to: 'widget',
    event: 'hs-initiate-call-id-failed',
    handler: 'onInitiateCallIdFailed',
    sent: failure,
  },
  SET_WIDGET_URL_FAILED: {
    to: 'widget',
    event: 'hs-set-widget-url-failed',
    handler: 'onSetWidgetUrlFailed',
    sent: { anything: [1] },
  },
  UPDATE_ASSOCIATIONS_FAILED: {
    to: 'widget',
    event: 'hs-update-associations-failed',
    handler: 'onUpdateAssociationsFailed',
    unofficial: true,
    sent: { anything: [1] },
  },
};

/** What a payload becomes for an app, by its example. */
export const readOf = ({ sent, ...picture }: Picture): unknown => ('read' in picture ? picture.read : sent);
