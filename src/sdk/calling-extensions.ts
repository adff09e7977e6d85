/** The official SDK's `CallingExtensions`: its methods send messages, and HubSpot's messages reach its handlers. */
import { attempt } from './attempt.js';
import { debugMessageType, messageHandlerNames, VERSION } from './constants.js';
import { warnOfUnknownHandlers } from './handler-names.js';
import { IFrameManager } from './iframe-manager.js';
import type * as classes from './classes.js';
import type { AppHandlers, AppOptions, AppPayloads, HostMessage, Options } from './types.js';

/**
 * Connects an app to HubSpot. A drop-in for the class of `@hubspot/calling-extensions-sdk` 0.9.7.
 *
 * Messages that are sent before HubSpot is ready are queued, in order. No method throws.
 */
export class CallingExtensions implements classes.AppExtensions {
  options: Options;
  iFrameManager: IFrameManager;

  /** Starts to listen. Throws without `eventHandlers`. Warns on the console of handlers whose names do not exist. */
  constructor(options: AppOptions) {
    if (!(options as AppOptions | undefined)?.eventHandlers) {
      throw new Error('Invalid options or missing eventHandlers.');
    }
    warnOfUnknownHandlers(options.eventHandlers);
    // The official type promises every handler. Code that reads one has set it.
    this.options = options as Options;
    this.iFrameManager = new IFrameManager({
      ...options,
      onMessageHandler: (event: HostMessage, isUnknown: boolean) => this.onMessageHandler(event, isUnknown),
    });
  }

  /** Tells HubSpot that the app has started. To be called in `onReady`, before all other methods. */
  initialized(payload?: AppPayloads['INITIALIZED']): void {
    this.sendMessage({ type: 'INITIALIZED', data: payload });
  }

  /** The user takes calls. */
  userAvailable(): void {
    this.sendMessage({ type: 'USER_AVAILABLE' });
  }

  /** The user takes no calls. */
  userUnavailable(): void {
    this.sendMessage({ type: 'USER_UNAVAILABLE' });
  }

  /** The user has logged in, after `initialized` said that nobody was. */
  userLoggedIn(): void {
    this.sendMessage({ type: 'LOGGED_IN' });
  }

  /** The user has logged out. */
  userLoggedOut(): void {
    this.sendMessage({ type: 'LOGGED_OUT' });
  }

  /** A call comes in. HubSpot looks for the caller among the records of the CRM. */
  incomingCall(callInfo: AppPayloads['INCOMING_CALL']): void {
    this.sendMessage({ type: 'INCOMING_CALL', data: callInfo });
  }

  /** A call goes out. With `createEngagement` HubSpot creates the call's engagement. */
  outgoingCall(callInfo: AppPayloads['OUTGOING_CALL_STARTED']): void {
    this.sendMessage({ type: 'OUTGOING_CALL_STARTED', data: callInfo });
  }

  /** The call was answered, by either side. */
  callAnswered(payload?: AppPayloads['CALL_ANSWERED']): void {
    this.sendMessage({ type: 'CALL_ANSWERED', data: payload });
  }

  /** The call was handed to somebody else. */
  callTransferred(payload?: AppPayloads['CALL_TRANSFERRED']): void {
    this.sendMessage({ type: 'CALL_TRANSFERRED', data: payload });
  }

  /** Shows a record in the CRM. The page may reload. */
  navigateToRecord(payload: AppPayloads['NAVIGATE_TO_RECORD']): void {
    this.sendMessage({ type: 'NAVIGATE_TO_RECORD', data: payload });
  }

  /** Anything that the app wants to tell about a call. */
  callData(payload: AppPayloads['CALL_DATA']): void {
    this.sendMessage({ type: 'CALL_DATA', data: payload });
  }

  /** The call is over. */
  callEnded(data?: AppPayloads['CALL_ENDED']): void {
    this.sendMessage({ type: 'CALL_ENDED', data });
  }

  /** The user is done with the call. HubSpot puts the engagement on the timeline. */
  callCompleted(data: AppPayloads['CALL_COMPLETED']): void {
    this.sendMessage({ type: 'CALL_COMPLETED', data });
  }

  /** Something went wrong. HubSpot shows the message to the user. */
  sendError(data: AppPayloads['ERROR']): void {
    this.sendMessage({ type: 'ERROR', data });
  }

  /** Asks for another size, in px. */
  resizeWidget(data: AppPayloads['RESIZE_WIDGET']): void {
    this.sendMessage({ type: 'RESIZE_WIDGET', data });
  }

  /** @deprecated The older name of `finalizeEngagement`. */
  publishToChannel(data: AppPayloads['PUBLISH_TO_CHANNEL']): void {
    this.sendMessage({ type: 'PUBLISH_TO_CHANNEL', data });
  }

  /** The user is done with a call of the help desk. */
  finalizeEngagement(data: AppPayloads['FINALIZE_ENGAGEMENT']): void {
    this.sendMessage({ type: 'FINALIZE_ENGAGEMENT', data });
  }

  /** The app's address has changed. */
  setWidgetUrl(data: AppPayloads['SET_WIDGET_URL']): void {
    this.sendMessage({ type: 'SET_WIDGET_URL', data });
  }

  /** Sends any message, unchanged. */
  sendMessage(message: { type: string; data?: unknown }): void {
    this.iFrameManager.sendMessage(message);
  }

  /** Writes one line to the console, phone numbers masked, if `debugMode` is on. */
  logDebugMessage({
    message,
    type = debugMessageType.GENERIC_MESSAGE,
  }: {
    message: string;
    type?: string;
  }): void {
    this.iFrameManager.logDebugMessage(VERSION, type, message);
  }

  /** Calls the handler of a message, or `defaultEventHandler` when there is none or the message's type is unknown. */
  onMessageHandler(event: HostMessage, isUnknown = !Object.hasOwn(messageHandlerNames, event.type)): void {
    const { type, data } = event;
    const eventHandlers: AppHandlers = this.options.eventHandlers;
    if (type.endsWith('_FAILED')) {
      attempt(eventHandlers.FAILED, data, event);
      attempt(eventHandlers.onFailed, data, event);
    }
    const name = isUnknown ? undefined : messageHandlerNames[type];
    attempt((name && eventHandlers[name]) ?? eventHandlers.defaultEventHandler, data, event);
  }

  /** Stops listening and sending, for good. At the host's end it also removes the frame. */
  destroy(): void {
    this.iFrameManager.remove();
  }
}
