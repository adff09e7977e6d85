/** Every message between HubSpot and a widget: one record each, everything else is derived from here. */
import {
  anything,
  callEndStatuses,
  callReference,
  callerIdMatch,
  engagement,
  engagementProperties,
  failure,
  flag,
  id,
  kind,
  maybe,
  number,
  objectCoordinates,
  oneOf,
  orEmpty,
  phoneNumber,
  text,
} from './fields.js';
import { fields, listOf, transform, type Input, type Output, type Schema } from './schema.js';

/** What there is to know about one message. */
export interface MessageRecord {
  /** What its `data` must look like. */
  readonly data: Schema;
  /** It belongs to one call and goes out at most once for it. */
  readonly perCall?: true;
  /** It tells a state: a later message of the same group replaces an earlier one that still waits. */
  readonly state?: 'session' | 'login' | 'availability' | 'size' | 'url';
}

const renameNumber = (data: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...data,
  phoneNumber: data['phoneNumber'] ?? data['phone_number'],
});

/** Older hosts say `phone_number`. */
function withNumber<O>(schema: Schema<O>): Schema<O, Readonly<Record<string, unknown>>> {
  const renamed = transform(fields({}), renameNumber);
  return (value, at) => schema(renamed(value, at), at);
}

/** Something went wrong; HubSpot shows the message to the user. A host may send it too. */
const ERROR = { data: maybe(fields({ message: maybe(text), type: maybe(text) })) };

/** What a widget sends. */
const toHost = {
  /** The widget is ready. The first message after the handshake. */
  INITIALIZED: {
    state: 'session',
    data: fields({
      isLoggedIn: maybe(flag),
      isAvailable: maybe(flag),
      sizeInfo: maybe(fields({ width: maybe(number), height: maybe(number) })),
      engagementId: maybe(id),
    }),
  },
  /** The user has logged in to the phone. */
  LOGGED_IN: { state: 'login', data: anything },
  /** The user has logged out of the phone. */
  LOGGED_OUT: { state: 'login', data: anything },
  /** The user takes calls. */
  USER_AVAILABLE: { state: 'availability', data: anything },
  /** The user takes no calls. */
  USER_UNAVAILABLE: { state: 'availability', data: anything },
  /** An outbound call has started. With `createEngagement` HubSpot makes the call's record. */
  OUTGOING_CALL_STARTED: {
    perCall: true,
    data: fields({
      externalCallId: maybe(text),
      toNumber: maybe(phoneNumber),
      fromNumber: maybe(text),
      callStartTime: maybe(number),
      createEngagement: maybe(flag),
      /** The older name of `toNumber`. */
      phoneNumber: maybe(phoneNumber),
    }),
  },
  /** An inbound call rings. HubSpot looks for the caller among its records. */
  INCOMING_CALL: {
    perCall: true,
    data: fields({
      externalCallId: maybe(text),
      fromNumber: phoneNumber,
      toNumber: phoneNumber,
      callStartTime: maybe(number),
      createEngagement: maybe(flag),
    }),
  },
  /** The call was answered, by either side. */
  CALL_ANSWERED: { perCall: true, data: callReference },
  /** The call was handed to somebody else: this user's part in it is over. */
  CALL_TRANSFERRED: { perCall: true, data: callReference },
  /** Whatever the app wants to add. Undocumented by HubSpot. */
  CALL_DATA: { data: anything },
  /** The call is over. */
  CALL_ENDED: {
    perCall: true,
    data: orEmpty(
      fields({
        externalCallId: maybe(text),
        engagementId: maybe(id),
        callEndStatus: maybe(oneOf(...callEndStatuses)),
      }),
    ),
  },
  /** The user is done with the call. HubSpot puts its record on the timeline. */
  CALL_COMPLETED: {
    perCall: true,
    data: fields({
      externalCallId: maybe(text),
      engagementId: maybe(id),
      hideWidget: maybe(flag),
      engagementProperties: maybe(engagementProperties),
    }),
  },
  /** A call of the help desk is finished with. */
  FINALIZE_ENGAGEMENT: { perCall: true, data: engagement },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT`. */
  PUBLISH_TO_CHANNEL: { perCall: true, data: engagement },
  /** Shows a record in the CRM. The page may reload. */
  NAVIGATE_TO_RECORD: {
    data: fields({
      objectCoordinates,
      engagementId: maybe(id),
      openIn: maybe(oneOf('CURRENT_TAB', 'NEW_TAB')),
    }),
  },
  /** The widget asks for another size, in px. */
  RESIZE_WIDGET: {
    state: 'size',
    data: fields({ width: maybe(number), height: maybe(number) }),
  },
  ERROR,
  /** The widget's address has changed. */
  SET_WIDGET_URL: { state: 'url', data: fields({ iFrameUrl: text }) },
} as const satisfies Record<string, MessageRecord>;

/** What HubSpot sends. */
const toWidget = {
  ERROR,
  /** The user pressed a phone number in the CRM. */
  DIAL_NUMBER: {
    data: withNumber(
      fields({
        phoneNumber,
        countryCode: maybe(text),
        calleeInfo: maybe(fields({ calleeId: maybe(id), calleeObjectTypeId: maybe(text) })),
        /** May be 0, or the record on view: whom to call is `calleeInfo` first. */
        objectId: maybe(id),
        objectType: maybe(text),
        ownerId: maybe(id),
        portalId: maybe(id),
        subjectId: maybe(id),
        startTimestamp: maybe(number),
        toPhoneNumberSrc: maybe(text),
        threadId: maybe(kind('string', 'number')),
      }),
    ),
  },
  /** HubSpot made the call's record. */
  CREATE_ENGAGEMENT_SUCCEEDED: { data: engagement },
  /** @deprecated The older name of `CREATE_ENGAGEMENT_SUCCEEDED`; both may arrive for one engagement. */
  ENGAGEMENT_CREATED: { data: engagement },
  /** HubSpot could not make the call's record. */
  CREATE_ENGAGEMENT_FAILED: { data: failure },
  /** HubSpot has written the call's properties. */
  UPDATE_ENGAGEMENT_SUCCEEDED: { data: engagement },
  /** HubSpot could not write the call's properties. */
  UPDATE_ENGAGEMENT_FAILED: { data: failure },
  /** The records that carry the caller's number: none, one or several. */
  CALLER_ID_MATCH_SUCCEEDED: {
    data: fields({ callerIdMatches: listOf(callerIdMatch), externalCallId: maybe(text) }),
  },
  /** HubSpot could not look for the caller. */
  CALLER_ID_MATCH_FAILED: { data: failure },
  /** HubSpot could not show the record. */
  NAVIGATE_TO_RECORD_FAILED: {
    data: maybe(fields({ engagementId: maybe(id), objectCoordinates: maybe(objectCoordinates) })),
  },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT_SUCCEEDED`. */
  PUBLISH_TO_CHANNEL_SUCCEEDED: { data: maybe(engagement) },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT_FAILED`. */
  PUBLISH_TO_CHANNEL_FAILED: { data: maybe(fields({ engagementId: maybe(id) })) },
  /** The help desk's call is closed. */
  FINALIZE_ENGAGEMENT_SUCCEEDED: { data: maybe(engagement) },
  /** The help desk's call could not be closed. */
  FINALIZE_ENGAGEMENT_FAILED: { data: maybe(fields({ engagementId: maybe(id) })) },
  /** The user hid or minimised the widget, or brought it back. */
  VISIBILITY_CHANGED: {
    data: fields({ isMinimized: maybe(flag), isHidden: maybe(flag) }),
  },
  /** HubSpot asks to hang up. */
  END_CALL: { data: anything },
  /** Undocumented by HubSpot; passed on as it comes. */
  SET_CALL_STATE: { data: anything },
  /** Undocumented by HubSpot; passed on as it comes. */
  INITIATE_CALL_ID_SUCCEEDED: { data: anything },
  /** Undocumented by HubSpot; passed on as it comes. */
  INITIATE_CALL_ID_FAILED: { data: failure },
  /** HubSpot could not use the new address. */
  SET_WIDGET_URL_FAILED: { data: anything },
  /** An older host could not write the call's associations. */
  UPDATE_ASSOCIATIONS_FAILED: { data: anything },
} as const satisfies Record<string, MessageRecord>;

/** All of them. */
export const messages = { ...toHost, ...toWidget };

type Messages = typeof messages;

/** The name of a message on the wire. */
export type MessageType = keyof Messages;
/** Messages that a widget sends. */
export type OutboundType = keyof typeof toHost;
/** Messages that HubSpot sends. */
export type InboundType = keyof typeof toWidget;

/** The payload of a message, after parsing. */
export type MessageData<T extends MessageType> = Output<Messages[T]['data']>;
/** The payload of a message, as one may write it. */
export type MessageInput<T extends MessageType> = Input<Messages[T]['data']>;

/** A message of one of the types, with the payload that belongs to it. */
export type Message<T extends MessageType = MessageType> = {
  [K in T]: { readonly type: K; readonly data: MessageData<K>; readonly messageId: string | number };
}[T];

/** What a widget may receive, by type. A `Map`, so that no inherited name is ever found. */
export const inboundMessages: ReadonlyMap<string, MessageRecord> = new Map(Object.entries(toWidget));
/** What HubSpot may receive, by type. */
export const outboundMessages: ReadonlyMap<string, MessageRecord> = new Map(Object.entries(toHost));
