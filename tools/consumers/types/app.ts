// An app on the official SDK, with its types.
import CallingExtensions, {
  Constants,
  IFrameManager,
  EventHandlers,
  IframeManagerOptions,
  IframeOptions,
  OnCallAnswered,
  OnCallCompleted,
  OnCallEnded,
  OnCallTransferred,
  OnError,
  OnFinalizeEngagement,
  OnIncomingCall,
  OnInitialized,
  OnMessage,
  OnNavigateToRecord,
  OnOutgoingCall,
  OnPublishToChannel,
  OnResize,
  OnSetWidgetUrl,
  Options,
  RawEngagementProperties,
  SizeInfo,
} from '@hubspot/calling-extensions-sdk';
import type {
  CompanyIdMatch,
  ContactIdMatch,
  EndStatus,
  ObjectCoordinates,
} from '@hubspot/calling-extensions-sdk';

declare const anyHandler: Function;
const nothing = () => {};

const handlers: EventHandlers = {
  onCallerIdMatchFailed: nothing,
  onCallerIdMatchSucceeded: (data: { callerIdMatches: (ContactIdMatch | CompanyIdMatch)[] }) =>
    data.callerIdMatches.map(({ objectCoordinates }) => objectCoordinates.objectId),
  onCreateEngagementFailed: anyHandler,
  onCreateEngagementSucceeded: (data: any, event: any) => event.messageId,
  onDialNumber: async function ({ phoneNumber }: { phoneNumber: string }) {
    return phoneNumber;
  },
  onEndCall: Date.now,
  onEngagementCreated: (data: { engagementId: number }) => data.engagementId,
  onInitiateCallIdFailed: nothing,
  onInitiateCallIdSucceeded: nothing,
  onNavigateToRecordFailed: nothing,
  onPublishToChannelFailed: nothing,
  onPublishToChannelSucceeded: nothing,
  onFinalizeEngagementFailed: nothing,
  onFinalizeEngagementSucceeded: nothing,
  onReady: (data: { engagementId?: number; portalId: number } = { portalId: 0 }) => data.portalId,
  onSetCallState: nothing,
  onSetWidgetUrlFailed: nothing,
  onUpdateEngagementFailed: nothing,
  onUpdateEngagementSucceeded: nothing,
  onVisibilityChanged: (data: { isMinimized: boolean; isHidden: boolean }) => data.isHidden,
  onFailed: (...all: unknown[]) => all.length,
  defaultEventHandler: (event: { type: string }) => event.type,
};

// Handlers are functions like any other.
handlers.onReady();
handlers.onReady({});
handlers.onReady({ portalId: 1 }, 2, 'three');
const answer: string = handlers.onDialNumber({ phoneNumber: '+15551234567' });
const bound: Function = handlers.onEndCall.bind(null);
handlers.onEndCall = class Handler {};
handlers.onFailed = bound;
if (handlers.defaultEventHandler) handlers.defaultEventHandler({ type: 'X' });
const byName: Record<keyof EventHandlers, Function | undefined> = {
  defaultEventHandler: undefined,
  ...handlers,
};
const names: (keyof EventHandlers)[] = Object.keys(handlers) as (keyof EventHandlers)[];
for (const name of names) byName[name]?.(name);
const missing: { [K in keyof EventHandlers]-?: boolean } = {
  onCallerIdMatchFailed: true,
  onCallerIdMatchSucceeded: true,
  onCreateEngagementFailed: true,
  onCreateEngagementSucceeded: true,
  onDialNumber: true,
  onEndCall: true,
  onEngagementCreated: true,
  onInitiateCallIdFailed: true,
  onInitiateCallIdSucceeded: true,
  onNavigateToRecordFailed: true,
  onPublishToChannelFailed: true,
  onPublishToChannelSucceeded: true,
  onFinalizeEngagementFailed: true,
  onFinalizeEngagementSucceeded: true,
  onReady: true,
  onSetCallState: true,
  onSetWidgetUrlFailed: true,
  onUpdateEngagementFailed: true,
  onUpdateEngagementSucceeded: true,
  onVisibilityChanged: true,
  onFailed: true,
  defaultEventHandler: true,
};

const frame: IframeOptions = {
  src: 'https://x.example',
  width: '400px',
  height: '600px',
  hostElementSelector: '#x',
};
const options: Options = { debugMode: false, eventHandlers: handlers, iFrameOptions: frame };
const isDebugging: boolean = options.debugMode;
options.eventHandlers.onReady({});
const src: string | undefined = options.iFrameOptions?.src;

const extensions = new CallingExtensions(options);
const again: CallingExtensions = new CallingExtensions({ debugMode: true, eventHandlers: handlers });
extensions.options.eventHandlers.onDialNumber({ phoneNumber: '1' });
extensions.options = again.options;
extensions.iFrameManager = again.iFrameManager;

// Each method, by the types of the package and by what it says it takes.
const initialized: OnInitialized = { isLoggedIn: true, engagementId: 1 };
const incoming: OnIncomingCall = {
  externalCallId: 'a',
  fromNumber: '+1',
  toNumber: '+2',
  createEngagement: true,
};
const outgoing: OnOutgoingCall = { externalCallId: 'a', toNumber: '+2', callStartTime: Date.now() };
const answered: OnCallAnswered = { externalCallId: 'a' };
const transferred: OnCallTransferred = { externalCallId: 'a' };
const ended: OnCallEnded = { externalCallId: 'a', engagementId: 1, callEndStatus: 'NO_ANSWER' };
const properties: RawEngagementProperties = { hs_timestamp: Date.now(), hs_call_body: 'x' };
const completed: OnCallCompleted = {
  externalCallId: 'a',
  engagementId: '1',
  engagementProperties: properties,
};
const coordinates: ObjectCoordinates = { portalId: 1, objectId: 2, objectTypeId: '0-1' };
const record: OnNavigateToRecord = { engagementId: 1, objectCoordinates: coordinates, openIn: 'NEW_TAB' };
const failure: OnError = { message: 'x' };
const size: OnResize = { width: 1, height: 2 };
const channel: OnPublishToChannel = { externalCallId: 'a', engagementId: 1 };
const finalized: OnFinalizeEngagement = channel;
const url: OnSetWidgetUrl = { iFrameUrl: 'https://x.example' };
const message: OnMessage = { type: 'X', data: {} };
const status: EndStatus | undefined = ended.callEndStatus;
const content: Object | undefined = message.data;
extensions.initialized(initialized);
extensions.userAvailable();
extensions.userUnavailable();
extensions.userLoggedIn();
extensions.userLoggedOut();
extensions.incomingCall(incoming);
extensions.outgoingCall(outgoing);
extensions.callAnswered(answered);
extensions.callTransferred(transferred);
extensions.navigateToRecord(record);
extensions.callData({ anything: 1 });
extensions.callEnded(ended);
extensions.callCompleted(completed);
extensions.sendError(failure);
extensions.resizeWidget(size);
extensions.sendMessage(message);
extensions.publishToChannel(channel);
extensions.finalizeEngagement(finalized);
extensions.setWidgetUrl(url);
extensions.logDebugMessage({ message: 'x', type: Constants.debugMessageType.GENERIC_MESSAGE });
extensions.onMessageHandler({ type: 'onReady', data: {} });

type Taken<K extends keyof CallingExtensions> = CallingExtensions[K] extends (...args: infer A) => any
  ? A
  : never;
const takenByEnded: OnCallEnded = null! as Parameters<CallingExtensions['callEnded']>[0];
const takenByCompleted: OnCallCompleted = null! as Parameters<CallingExtensions['callCompleted']>[0];
const takenByInitialized: OnInitialized = null! as Parameters<CallingExtensions['initialized']>[0];
const takenByIncoming: OnIncomingCall = null! as Taken<'incomingCall'>[0];
const takenByOutgoing: OnOutgoingCall = null! as Taken<'outgoingCall'>[0];
const takenByAnswered: OnCallAnswered = null! as Taken<'callAnswered'>[0];
const takenByTransferred: OnCallTransferred = null! as Taken<'callTransferred'>[0];
const takenByNavigate: OnNavigateToRecord = null! as Taken<'navigateToRecord'>[0];
const takenByFinalize: OnFinalizeEngagement = null! as Taken<'finalizeEngagement'>[0];
const takenByPublish: OnPublishToChannel = null! as Taken<'publishToChannel'>[0];
const takenByResize: SizeInfo = null! as Taken<'resizeWidget'>[0];
const takenBySend: OnMessage = null! as Taken<'sendMessage'>[0];
const takenByLog: { message: string; type: string } = null! as Taken<'logDebugMessage'>[0];
const takenByHandler: keyof EventHandlers = (null! as Taken<'onMessageHandler'>[0]).type;
const takenByData: string = (null! as Taken<'callData'>[0]).whatever;
const takenByClass: Options = null! as ConstructorParameters<typeof CallingExtensions>[0];
const externalCallId: string = takenByEnded.externalCallId;
const engagementId: number = (null! as Parameters<typeof extensions.callEnded>[0]).engagementId;

// The manager of the frame.
const managerOptions: IframeManagerOptions = {
  debugMode: true,
  onMessageHandler: nothing,
  iFrameOptions: frame,
};
managerOptions.onMessageHandler({ type: 'READY' });
const manager: IFrameManager = new IFrameManager(managerOptions);
manager.onMessageHandler({});
manager.isReady = true;
manager.isIFrameHost = false;
manager.debugMode = true;
manager.callbacks = { id: anyHandler };
manager.callbacks['id'](1, 2);
manager.instanceId = 1;
manager.instanceRegexp = /x/;
manager.messageHandler = (event) => event.data.type;
manager.messageHandler({ data: {} });
manager.iFrame = document.createElement('iframe');
manager.firstSyncSent = Date.now();
manager.destinationWindow = window.parent;
manager.destinationHost = 'https://app.hubspot.com';
manager.options = null;
manager.updateIFrameSize({ width: 1, height: 2 });
manager.onReady();
manager.onReady({ engagementId: 1 });
manager.sendMessage({ type: 'SYNC', hostUrl: 'https://app.hubspot.com' }, (reply: any) => reply.data);
manager.onMessage({ data: { type: 'SYNC' }, origin: 'https://app.hubspot.com' });
manager.sendSync();
manager.logDebugMessage('x', 1, {});
manager.handleLoadError();
manager.remove();
const id: string = IFrameManager.createMessageId(1);
const element: Element = IFrameManager.getHostElement('#x');
const made: HTMLIFrameElement | null = IFrameManager.createIFrame(frame, () => {}, null);
const texts: string[] = [
  IFrameManager.extractHostFromUrl('https://x.example'),
  IFrameManager.getDestinationHost(undefined),
  IFrameManager.formatSize(1),
];

// Constants are text, by name.
const types: string[] = [
  Constants.VERSION,
  Constants.messageType.DIAL_NUMBER,
  Constants.callStatus.INTERNAL_BUSY,
];
const handlerName: keyof EventHandlers = Constants.messageHandlerNames['READY'];
const kinds: ['CONTACT', 'COMPANY'] = [Constants.CONTACT, Constants.COMPANY];
const thirdParty: keyof typeof Constants.thirdPartyToHostEvents = 'RESIZE_WIDGET';
const messageTypes: Record<string, string> = Constants.messageType;

export {
  answer,
  byName,
  missing,
  isDebugging,
  src,
  status,
  content,
  takenByCompleted,
  takenByInitialized,
  takenByIncoming,
  takenByOutgoing,
  takenByAnswered,
  takenByTransferred,
  takenByNavigate,
  takenByFinalize,
  takenByPublish,
  takenByResize,
  takenBySend,
  takenByLog,
  takenByHandler,
  takenByData,
  takenByClass,
  externalCallId,
  engagementId,
  id,
  element,
  made,
  texts,
  types,
  handlerName,
  kinds,
  thirdParty,
  messageTypes,
};
