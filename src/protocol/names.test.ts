import { expect } from '@open-wc/testing';
import { messages, type MessageType } from './messages.js';
import { constantsOf, eventName, handlerName, type EventName, type HandlerName } from './names.js';

/** The compiler checks these names against the types, the tests against the functions. */
const names: { readonly [T in MessageType]: readonly [EventName<T>, HandlerName<T>] } = {
  INITIALIZED: ['hs-initialized', 'onInitialized'],
  LOGGED_IN: ['hs-logged-in', 'onLoggedIn'],
  LOGGED_OUT: ['hs-logged-out', 'onLoggedOut'],
  USER_AVAILABLE: ['hs-user-available', 'onUserAvailable'],
  USER_UNAVAILABLE: ['hs-user-unavailable', 'onUserUnavailable'],
  OUTGOING_CALL_STARTED: ['hs-outgoing-call-started', 'onOutgoingCallStarted'],
  INCOMING_CALL: ['hs-incoming-call', 'onIncomingCall'],
  CALL_ANSWERED: ['hs-call-answered', 'onCallAnswered'],
  CALL_TRANSFERRED: ['hs-call-transferred', 'onCallTransferred'],
  CALL_DATA: ['hs-call-data', 'onCallData'],
  CALL_ENDED: ['hs-call-ended', 'onCallEnded'],
  CALL_COMPLETED: ['hs-call-completed', 'onCallCompleted'],
  FINALIZE_ENGAGEMENT: ['hs-finalize-engagement', 'onFinalizeEngagement'],
  PUBLISH_TO_CHANNEL: ['hs-publish-to-channel', 'onPublishToChannel'],
  NAVIGATE_TO_RECORD: ['hs-navigate-to-record', 'onNavigateToRecord'],
  RESIZE_WIDGET: ['hs-resize-widget', 'onResizeWidget'],
  ERROR: ['hs-error', 'onError'],
  SET_WIDGET_URL: ['hs-set-widget-url', 'onSetWidgetUrl'],
  DIAL_NUMBER: ['hs-dial-number', 'onDialNumber'],
  CREATE_ENGAGEMENT_SUCCEEDED: ['hs-create-engagement-succeeded', 'onCreateEngagementSucceeded'],
  ENGAGEMENT_CREATED: ['hs-engagement-created', 'onEngagementCreated'],
  CREATE_ENGAGEMENT_FAILED: ['hs-create-engagement-failed', 'onCreateEngagementFailed'],
  UPDATE_ENGAGEMENT_SUCCEEDED: ['hs-update-engagement-succeeded', 'onUpdateEngagementSucceeded'],
  UPDATE_ENGAGEMENT_FAILED: ['hs-update-engagement-failed', 'onUpdateEngagementFailed'],
  CALLER_ID_MATCH_SUCCEEDED: ['hs-caller-id-match-succeeded', 'onCallerIdMatchSucceeded'],
  CALLER_ID_MATCH_FAILED: ['hs-caller-id-match-failed', 'onCallerIdMatchFailed'],
  NAVIGATE_TO_RECORD_FAILED: ['hs-navigate-to-record-failed', 'onNavigateToRecordFailed'],
  PUBLISH_TO_CHANNEL_SUCCEEDED: ['hs-publish-to-channel-succeeded', 'onPublishToChannelSucceeded'],
  PUBLISH_TO_CHANNEL_FAILED: ['hs-publish-to-channel-failed', 'onPublishToChannelFailed'],
  FINALIZE_ENGAGEMENT_SUCCEEDED: ['hs-finalize-engagement-succeeded', 'onFinalizeEngagementSucceeded'],
  FINALIZE_ENGAGEMENT_FAILED: ['hs-finalize-engagement-failed', 'onFinalizeEngagementFailed'],
  VISIBILITY_CHANGED: ['hs-visibility-changed', 'onVisibilityChanged'],
  END_CALL: ['hs-end-call', 'onEndCall'],
  SET_CALL_STATE: ['hs-set-call-state', 'onSetCallState'],
  INITIATE_CALL_ID_SUCCEEDED: ['hs-initiate-call-id-succeeded', 'onInitiateCallIdSucceeded'],
  INITIATE_CALL_ID_FAILED: ['hs-initiate-call-id-failed', 'onInitiateCallIdFailed'],
  SET_WIDGET_URL_FAILED: ['hs-set-widget-url-failed', 'onSetWidgetUrlFailed'],
  UPDATE_ASSOCIATIONS_FAILED: ['hs-update-associations-failed', 'onUpdateAssociationsFailed'],
};

const types = Object.keys(names) as MessageType[];

describe('names', () => {
  types.forEach((type) => {
    it(`calls ${type} ${names[type].join(' and ')}`, () => {
      expect([eventName(type), handlerName(type)]).to.deep.equal(names[type]);
    });
  });

  it('gives no two messages one name', () => {
    expect([new Set(types.map(eventName)).size, new Set(types.map(handlerName)).size]).to.deep.equal([
      types.length,
      types.length,
    ]);
  });

  it('keeps names literal for the compiler', () => {
    const event: 'hs-dial-number' = eventName('DIAL_NUMBER');
    const handler: 'onDialNumber' = handlerName('DIAL_NUMBER');
    expect([event, handler]).to.deep.equal(['hs-dial-number', 'onDialNumber']);
  });

  it('names every message by itself, the way the official SDK does', () => {
    const constants = constantsOf(messages);
    const dialNumber: 'DIAL_NUMBER' = constants.DIAL_NUMBER;
    expect(dialNumber).to.equal('DIAL_NUMBER');
    expect(Object.entries(constants)).to.deep.equal(Object.keys(messages).map((type) => [type, type]));
  });
});
