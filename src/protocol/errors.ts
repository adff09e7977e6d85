/** Everything that can go wrong, by code: what was wrong, and what would be right. */

const table = {
  // Why a message was not let in.
  BAD_SOURCE: 'Not from the parent frame, which is the only one listened to.',
  BAD_ORIGIN: 'Not from a trusted origin. Add it to allowed-origins if it should be.',
  BAD_MESSAGE: 'Not an object with a type and a messageId.',
  NOT_READY: 'Came before the handshake. A host sends SYNC first.',
  DUPLICATE: 'Came twice. The first was handled.',
  BAD_DATA: 'A field is missing or not what it should be.',
  UNREADABLE: 'The browser could not read it.',
  // What stands in the way of a connection.
  NOT_FRAMED: 'The page is not in a frame. Open it inside HubSpot.',
  OPAQUE_ORIGIN: 'The frame is sandboxed. Add allow-same-origin.',
  DUPLICATE_BRIDGE: 'Another bridge is on this page. Keep one.',
  INVALID_CONFIG: 'A setting cannot be used.',
  FOREIGN_ANCESTOR: 'A frame further up is not trusted.',
  SYNC_TIMEOUT: 'HubSpot has not sent SYNC. Still listening.',
  HOST_URL_MISMATCH: 'The host names another address than its own. Its own is used.',
  HOST_ERROR: 'HubSpot answered with an error.',
  // Why something was not sent.
  DISCONNECTED: 'Not connected. Put the bridge into the page first.',
  NOT_CLONEABLE: 'Only plain data can be sent.',
  QUEUE_FULL: 'Too many messages wait for HubSpot. This one was not taken.',
  QUEUE_DROPPED: 'Messages that waited for HubSpot were dropped.',
  UNKNOWN_CALL: 'There is no such call. Start one with outgoingCall or incomingCall.',
  OUT_OF_ORDER: 'Said already, or not the time for it.',
  NO_ENGAGEMENT: 'HubSpot named no engagement in time. Completed without.',
  // Why something was not done.
  NO_BRIDGE: 'No bridge found. Put the element inside one, or name it with for.',
  REQUEST_UNANSWERED: 'Nobody carried it out. Listen to it and tell the bridge.',
  HANDLER_ERROR: 'A handler threw an error.',
} as const;

/** The closed set of codes. */
export type ErrorCode = keyof typeof table;

/** The codes of messages that were not let in. */
export type RejectionCode =
  'BAD_SOURCE' | 'BAD_ORIGIN' | 'BAD_MESSAGE' | 'NOT_READY' | 'DUPLICATE' | 'BAD_DATA' | 'UNREADABLE';

/** Without a repair of these there is no connection. */
const fatal: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'NOT_FRAMED',
  'OPAQUE_ORIGIN',
  'DUPLICATE_BRIDGE',
  'INVALID_CONFIG',
]);

/** What went wrong, as plain data. */
export interface CallingError {
  readonly code: ErrorCode;
  /** In words: what was wrong, with what value, and what would be right. Holds no phone number. */
  readonly message: string;
  /** Whether nothing goes on until it is repaired. */
  readonly fatal: boolean;
}

/** Describes what went wrong; `got` is the value or place at fault. */
export function callingError(code: ErrorCode, got?: string, isFatal = fatal.has(code)): CallingError {
  const message = got === undefined ? table[code] : `${table[code]} Got: ${got}`;
  return { code, message, fatal: isFatal };
}

/** The codes, for docs and exhaustive handling. */
export const errorCodes = Object.keys(table) as readonly ErrorCode[];
