// The compiler is the test: code that was written against the official types accepts ours.
import { expect } from '@open-wc/testing';
import type * as Official from '@hubspot/calling-extensions-sdk';
import OfficialExtensions, { type EventHandlers as OfficialHandlers } from '@hubspot/calling-extensions-sdk';
import CallingExtensions, { IFrameManager, type AppExtensions, type AppHandlers } from './index.js';
import type * as Ours from './index.js';

/** A type error if the first type is not assignable to the second. */
type Fits<Source extends Target, Target> = [Source, Target];

/** Our types are assignable to the official ones of the same names. */
export type OursToOfficial = [
  Fits<Ours.EventHandlers, Official.EventHandlers>,
  Fits<keyof Ours.EventHandlers, keyof Official.EventHandlers>,
  Fits<Ours.Options, Official.Options>,
  Fits<Ours.IframeManagerOptions, Official.IframeManagerOptions>,
  Fits<Ours.OnMessage, Official.OnMessage>,
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
  Fits<typeof Official.Constants, typeof Ours.Constants>,
  Fits<Official.EndStatus, Ours.EndStatus>,
  Fits<keyof Official.EventHandlers, keyof Ours.EventHandlers>,
];

type OfficialManager = InstanceType<typeof Official.IFrameManager>;
type OfficialPackage = typeof Official;

/** The instances are assignable both ways, so that one may stand for the other, and the classes are. */
export type Instances = [
  Fits<CallingExtensions, OfficialExtensions>,
  Fits<AppExtensions, CallingExtensions>,
  Fits<OfficialExtensions, CallingExtensions>,
  Fits<IFrameManager, OfficialManager>,
  Fits<OfficialManager, IFrameManager>,
  Fits<typeof CallingExtensions, typeof OfficialExtensions>,
  Fits<typeof IFrameManager, OfficialPackage['IFrameManager']>,
  Fits<typeof CallingExtensions, OfficialPackage>,
];

/** What the functions of a class or an instance take, by name. */
type Taken<T> = { [K in keyof T]: T[K] extends (...args: infer A) => unknown ? A : never };

/** Code that asks a method for its parameters gets none that the official method does not take. */
export type Taking = [
  Fits<Taken<CallingExtensions>, Taken<OfficialExtensions>>,
  Fits<Taken<Omit<AppExtensions, 'destroy'>>, Taken<OfficialExtensions>>,
  Fits<Taken<IFrameManager>, Taken<OfficialManager>>,
  Fits<ConstructorParameters<typeof CallingExtensions>, ConstructorParameters<typeof OfficialExtensions>>,
  Fits<ConstructorParameters<typeof IFrameManager>, ConstructorParameters<OfficialPackage['IFrameManager']>>,
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

/** Code that calls its own handlers, reads the options back, extends the classes and puts fakes in their place. */
function appWithTests(options: Ours.Options, handlers: Ours.EventHandlers, handler: Function): unknown[] {
  handlers.onReady({});
  handlers.onDialNumber();
  options.eventHandlers.onEndCall({ anything: 1 }, 2, 'three');
  handlers.onFailed = handler;
  class Extended extends CallingExtensions {
    readonly isDebugging: boolean = this.options.debugMode;
    override callEnded(data: Ours.OnCallEnded): void {
      super.callEnded(data);
    }
    override sendMessage(message: Ours.OnMessage): void {
      this.options.eventHandlers.onReady(message);
    }
  }
  class Framing extends IFrameManager {
    static override createIFrame(frame: Ours.IframeOptions, onLoad: (event: Event) => void) {
      return IFrameManager.createIFrame(frame, onLoad, null);
    }
  }
  IFrameManager.createIFrame = () => null;
  const manager: IFrameManager = new Framing({ debugMode: true, onMessageHandler: handler });
  manager.isReady = true;
  manager.destinationHost = 'https://app.hubspot.com';
  manager.messageHandler = (event: CustomEvent) => event.detail as unknown;
  manager.messageHandler({ data: { type: 'SYNC' } });
  manager.onMessage({ data: { type: 'SYNC' }, origin: 'https://app.hubspot.com' });
  const fake: Ours.Options['eventHandlers'] = handlers;
  return [new Extended(options), new CallingExtensions.default(options), manager, fake];
}

describe('types', () => {
  it('give the handlers what HubSpot sends', () => {
    const seen: string[] = [];
    const handlers: AppHandlers = {
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
    const say = (extensions: AppExtensions) => {
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
    expect([say, app, appWithTests]).to.have.length(3);
  });
});
