// The compiler is the test: code that was written against the official types accepts ours.
import { expect } from '@open-wc/testing';
import type * as Official from '@hubspot/calling-extensions-sdk';
import OfficialExtensions, { type EventHandlers as OfficialHandlers } from '@hubspot/calling-extensions-sdk';
import CallingExtensions, { type EventHandlers, type IFrameManager } from './index.js';
import type * as Ours from './index.js';

/** A type error if the first type is not assignable to the second. */
type Fits<Source extends Target, Target> = [Source, Target];

/** Our types are assignable to the official ones of the same names. */
export type OursToOfficial = [
  Fits<Ours.IframeOptions, Official.IframeOptions>,
  Fits<Ours.OnResize, Official.OnResize>,
  Fits<Ours.SizeInfo, Official.SizeInfo>,
  Fits<Ours.OnInitialized, Official.OnInitialized>,
  Fits<Ours.OnIncomingCall, Official.OnIncomingCall>,
  Fits<Ours.OnOutgoingCall, Official.OnOutgoingCall>,
  Fits<Ours.OnCallAnswered, Official.OnCallAnswered>,
  Fits<Ours.OnCallTransferred, Official.OnCallTransferred>,
  Fits<Ours.OnFinalizeEngagement, Official.OnFinalizeEngagement>,
  Fits<Ours.OnPublishToChannel, Ours.OnFinalizeEngagement>,
  Fits<Ours.OnSetWidgetUrl, Official.OnSetWidgetUrl>,
  Fits<Ours.EndStatus, Official.EndStatus>,
  Fits<Ours.OnCallEnded, Official.OnCallEnded>,
  Fits<Ours.RawEngagementProperties, Official.RawEngagementProperties>,
  Fits<Ours.OnCallCompleted, Official.OnCallCompleted>,
  Fits<Ours.ObjectCoordinates, Official.ObjectCoordinates>,
  Fits<Ours.OnNavigateToRecord, Official.OnNavigateToRecord>,
  Fits<Ours.OnError, Official.OnError>,
  Fits<Ours.ContactIdMatch, Official.ContactIdMatch>,
  Fits<Ours.CompanyIdMatch, Official.CompanyIdMatch>,
];

/** The official types are assignable to ours of the same names. */
export type OfficialToOurs = [
  Fits<Official.EventHandlers, Ours.EventHandlers>,
  Fits<Official.Options, Ours.Options>,
  Fits<Official.IframeManagerOptions, Ours.IframeManagerOptions>,
  Fits<Official.IframeOptions, Ours.IframeOptions>,
  Fits<Official.OnResize, Ours.OnResize>,
  Fits<Official.OnInitialized, Ours.OnInitialized>,
  Fits<Official.OnIncomingCall, Ours.OnIncomingCall>,
  Fits<Official.OnOutgoingCall, Ours.OnOutgoingCall>,
  Fits<Official.OnCallEnded, Ours.OnCallEnded>,
  Fits<Official.OnCallCompleted, Ours.OnCallCompleted>,
  Fits<Official.OnNavigateToRecord, Ours.OnNavigateToRecord>,
  Fits<Official.OnMessage, Ours.OnMessage>,
  Fits<typeof Ours.Constants, typeof Official.Constants>,
];

type OfficialManager = InstanceType<typeof Official.IFrameManager>;

/** Our instances are assignable to the official classes, apart from `options`: ours need fewer. */
export type Instances = [
  Fits<
    Omit<CallingExtensions, 'options' | 'iFrameManager'>,
    Omit<OfficialExtensions, 'options' | 'iFrameManager'>
  >,
  Fits<Omit<IFrameManager, 'options'>, Omit<OfficialManager, 'options'>>,
];

/** Part of an app, written for the official class, with ours in its place. */
function app(Extensions: typeof CallingExtensions, handlers: OfficialHandlers): CallingExtensions {
  const options: Official.Options = { debugMode: false, eventHandlers: handlers };
  const extensions = new Extensions(options);
  const ended: Official.OnCallEnded = { externalCallId: 'c', engagementId: 1, callEndStatus: 'COMPLETED' };
  const completed: Official.OnCallCompleted = {
    externalCallId: 'c',
    engagementProperties: { hs_timestamp: 1 },
  };
  const coordinates: Official.ObjectCoordinates = { portalId: 1, objectId: 2, objectTypeId: '0-1' };
  extensions.initialized({ isLoggedIn: true });
  extensions.outgoingCall({ externalCallId: 'c', toNumber: '+1', createEngagement: true });
  extensions.callEnded(ended);
  extensions.callCompleted(completed);
  extensions.navigateToRecord({ objectCoordinates: coordinates });
  extensions.logDebugMessage({ message: 'x', type: 'y' });
  extensions.sendMessage({ type: 'x', data: { y: 1 } });
  return extensions;
}

describe('types', () => {
  it('give the handlers what HubSpot sends', () => {
    const seen: string[] = [];
    const handlers: EventHandlers = {
      onReady: ({ engagementId = 0 }) => seen.push(engagementId.toFixed(0)),
      onDialNumber: ({ phoneNumber }, { messageId }) => seen.push(phoneNumber.trim(), String(messageId)),
      onCreateEngagementFailed: ({ error }) => seen.push(error.message.trim()),
      // With a type of the app's own.
      onCallerIdMatchSucceeded: (data: { callerIdMatches: { theirs: number }[] }) =>
        seen.push(String(data.callerIdMatches.length)),
      defaultEventHandler: (_data, { type }) => seen.push(type.trim()),
    };
    expect(Object.keys(handlers)).to.have.length(5);
  });

  it('take all that HubSpot documents', () => {
    const say = (extensions: CallingExtensions) => {
      extensions.initialized({ isLoggedIn: true, isAvailable: true, sizeInfo: { width: 400, height: 600 } });
      extensions.outgoingCall({ phoneNumber: '+1', createEngagement: true, callStartTime: 1 });
      extensions.incomingCall({ fromNumber: '+1', toNumber: '+2', createEngagement: true });
      extensions.callAnswered();
      extensions.callEnded();
      extensions.callCompleted({ engagementId: 1, engagementProperties: { hs_call_body: 'x', own: 'y' } });
      extensions.navigateToRecord({
        objectCoordinates: { portalId: 1, objectId: 2, objectTypeId: '2-77' },
      });
    };
    expect([say, app]).to.have.length(2);
  });
});
