/** The official SDK's `Constants`: the same names and values, as far as they go from our own table of messages. */
import {
  inboundMessages,
  outboundMessages,
  type MessageRecord,
  type MessageType,
  type OutboundType,
} from '../protocol/messages.js';
import { handlerName } from '../protocol/names.js';
import type { EventHandlers } from './types.js';

/** A constant for each name. */
type Named<T extends string> = { [K in T]: string };

const named = (names: readonly string[], start = ''): Record<string, string> =>
  Object.fromEntries(names.map((name) => [start + name, name]));

// The official SDK's constants leave out what it does not know.
const officialTypes = (messages: ReadonlyMap<string, MessageRecord>) =>
  [...messages.keys()].filter((type) => !messages.get(type)?.unofficial);

const sent = officialTypes(outboundMessages);
// There is no handler for an ERROR of HubSpot's.
const handled = officialTypes(inboundMessages).filter((type) => type !== 'ERROR');

/** What the published 0.9.7 calls itself. */
export const VERSION: string = '0.9.7-beta.0';

/** Headings of the debug log. */
export const debugMessageType = {
  FROM_HUBSPOT: 'From HubSpot',
  TO_HUBSPOT: 'To HubSpot',
  GENERIC_MESSAGE: 'Generic Message',
};

/** What a widget says. */
export const thirdPartyToHostEvents = named(
  sent.filter((type) => type !== 'ERROR' && type !== 'SET_WIDGET_URL'),
) as Named<Exclude<OutboundType, 'ERROR' | 'SET_WIDGET_URL'>>;

/** What either says, and what the SDK says to itself. */
export const messageType = named([
  ...sent,
  ...handled,
  ...['READY', 'SYNC_ACK_FAILED', 'SYNC_ACK', 'SYNC', 'UNLOADING', 'FAILED'],
]) as Named<
  | Exclude<MessageType, 'UPDATE_ASSOCIATIONS_FAILED'>
  | 'READY'
  | 'SYNC_ACK_FAILED'
  | 'SYNC_ACK'
  | 'SYNC'
  | 'UNLOADING'
  | 'FAILED'
>;

/** The handler of each message. */
export const messageHandlerNames = Object.fromEntries(
  [...handled, 'READY', 'FAILED'].map((type) => [type, handlerName(type)]),
) as Record<string, Exclude<keyof EventHandlers, 'FAILED'>>;

/** The one kind of `ERROR` that the SDK sends by itself. */
export const errorType = { UNKNOWN_MESSAGE_TYPE: 'UNKNOWN_MESSAGE_TYPE' };

const internal = <T extends string>(...names: T[]) => named(names, 'INTERNAL_') as Named<`INTERNAL_${T}`>;

/** How a call stands. */
export const callRingingStatus = internal('QUEUED', 'RINGING', 'CONNECTING', 'CALLING_CRM_USER');
export const callInProgressStatus = internal('IN_PROGRESS');
export const callEndingStatus = internal('ENDING');
export const callEndStatus = internal('COMPLETED', 'FAILED', 'CANCELED', 'BUSY', 'NO_ANSWER');
export const callStatus = {
  ...callRingingStatus,
  ...callInProgressStatus,
  ...callEndingStatus,
  ...callEndStatus,
};

/** Whose number it is. */
export const CONTACT = 'CONTACT';
export const COMPANY = 'COMPANY';
export const callerIdTypes: Named<'CONTACT' | 'COMPANY'> = { CONTACT, COMPANY };
