/**
 * The classes of the SDK, typed. `CallingExtensions` is as the official SDK types it, for code that was written for that, and
 * for its fakes. `AppExtensions` takes more. There a method has two signatures; the last is the official one, since that is
 * what `Parameters<…>` reads.
 */
import type * as constants from './constants.js';
import type {
  AppManagerOptions,
  AppOptions,
  AppPayloads,
  EventHandlers,
  HostMessage,
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
  SizeInfo,
} from './types.js';

/** Whatever it is: the official SDK looks at the type of nothing here, neither of what it gives nor of what it takes. */
export type Anything = ReturnType<JSON['parse']>;

export declare class CallingExtensions {
  options: Options;
  iFrameManager: IFrameManager;

  constructor(options: Options);

  /** Tells HubSpot that the app has started. To be called in `onReady`, before all other methods. */
  initialized(payload: OnInitialized): void;

  /** The user takes calls. */
  userAvailable(): void;

  /** The user takes no calls. */
  userUnavailable(): void;

  /** The user has logged in, after `initialized` said that nobody was. */
  userLoggedIn(): void;

  /** The user has logged out. */
  userLoggedOut(): void;

  /** A call comes in. HubSpot looks for the caller among the records of the CRM. */
  incomingCall(callInfo: OnIncomingCall): void;

  /** A call goes out. With `createEngagement` HubSpot creates the call's engagement. */
  outgoingCall(callInfo: OnOutgoingCall): void;

  /** The call was answered, by either side. */
  callAnswered(payload: OnCallAnswered): void;

  /** The call was handed to somebody else. */
  callTransferred(payload: OnCallTransferred): void;

  /** Shows a record in the CRM. The page may reload. */
  navigateToRecord(payload: OnNavigateToRecord): void;

  /** Anything that the app wants to tell about a call. */
  callData(payload: Anything): void;

  /** The call is over. */
  callEnded(data: OnCallEnded): void;

  /** The user is done with the call. HubSpot puts the engagement on the timeline. */
  callCompleted(data: OnCallCompleted): void;

  /** Something went wrong. HubSpot shows the message to the user. */
  sendError(data: OnError): void;

  /** Asks for another size, in px. */
  resizeWidget(data: OnResize): void;

  /** @deprecated The older name of `finalizeEngagement`. */
  publishToChannel(data: OnPublishToChannel): void;

  /** The user is done with a call of the help desk. */
  finalizeEngagement(data: OnFinalizeEngagement): void;

  /** The app's address has changed. */
  setWidgetUrl(data: OnSetWidgetUrl): void;

  /** Sends any message, unchanged. */
  sendMessage(message: OnMessage): void;

  /** Writes one line to the console, phone numbers masked, if `debugMode` is on. Default `type`: `Generic Message`. */
  logDebugMessage(line: { message: string; type: string }): void;

  /** Calls the handler of a message, or `defaultEventHandler` when there is none or the message's type is unknown. */
  onMessageHandler(event: { type: keyof EventHandlers; data: Anything }): void;
}

/** What `new CallingExtensions` makes: its methods take all that HubSpot does. */
export declare class AppExtensions extends CallingExtensions {
  /** Starts to listen. Throws without `eventHandlers`. Warns on the console of handlers whose names do not exist. */
  constructor(options: AppOptions);
  constructor(options: Options);

  initialized(payload?: AppPayloads['INITIALIZED']): void;
  initialized(payload: OnInitialized): void;
  incomingCall(callInfo: AppPayloads['INCOMING_CALL']): void;
  incomingCall(callInfo: OnIncomingCall): void;
  outgoingCall(callInfo: AppPayloads['OUTGOING_CALL_STARTED']): void;
  outgoingCall(callInfo: OnOutgoingCall): void;
  callAnswered(payload?: AppPayloads['CALL_ANSWERED']): void;
  callAnswered(payload: OnCallAnswered): void;
  callTransferred(payload?: AppPayloads['CALL_TRANSFERRED']): void;
  callTransferred(payload: OnCallTransferred): void;
  navigateToRecord(payload: AppPayloads['NAVIGATE_TO_RECORD']): void;
  navigateToRecord(payload: OnNavigateToRecord): void;
  callEnded(data?: AppPayloads['CALL_ENDED']): void;
  callEnded(data: OnCallEnded): void;
  callCompleted(data: AppPayloads['CALL_COMPLETED']): void;
  callCompleted(data: OnCallCompleted): void;
  resizeWidget(data: AppPayloads['RESIZE_WIDGET']): void;
  resizeWidget(data: OnResize): void;
  finalizeEngagement(data: AppPayloads['FINALIZE_ENGAGEMENT']): void;
  finalizeEngagement(data: OnFinalizeEngagement): void;
  sendMessage(message: { type: string; data?: unknown }): void;
  sendMessage(message: OnMessage): void;
  logDebugMessage(line: { message: string; type?: string }): void;
  logDebugMessage(line: { message: string; type: string }): void;
  onMessageHandler(event: HostMessage, isUnknown?: boolean): void;
  onMessageHandler(event: { type: keyof EventHandlers; data: Anything }): void;

  /** Stops listening and sending, for good. At the host's end it also removes the frame. */
  destroy(): void;
}

/** One end of the connection: the host's with `iFrameOptions`, the widget's without. Listens from the start. */
export declare class IFrameManager {
  /** A message id that no other message of this page has. */
  static createMessageId(instanceId: string | number): string;

  /** The element that the frame goes into. Throws when the selector finds none. */
  static getHostElement(hostElementSelector: string): Element;

  /** The origin of an address. A relative address is resolved against this page's. */
  static extractHostFromUrl(url: string): string;

  /** The origin that a message would be sent to before the handshake. */
  static getDestinationHost(iFrameOptions: IframeOptions | undefined): string;

  /** Makes the frame and replaces the content of the host element with it. Throws when an option is missing. */
  static createIFrame(
    iFrameOptions: IframeOptions,
    onLoad: (event: Event) => void,
    onError: OnErrorEventHandler,
  ): HTMLIFrameElement | null;

  /** A size as text: a number is in px. */
  static formatSize(size: number | string): string;

  /** Null after `remove` at the host's end. */
  options: IframeManagerOptions | null;
  /** Gets each message that passed the gates. */
  onMessageHandler: IframeManagerOptions['onMessageHandler'];
  /** Whether this is the host's end. */
  isIFrameHost: boolean;
  /** Whether messages are logged, phone numbers masked. */
  debugMode: boolean;
  /** The functions that get the reply to a message, by the id of the message. */
  callbacks: { [messageId: string]: Function };
  /** The time at which this manager was made, in epoch ms. */
  instanceId: number;
  /** Matches the ids of the messages that this manager has sent. */
  instanceRegexp: RegExp;
  /** Whether both ends have shaken hands. */
  isReady: boolean;
  /** Handles a `message` event of the window: it has to pass the gates. */
  messageHandler: (event: Anything) => void;
  /** The widget's frame, at the host's end. */
  iFrame: HTMLIFrameElement | null;
  /** The time of the frame's latest load, in epoch ms; 0 before. */
  firstSyncSent: number;
  /** The window at the other end: the parent, or that of the host's frame. Null while there is no frame. */
  destinationWindow: Window | null;
  /** The origin that messages are sent to. */
  destinationHost: string;

  /** Throws when an option is missing, or when there is no element for the frame. */
  constructor(options: AppManagerOptions);
  constructor(options: IframeManagerOptions);

  /** Changes the size of the host's frame. A number is in px; a side that is 0 or missing stays as it is. */
  updateIFrameSize(sizeInfo: SizeInfo): void;

  /** Stops listening and sending, for good, and removes the host's frame. */
  remove(): void;

  /** Sends a message, or queues it until both ends have shaken hands. `callback` gets the reply to it. */
  sendMessage(
    message: { type: string; messageId?: string | number; hostUrl?: string; data?: unknown },
    callback?: Function,
  ): void;

  /** Handles an event as if it had arrived: it has to pass the gates. */
  onMessage(event: { data: Anything; origin?: Anything }): void;

  /** Starts the handshake again, at the host's end. At the widget's end it does nothing. */
  sendSync(): void;

  /** Tells the app that both ends have shaken hands. */
  onReady(data?: {}): void;

  /** Tells the app, at the host's end, that the widget has not answered SYNC. */
  handleLoadError(): void;

  /** Writes one line to the console, phone numbers masked, if `debugMode` is on. */
  logDebugMessage(...args: Anything[]): void;
}

/**
 * The class, with all that the package exports. An ES module of Node's gets the whole of the official package as its
 * default import, since that is CommonJS, and writes `new sdk.default(…)`.
 */
export type DefaultExport = typeof AppExtensions & {
  default: typeof AppExtensions;
  Constants: typeof constants;
  IFrameManager: typeof IFrameManager;
};
