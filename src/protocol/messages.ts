/** Every message between HubSpot and a widget: one record each, everything else is derived from here. */
import {
  anything,
  callEndStatuses,
  callId,
  callReference,
  callerIdMatches,
  callerNumber,
  engagement,
  engagementProperties,
  failure,
  flag,
  id,
  kind,
  matchFailure,
  maybe,
  objectCoordinates,
  oneOf,
  orEmpty,
  partOfEngagement,
  phoneNumber,
  size,
  text,
  time,
} from './fields.js';
import { fields, isRecord, prepare, type Input, type Output, type Schema } from './schema.js';

/** What there is to know about one message. */
export interface MessageRecord {
  /** What its payload, `data`, must look like. */
  readonly data: Schema;
  /** It is about one call, and is sent at most once for each call. */
  readonly perCall?: true;
  /**
   * It tells the widget's present state. Of the messages that wait for the handshake, a later one replaces an earlier
   * one of the same group.
   */
  readonly state?: 'session' | 'login' | 'availability' | 'size' | 'url';
  /** The field that may also stand beside `type`, where the official SDK reads it, instead of in `data`. */
  readonly atTop?: string;
  /** The official SDK 0.9.7 has no constant and no handler for it. Our SDK hands it to `defaultEventHandler`. */
  readonly unofficial?: true;
}

/** Older hosts write `phone_number` for `phoneNumber`. */
const withOlderNumber = <O, I>(schema: Schema<O, I>) =>
  prepare<O, I | { readonly phone_number: string; readonly [name: string]: unknown }>(schema, (value) => {
    if (!isRecord(value)) return value;
    const data = value as Readonly<Record<string, unknown>>;
    return { ...data, phoneNumber: data['phoneNumber'] || data['phone_number'] };
  });

/** Something went wrong. From a widget: HubSpot shows `message` to the user. A host may send it as well. */
const ERROR = { data: maybe(fields({ message: maybe(text), type: maybe(text) })) };

/** What a widget sends. */
const toHost = {
  /** The widget is ready. The first message after the handshake. */
  INITIALIZED: {
    state: 'session',
    data: orEmpty(
      fields({
        isLoggedIn: maybe(flag),
        isAvailable: maybe(flag),
        sizeInfo: maybe(fields({ width: maybe(size), height: maybe(size) })),
        engagementId: maybe(id),
      }),
    ),
  },
  /** The user has logged in to the phone. */
  LOGGED_IN: { state: 'login', data: anything },
  /** The user has logged out of the phone. */
  LOGGED_OUT: { state: 'login', data: anything },
  /** The user is available for calls. */
  USER_AVAILABLE: { state: 'availability', data: anything },
  /** The user is not available for calls. */
  USER_UNAVAILABLE: { state: 'availability', data: anything },
  /** An outbound call has started. With `createEngagement: true` HubSpot creates the engagement. */
  OUTGOING_CALL_STARTED: {
    perCall: true,
    data: orEmpty(
      fields({
        externalCallId: maybe(callId),
        toNumber: maybe(phoneNumber),
        fromNumber: maybe(phoneNumber),
        callStartTime: maybe(time),
        createEngagement: maybe(flag),
        /** The older name of `toNumber`. */
        phoneNumber: maybe(phoneNumber),
      }),
    ),
  },
  /** An inbound call rings. HubSpot searches its records for the caller. */
  INCOMING_CALL: {
    perCall: true,
    data: fields({
      externalCallId: maybe(callId),
      fromNumber: callerNumber,
      toNumber: callerNumber,
      callStartTime: maybe(time),
      createEngagement: maybe(flag),
    }),
  },
  /** The call was answered, by either side. */
  CALL_ANSWERED: { perCall: true, data: callReference },
  /** The call was transferred to somebody else. Nothing more is sent about it. */
  CALL_TRANSFERRED: { perCall: true, data: callReference },
  /** Anything else about a call. Undocumented by HubSpot. */
  CALL_DATA: { data: anything },
  /** The call is over. */
  CALL_ENDED: {
    perCall: true,
    data: orEmpty(
      fields({
        externalCallId: maybe(callId),
        engagementId: maybe(id),
        callEndStatus: maybe(oneOf(...callEndStatuses)),
      }),
    ),
  },
  /** The user has finished the wrap-up. HubSpot puts the call on the timeline. */
  CALL_COMPLETED: {
    perCall: true,
    data: orEmpty(
      fields({
        externalCallId: maybe(callId),
        engagementId: maybe(id),
        hideWidget: maybe(flag),
        engagementProperties: maybe(engagementProperties),
      }),
    ),
  },
  /** The user has finished a help desk call. */
  FINALIZE_ENGAGEMENT: { perCall: true, data: orEmpty(partOfEngagement) },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT`. */
  PUBLISH_TO_CHANNEL: { perCall: true, data: orEmpty(partOfEngagement) },
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
    data: orEmpty(fields({ width: maybe(size), height: maybe(size) })),
  },
  ERROR,
  /** The widget's address has changed. */
  SET_WIDGET_URL: { state: 'url', atTop: 'iFrameUrl', data: fields({ iFrameUrl: text }) },
} as const satisfies Record<string, MessageRecord>;

/** What HubSpot sends. */
const toWidget = {
  ERROR,
  /** The user clicked a phone number in the CRM. */
  DIAL_NUMBER: {
    data: withOlderNumber(
      fields({
        phoneNumber,
        countryCode: maybe(text),
        calleeInfo: maybe(fields({ calleeId: maybe(id), calleeObjectTypeId: maybe(text) })),
        /** May be 0, or the record that is open. The person to call is in `calleeInfo`; this is second best. */
        objectId: maybe(id),
        objectType: maybe(text),
        ownerId: maybe(id),
        portalId: maybe(id),
        subjectId: maybe(id),
        startTimestamp: maybe(time),
        toPhoneNumberSrc: maybe(text),
        threadId: maybe(kind('string', 'number')),
      }),
    ),
  },
  /** HubSpot has created the engagement: the call's record in the CRM. */
  CREATE_ENGAGEMENT_SUCCEEDED: { data: engagement },
  /** @deprecated The older name of `CREATE_ENGAGEMENT_SUCCEEDED`; both may arrive for one engagement. */
  ENGAGEMENT_CREATED: { data: engagement },
  /** HubSpot could not create the engagement. */
  CREATE_ENGAGEMENT_FAILED: { data: failure },
  /** HubSpot has written the properties of the engagement. */
  UPDATE_ENGAGEMENT_SUCCEEDED: { data: engagement },
  /** HubSpot could not write the properties of the engagement. */
  UPDATE_ENGAGEMENT_FAILED: { data: failure },
  /** The CRM records with the caller's number: none, one or several. */
  CALLER_ID_MATCH_SUCCEEDED: { data: callerIdMatches },
  /** HubSpot could not search for the caller. */
  CALLER_ID_MATCH_FAILED: { data: matchFailure },
  /** HubSpot could not show the record. */
  NAVIGATE_TO_RECORD_FAILED: {
    data: maybe(fields({ engagementId: maybe(id), objectCoordinates: maybe(objectCoordinates) })),
  },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT_SUCCEEDED`. */
  PUBLISH_TO_CHANNEL_SUCCEEDED: { data: maybe(partOfEngagement) },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT_FAILED`. */
  PUBLISH_TO_CHANNEL_FAILED: { data: maybe(partOfEngagement) },
  /** The help desk call is finished. */
  FINALIZE_ENGAGEMENT_SUCCEEDED: { data: maybe(partOfEngagement) },
  /** The help desk call could not be finished. */
  FINALIZE_ENGAGEMENT_FAILED: { data: maybe(partOfEngagement) },
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
  /** Only older hosts send it: the associations of the call could not be written. */
  UPDATE_ASSOCIATIONS_FAILED: { unofficial: true, data: anything },
} as const satisfies Record<string, MessageRecord>;

/** All messages, in both directions. */
export const messages = { ...toHost, ...toWidget };

export type Messages = typeof messages;

/** The name of a message on the wire. */
export type MessageType = keyof Messages;
/** Messages that a widget sends. */
export type OutboundType = keyof typeof toHost;
/** Messages that HubSpot sends. */
export type InboundType = keyof typeof toWidget;

/** The payload of a message as an app is given it: read, with numbers for ids. */
export type MessageData<T extends MessageType> = Output<Messages[T]['data']>;
/** The payload of a message as it may be sent: an id may also be text, and a field that is not required `null`. */
export type MessageInput<T extends MessageType> = Input<Messages[T]['data']>;

/** What a widget may send with each message. */
export type OutboundPayloads = { [T in OutboundType]: MessageInput<T> };

/** What HubSpot may send with each message. */
export type InboundPayloads = { [T in InboundType]: MessageInput<T> };

/** A message of one of the types, with the payload that belongs to it. */
export type Message<T extends MessageType = MessageType> = {
  [K in T]: { readonly type: K; readonly data: MessageData<K>; readonly messageId: string | number };
}[T];

/** What a widget may receive, by type. A `Map`, because an object would also find inherited names: `toString`. */
export const inboundMessages: ReadonlyMap<string, MessageRecord> = new Map(Object.entries(toWidget));
/** What HubSpot may receive, by type. */
export const outboundMessages: ReadonlyMap<string, MessageRecord> = new Map(Object.entries(toHost));

/** What there is to know about a message that a widget sends. */
export function outboundRecord(type: OutboundType): MessageRecord {
  return toHost[type];
}
