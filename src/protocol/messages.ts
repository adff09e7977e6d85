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
  /** Who sends it. */
  readonly direction: 'to-host' | 'to-widget' | 'both';
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

export const messages = {
  /** The widget is ready. The first message after the handshake. */
  INITIALIZED: {
    direction: 'to-host',
    state: 'session',
    data: fields({
      isLoggedIn: maybe(flag),
      isAvailable: maybe(flag),
      sizeInfo: maybe(fields({ width: maybe(number), height: maybe(number) })),
      engagementId: maybe(id),
    }),
  },
  /** The user has logged in to the phone. */
  LOGGED_IN: { direction: 'to-host', state: 'login', data: anything },
  /** The user has logged out of the phone. */
  LOGGED_OUT: { direction: 'to-host', state: 'login', data: anything },
  /** The user takes calls. */
  USER_AVAILABLE: { direction: 'to-host', state: 'availability', data: anything },
  /** The user takes no calls. */
  USER_UNAVAILABLE: { direction: 'to-host', state: 'availability', data: anything },
  /** An outbound call has started. With `createEngagement` HubSpot makes the call's record. */
  OUTGOING_CALL_STARTED: {
    direction: 'to-host',
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
    direction: 'to-host',
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
  CALL_ANSWERED: { direction: 'to-host', perCall: true, data: callReference },
  /** The call was handed to somebody else: this user's part in it is over. */
  CALL_TRANSFERRED: { direction: 'to-host', perCall: true, data: callReference },
  /** Whatever the app wants to add. Undocumented by HubSpot. */
  CALL_DATA: { direction: 'to-host', data: anything },
  /** The call is over. */
  CALL_ENDED: {
    direction: 'to-host',
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
    direction: 'to-host',
    perCall: true,
    data: fields({
      externalCallId: maybe(text),
      engagementId: maybe(id),
      hideWidget: maybe(flag),
      engagementProperties: maybe(engagementProperties),
    }),
  },
  /** A call of the help desk is finished with. */
  FINALIZE_ENGAGEMENT: { direction: 'to-host', perCall: true, data: engagement },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT`. */
  PUBLISH_TO_CHANNEL: { direction: 'to-host', perCall: true, data: engagement },
  /** Shows a record in the CRM. The page may reload. */
  NAVIGATE_TO_RECORD: {
    direction: 'to-host',
    data: fields({
      objectCoordinates,
      engagementId: maybe(id),
      openIn: maybe(oneOf('CURRENT_TAB', 'NEW_TAB')),
    }),
  },
  /** The widget asks for another size, in px. */
  RESIZE_WIDGET: {
    direction: 'to-host',
    state: 'size',
    data: fields({ width: maybe(number), height: maybe(number) }),
  },
  /** Something went wrong; HubSpot shows the message to the user. A host may send it too. */
  ERROR: { direction: 'both', data: maybe(fields({ message: maybe(text), type: maybe(text) })) },
  /** The widget's address has changed. */
  SET_WIDGET_URL: { direction: 'to-host', state: 'url', data: fields({ iFrameUrl: text }) },

  /** The user pressed a phone number in the CRM. */
  DIAL_NUMBER: {
    direction: 'to-widget',
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
  CREATE_ENGAGEMENT_SUCCEEDED: { direction: 'to-widget', data: engagement },
  /** @deprecated The older name of `CREATE_ENGAGEMENT_SUCCEEDED`; both may arrive for one engagement. */
  ENGAGEMENT_CREATED: { direction: 'to-widget', data: engagement },
  /** HubSpot could not make the call's record. */
  CREATE_ENGAGEMENT_FAILED: { direction: 'to-widget', data: failure },
  /** HubSpot has written the call's properties. */
  UPDATE_ENGAGEMENT_SUCCEEDED: { direction: 'to-widget', data: engagement },
  /** HubSpot could not write the call's properties. */
  UPDATE_ENGAGEMENT_FAILED: { direction: 'to-widget', data: failure },
  /** The records that carry the caller's number: none, one or several. */
  CALLER_ID_MATCH_SUCCEEDED: {
    direction: 'to-widget',
    data: fields({ callerIdMatches: listOf(callerIdMatch), externalCallId: maybe(text) }),
  },
  /** HubSpot could not look for the caller. */
  CALLER_ID_MATCH_FAILED: { direction: 'to-widget', data: failure },
  /** HubSpot could not show the record. */
  NAVIGATE_TO_RECORD_FAILED: {
    direction: 'to-widget',
    data: maybe(fields({ engagementId: maybe(id), objectCoordinates: maybe(objectCoordinates) })),
  },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT_SUCCEEDED`. */
  PUBLISH_TO_CHANNEL_SUCCEEDED: { direction: 'to-widget', data: maybe(engagement) },
  /** @deprecated The older name of `FINALIZE_ENGAGEMENT_FAILED`. */
  PUBLISH_TO_CHANNEL_FAILED: { direction: 'to-widget', data: maybe(fields({ engagementId: maybe(id) })) },
  /** The help desk's call is closed. */
  FINALIZE_ENGAGEMENT_SUCCEEDED: { direction: 'to-widget', data: maybe(engagement) },
  /** The help desk's call could not be closed. */
  FINALIZE_ENGAGEMENT_FAILED: { direction: 'to-widget', data: maybe(fields({ engagementId: maybe(id) })) },
  /** The user hid or minimised the widget, or brought it back. */
  VISIBILITY_CHANGED: {
    direction: 'to-widget',
    data: fields({ isMinimized: maybe(flag), isHidden: maybe(flag) }),
  },
  /** HubSpot asks to hang up. */
  END_CALL: { direction: 'to-widget', data: anything },
  /** Undocumented by HubSpot; passed on as it comes. */
  SET_CALL_STATE: { direction: 'to-widget', data: anything },
  /** Undocumented by HubSpot; passed on as it comes. */
  INITIATE_CALL_ID_SUCCEEDED: { direction: 'to-widget', data: anything },
  /** Undocumented by HubSpot; passed on as it comes. */
  INITIATE_CALL_ID_FAILED: { direction: 'to-widget', data: failure },
  /** HubSpot could not use the new address. */
  SET_WIDGET_URL_FAILED: { direction: 'to-widget', data: anything },
  /** An older host could not write the call's associations. */
  UPDATE_ASSOCIATIONS_FAILED: { direction: 'to-widget', data: anything },
} as const satisfies Record<string, MessageRecord>;

type Messages = typeof messages;

/** The name of a message on the wire. */
export type MessageType = keyof Messages;

type Going<D extends MessageRecord['direction']> = {
  [T in MessageType]: Messages[T]['direction'] extends D ? T : never;
}[MessageType];

/** Messages that a widget sends. */
export type OutboundType = Going<'to-host' | 'both'>;
/** Messages that HubSpot sends. */
export type InboundType = Going<'to-widget' | 'both'>;

/** The payload of a message, after parsing. */
export type MessageData<T extends MessageType> = Output<Messages[T]['data']>;
/** The payload of a message, as one may write it. */
export type MessageInput<T extends MessageType> = Input<Messages[T]['data']>;

/** A message of one of the types, with the payload that belongs to it. */
export type Message<T extends MessageType = MessageType> = {
  [K in T]: { readonly type: K; readonly data: MessageData<K>; readonly messageId: string | number };
}[T];

const types = Object.keys(messages) as MessageType[];

const going = (direction: MessageRecord['direction']) =>
  new Map<string, MessageRecord>(
    types
      .filter((type) => [direction, 'both'].includes(messages[type].direction))
      .map((type) => [type, messages[type]]),
  );

/** What a widget may receive, by type. A `Map`, so that no inherited name is ever found. */
export const inboundMessages: ReadonlyMap<string, MessageRecord> = going('to-widget');
/** What HubSpot may receive, by type. */
export const outboundMessages: ReadonlyMap<string, MessageRecord> = going('to-host');
