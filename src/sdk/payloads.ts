/**
 * What HubSpot sends, as it sends it: ids are numbers, though older hosts may write one as text. `payloads.test.ts` holds
 * these types to the table of messages in `src/protocol/messages.ts`.
 */

/** Where a record lives in the CRM. */
export type ObjectCoordinates = {
  portalId: number;
  objectId: number;
  objectTypeId: '0-1' | '0-2';
};

/** A contact that has the caller's number. */
export type ContactIdMatch = {
  callerIdType: 'CONTACT';
  objectCoordinates: ObjectCoordinates;
  firstName: string;
  lastName: string;
  email: string;
};

/** A company that has the caller's number. */
export type CompanyIdMatch = {
  callerIdType: 'COMPANY';
  objectCoordinates: ObjectCoordinates;
  name: string;
};

/** What the handshake has told. */
export type ReadyPayload = {
  /** Set when the page was reloaded during an inbound call: the call to show again. */
  engagementId?: number;
  portalId?: number;
  userId?: number;
  ownerId?: number;
  /** `widget` on a record, `remote` in the navigation bar, `window` the detached calling window. */
  iframeLocation?: string;
  usesCallingWindow?: boolean;
  hostUrl?: string;
};

/** The user pressed a phone number in the CRM. */
export type DialNumberPayload = {
  phoneNumber: string;
  countryCode?: string;
  /** Whom to call; `objectId` may be the record on view. */
  calleeInfo?: { calleeId: number; calleeObjectTypeId: string };
  ownerId: number;
  portalId: number;
  /** May be 0. */
  objectId: number;
  /** May be missing. */
  objectType: string;
  subjectId?: number;
  /** Epoch ms. */
  startTimestamp?: number;
  toPhoneNumberSrc?: string;
};

/** The call's record in the CRM. */
export type EngagementPayload = { engagementId: number };

/** Of a help desk's call. */
export type FinalizedPayload = { engagementId: number; externalCallId: string };

/** Why HubSpot could not do what was asked. */
export type FailurePayload = { error: { message: string } };

/** What HubSpot sends, by message. `READY` is made by the SDK, out of the handshake. */
export interface HostPayloads {
  READY: ReadyPayload;
  DIAL_NUMBER: DialNumberPayload;
  CREATE_ENGAGEMENT_SUCCEEDED: EngagementPayload;
  ENGAGEMENT_CREATED: EngagementPayload;
  CREATE_ENGAGEMENT_FAILED: FailurePayload;
  UPDATE_ENGAGEMENT_SUCCEEDED: EngagementPayload;
  UPDATE_ENGAGEMENT_FAILED: FailurePayload;
  CALLER_ID_MATCH_SUCCEEDED: { callerIdMatches: (ContactIdMatch | CompanyIdMatch)[] };
  CALLER_ID_MATCH_FAILED: FailurePayload;
  NAVIGATE_TO_RECORD_FAILED: { engagementId?: number; objectCoordinates: ObjectCoordinates };
  PUBLISH_TO_CHANNEL_SUCCEEDED: FinalizedPayload;
  PUBLISH_TO_CHANNEL_FAILED: FinalizedPayload;
  FINALIZE_ENGAGEMENT_SUCCEEDED: FinalizedPayload;
  FINALIZE_ENGAGEMENT_FAILED: FinalizedPayload;
  VISIBILITY_CHANGED: { isMinimized: boolean; isHidden: boolean };
  END_CALL: unknown;
  SET_CALL_STATE: unknown;
  INITIATE_CALL_ID_SUCCEEDED: unknown;
  INITIATE_CALL_ID_FAILED: FailurePayload;
  SET_WIDGET_URL_FAILED: unknown;
}
