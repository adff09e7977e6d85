/**
 * What an app sends, by the official SDK's names. `payloads.test.ts` holds these types to the table of messages in
 * `src/protocol/messages.ts`.
 */
import type { ObjectCoordinates } from './payloads.js';

/** In px. */
export type OnResize = {
  width: number;
  height: number;
};

export type SizeInfo = OnResize;

export type OnInitialized = {
  isLoggedIn?: boolean;
  isAvailable?: boolean;
  /** The size to open with. */
  sizeInfo?: SizeInfo;
  engagementId?: number;
};

export type OnIncomingCall = {
  externalCallId: string;
  fromNumber: string;
  toNumber: string;
  /** Epoch ms. */
  callStartTime?: number;
  createEngagement?: boolean;
};

export type OnOutgoingCall = {
  externalCallId: string;
  fromNumber?: string;
  toNumber?: string;
  /** Epoch ms. */
  callStartTime?: number;
  createEngagement?: boolean;
};

export type OnCallAnswered = {
  externalCallId: string;
};

export type OnCallTransferred = {
  externalCallId: string;
};

/** Use `OnFinalizeEngagement` instead. */
export type OnPublishToChannel = {
  externalCallId: string;
  engagementId: number;
};

export type OnFinalizeEngagement = {
  externalCallId: string;
  engagementId: number;
};

export type OnSetWidgetUrl = {
  iFrameUrl: string;
};

/** How a call ended. */
export type EndStatus = 'COMPLETED' | 'FAILED' | 'CANCELED' | 'BUSY' | 'NO_ANSWER' | 'REJECTED' | 'MISSED';

export type OnCallEnded = {
  externalCallId: string;
  engagementId: number;
  callEndStatus?: EndStatus;
};

/** Properties of the CRM's call object. */
export type RawEngagementProperties = {
  /** When the call began, epoch ms: its place on the timeline. */
  hs_timestamp: number | string;
  /** Notes. */
  hs_call_body?: string;
  hs_call_callee_object_id?: string;
  hs_call_callee_object_type?: string;
  /** `INBOUND` or `OUTBOUND`, seen from the user. */
  hs_call_direction?: string;
  /** The outcome: an id from the account's settings. */
  hs_call_disposition?: string;
  /** Ms. */
  hs_call_duration?: string;
  hs_call_from_number?: string;
  /** https only. */
  hs_call_recording_url?: string;
  hs_call_status?: string;
  hs_call_title?: string;
  /** `INTEGRATIONS_PLATFORM`, for recordings and transcripts. */
  hs_call_source?: string;
  hs_call_to_number?: string;
  hubspot_owner_id?: string;
  hs_activity_type?: string;
  /** Separated by semicolons. */
  hs_attachment_ids?: string;
};

export type OnCallCompleted = {
  externalCallId: string;
  engagementId?: number | string;
  /** Default: true. */
  hideWidget?: boolean;
  engagementProperties?: RawEngagementProperties;
};

export type OnNavigateToRecord = {
  engagementId?: number;
  objectCoordinates: ObjectCoordinates;
  openIn?: 'CURRENT_TAB' | 'NEW_TAB';
};

/** HubSpot shows the message to the user. */
export type OnError = {
  message: string;
};

export type OnMessage = {
  type: string;
  data?: Object;
};

type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/**
 * What an app may send, by message. The types above are as narrow as the official SDK's. Here the fields are as HubSpot
 * documents them: it takes more.
 */
export interface AppPayloads {
  INITIALIZED: OnInitialized;
  LOGGED_IN: undefined;
  LOGGED_OUT: undefined;
  USER_AVAILABLE: undefined;
  USER_UNAVAILABLE: undefined;
  OUTGOING_CALL_STARTED: Optional<OnOutgoingCall, 'externalCallId'> & {
    /** The older name of `toNumber`. */
    phoneNumber?: string;
  };
  INCOMING_CALL: Optional<OnIncomingCall, 'externalCallId'>;
  CALL_ANSWERED: OnCallAnswered | undefined;
  CALL_TRANSFERRED: OnCallTransferred | undefined;
  CALL_DATA: unknown;
  CALL_ENDED: (Partial<Omit<OnCallEnded, 'engagementId'>> & { engagementId?: number | string }) | undefined;
  CALL_COMPLETED: Optional<Omit<OnCallCompleted, 'engagementProperties'>, 'externalCallId'> & {
    /** Also properties of your own. */
    engagementProperties?: RawEngagementProperties | Record<string, string>;
  };
  FINALIZE_ENGAGEMENT: Optional<OnFinalizeEngagement, 'externalCallId'>;
  PUBLISH_TO_CHANNEL: OnPublishToChannel;
  NAVIGATE_TO_RECORD: Omit<OnNavigateToRecord, 'objectCoordinates'> & {
    /** `objectTypeId`: also a custom object's. */
    objectCoordinates: Omit<ObjectCoordinates, 'objectTypeId'> & { objectTypeId: string };
  };
  RESIZE_WIDGET: Partial<OnResize>;
  ERROR: OnError;
  SET_WIDGET_URL: OnSetWidgetUrl;
}
