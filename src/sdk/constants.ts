/** The official SDK's `Constants`: the same names and values, taken from our table of messages where they are in it. */
import { inboundMessages, outboundMessages, type MessageRecord } from '../protocol/messages.js';
import { handlerName } from '../protocol/names.js';
import type { AppPayloads, EventHandlers, HostPayloads } from './types.js';

/** An object with a text for each name. */
type NameMap<T extends string> = { [K in T]: string };

const nameMap = (names: readonly string[], prefix = ''): Record<string, string> =>
  Object.fromEntries(names.map((name) => [prefix + name, name]));

// The official SDK's constants leave out what it does not know.
const officialTypes = (messages: ReadonlyMap<string, MessageRecord>) =>
  [...messages].filter(([, record]) => !record.unofficial).map(([type]) => type);

const sent = officialTypes(outboundMessages);
// There is no handler for an ERROR of HubSpot's.
const handled = officialTypes(inboundMessages).filter((type) => type !== 'ERROR');

/** The version that the published 0.9.7 states. */
export const VERSION: string = '0.9.7-beta.0';

/** The headings of the debug log. */
export const debugMessageType = {
  FROM_HUBSPOT: 'From HubSpot',
  TO_HUBSPOT: 'To HubSpot',
  GENERIC_MESSAGE: 'Generic Message',
};

/** The messages that a widget sends. */
export const thirdPartyToHostEvents = nameMap(
  sent.filter((type) => type !== 'ERROR' && type !== 'SET_WIDGET_URL'),
) as NameMap<Exclude<keyof AppPayloads, 'ERROR' | 'SET_WIDGET_URL'>>;

/** The messages that either end sends, and those that the SDK only hands to the app. */
export const messageType = nameMap([
  ...sent,
  ...handled,
  ...['READY', 'SYNC_ACK_FAILED', 'SYNC_ACK', 'SYNC', 'UNLOADING', 'FAILED'],
]) as NameMap<
  keyof AppPayloads | keyof HostPayloads | 'SYNC_ACK_FAILED' | 'SYNC_ACK' | 'SYNC' | 'UNLOADING' | 'FAILED'
>;

/** The name of each message's handler. */
export const messageHandlerNames = Object.fromEntries(
  [...handled, 'READY', 'FAILED'].map((type) => [type, handlerName(type)]),
) as Record<string, keyof EventHandlers>;

/** The only type of `ERROR` that the SDK sends by itself. */
export const errorType = { UNKNOWN_MESSAGE_TYPE: 'UNKNOWN_MESSAGE_TYPE' };

const internalStatuses = <T extends string>(...names: T[]) =>
  nameMap(names, 'INTERNAL_') as NameMap<`INTERNAL_${T}`>;

/** The statuses of a call, by its stage. */
export const callRingingStatus = internalStatuses('QUEUED', 'RINGING', 'CONNECTING', 'CALLING_CRM_USER');
export const callInProgressStatus = internalStatuses('IN_PROGRESS');
export const callEndingStatus = internalStatuses('ENDING');
export const callEndStatus = internalStatuses('COMPLETED', 'FAILED', 'CANCELED', 'BUSY', 'NO_ANSWER');
export const callStatus = {
  ...callRingingStatus,
  ...callInProgressStatus,
  ...callEndingStatus,
  ...callEndStatus,
};

/** The kinds of records that a caller's number may belong to. */
export const CONTACT = 'CONTACT';
export const COMPANY = 'COMPANY';
export const callerIdTypes: NameMap<'CONTACT' | 'COMPANY'> = { CONTACT, COMPANY };
