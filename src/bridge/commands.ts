/** What an app says through the bridge: the official SDK’s commands. What the bridge knows already may be left out. */
import type { SendResult } from '../link/index.js';
import type { BridgeEventMap } from './events.js';
import type {
  CallEndStatus,
  EngagementProperties,
  ObjectCoordinates,
  OutboundPayloads,
  OutboundType,
} from '../protocol/index.js';

/** The user's state and the widget's size. */
export interface Initialized {
  readonly isLoggedIn?: boolean;
  readonly isAvailable?: boolean;
  /** In px. */
  readonly sizeInfo?: { readonly width?: number; readonly height?: number };
  readonly engagementId?: number | undefined;
}

/** An outbound call. */
export interface OutgoingCall {
  /** Default: a new id. */
  readonly externalCallId?: string;
  /** Default: the number HubSpot asked to dial. */
  readonly toNumber?: string;
  readonly fromNumber?: string;
  /** Epoch ms. Default: now. */
  readonly callStartTime?: number;
  /** Whether HubSpot makes the call's record. Default: the bridge's `engagement` setting. */
  readonly createEngagement?: boolean;
  /** @deprecated The older name of `toNumber`. */
  readonly phoneNumber?: string;
}

/** An inbound call. */
export interface IncomingCall extends Omit<OutgoingCall, 'phoneNumber'> {
  readonly fromNumber: string;
  readonly toNumber: string;
}

/**
 * Says which call is meant. Default: the one in focus, else the latest call to which this can happen now. When a call ends,
 * another one that goes on gets the focus, so an app with several calls at a time names the one it means.
 */
export interface WhichCall {
  readonly externalCallId?: string;
}

export interface CallEnded extends WhichCall {
  readonly engagementId?: number;
  /** Default: `COMPLETED` after talk, `CANCELED` or `MISSED` before it. */
  readonly callEndStatus?: CallEndStatus;
}

export interface CallCompleted extends WhichCall {
  readonly engagementId?: number | string;
  /** Whether HubSpot closes the widget. Default: HubSpot's, which is true. */
  readonly hideWidget?: boolean;
  /** Added to the properties that the bridge fills in; where both have one, this one counts. */
  readonly engagementProperties?: EngagementProperties | Readonly<Record<string, string | number>>;
}

export interface FinalizeEngagement extends WhichCall {
  readonly engagementId?: number;
}

export interface NavigateToRecord {
  readonly objectCoordinates: Omit<ObjectCoordinates, 'portalId'> & { readonly portalId?: number };
  readonly engagementId?: number;
  readonly openIn?: 'CURRENT_TAB' | 'NEW_TAB';
}

/** Messages of which the bridge knows a part by itself: what is left for the app to say. */
export interface CompletedByBridge {
  INITIALIZED: Initialized;
  OUTGOING_CALL_STARTED: OutgoingCall;
  INCOMING_CALL: IncomingCall;
  CALL_ANSWERED: WhichCall;
  CALL_TRANSFERRED: WhichCall;
  CALL_ENDED: CallEnded;
  CALL_COMPLETED: CallCompleted;
  FINALIZE_ENGAGEMENT: FinalizeEngagement;
  PUBLISH_TO_CHANNEL: FinalizeEngagement;
  NAVIGATE_TO_RECORD: NavigateToRecord;
}

/** What may be said with each message that a widget sends. */
export type Sayings = {
  [T in OutboundType]: T extends keyof CompletedByBridge ? CompletedByBridge[T] : OutboundPayloads[T];
};

/** The commands, by their names in the official SDK. Each is one message. */
export abstract class Commands extends EventTarget {
  override addEventListener<K extends keyof BridgeEventMap>(
    type: K,
    listener: ((event: BridgeEventMap[K]) => void) | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener as EventListenerOrEventListenerObject | null, options);
  }

  /** Says a message, with what is known filled in. */
  protected abstract say<T extends OutboundType>(type: T, data?: Sayings[T]): SendResult;

  /** The widget is ready. Sent by itself unless `manual`. */
  initialized(data?: Initialized): SendResult {
    return this.say('INITIALIZED', data);
  }

  /** The user has logged in. */
  userLoggedIn(): SendResult {
    return this.say('LOGGED_IN');
  }

  /** The user has logged out. */
  userLoggedOut(): SendResult {
    return this.say('LOGGED_OUT');
  }

  /** The user takes calls. */
  userAvailable(): SendResult {
    return this.say('USER_AVAILABLE');
  }

  /** The user takes no calls. */
  userUnavailable(): SendResult {
    return this.say('USER_UNAVAILABLE');
  }

  /** An outbound call has started. */
  outgoingCall(data?: OutgoingCall): SendResult {
    return this.say('OUTGOING_CALL_STARTED', data);
  }

  /** An inbound call rings. */
  incomingCall(data: IncomingCall): SendResult {
    return this.say('INCOMING_CALL', data);
  }

  /** The call was answered. */
  callAnswered(data?: WhichCall): SendResult {
    return this.say('CALL_ANSWERED', data);
  }

  /** The call was handed to somebody else. Nothing more is said of it. */
  callTransferred(data?: WhichCall): SendResult {
    return this.say('CALL_TRANSFERRED', data);
  }

  /** The call is over. */
  callEnded(data?: CallEnded): SendResult {
    return this.say('CALL_ENDED', data);
  }

  /**
   * The user is done with the call. Waits for the engagement's id if HubSpot has not named it yet, and says
   * that the call has ended if nobody did. Without an id it is about a call that has ended, if there is one: that in
   * focus, else the one that ended last. So `callEnded()` and then `callCompleted()` are about the same call.
   */
  callCompleted(data?: CallCompleted): SendResult {
    return this.say('CALL_COMPLETED', data);
  }

  /** Anything else about a call. Undocumented by HubSpot. */
  callData(data?: unknown): SendResult {
    return this.say('CALL_DATA', data);
  }

  /** The help desk's call is finished with. */
  finalizeEngagement(data?: FinalizeEngagement): SendResult {
    return this.say('FINALIZE_ENGAGEMENT', data);
  }

  /**
   * The older name of `finalizeEngagement`.
   *
   * @deprecated Use `finalizeEngagement`.
   */
  publishToChannel(data?: FinalizeEngagement): SendResult {
    return this.say('PUBLISH_TO_CHANNEL', data);
  }

  /** Shows a record in the CRM. The page may reload. */
  navigateToRecord(data: NavigateToRecord): SendResult {
    return this.say('NAVIGATE_TO_RECORD', data);
  }

  /** Asks for another size, in px. */
  resizeWidget(data: Sayings['RESIZE_WIDGET']): SendResult {
    return this.say('RESIZE_WIDGET', data);
  }

  /** Shows an error to the user, in HubSpot. */
  sendError(data: Sayings['ERROR']): SendResult {
    return this.say('ERROR', data);
  }

  /** Tells HubSpot the widget's new address. */
  setWidgetUrl(data: Sayings['SET_WIDGET_URL']): SendResult {
    return this.say('SET_WIDGET_URL', data);
  }
}
