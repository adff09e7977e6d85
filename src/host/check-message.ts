/** Checks whether a message is what the protocol says it should be, and if not, says why not. */
import { readEnvelope } from '../link/envelope.js';
import {
  inboundMessages,
  outboundMessages,
  parsePayload,
  readContext,
  type MessageRecord,
} from '../protocol/index.js';

/** Which way a message goes: from HubSpot to the widget, or from the widget to HubSpot. */
export type MessageDirection = 'to-widget' | 'to-host';

/** Whether a message fits the protocol. The reason names fields, never their values: these may be phone numbers. */
export type Validity = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The messages that the protocol has, by the direction in which they go. */
export const knownMessages: Readonly<Record<MessageDirection, ReadonlyMap<string, MessageRecord>>> = {
  'to-widget': inboundMessages,
  'to-host': outboundMessages,
};

/**
 * Checks a message as it was posted.
 *
 * @param direction - Which way it went.
 * @param message - What was posted; it may be anything.
 */
export function checkMessage(direction: MessageDirection, message: unknown): Validity {
  const envelope = readEnvelope(message);
  if (!envelope) {
    return invalid(
      'Not a message: it needs a `type` of 1–64 and a `messageId` of 1–256 characters of its own.',
    );
  }
  const { type, data } = envelope;
  if (type === (direction === 'to-widget' ? 'SYNC' : 'SYNC_ACK')) return checkHandshake(envelope);
  const record = knownMessages[direction].get(type);
  if (!record) {
    const goesOtherWay = knownMessages[direction === 'to-widget' ? 'to-host' : 'to-widget'].has(type);
    return invalid(goesOtherWay ? `${type} goes the other way.` : `The protocol has no message ${type}.`);
  }
  const parsed = parsePayload(type, record, data);
  return parsed.ok ? { ok: true } : invalid(`${parsed.at} is missing or not what it should be.`);
}

const invalid = (reason: string): Validity => ({ ok: false, reason });

// SYNC and SYNC_ACK carry their fields at the top level. The handshake works without a field that cannot be read, so the
// protocol reads it as missing; here it is reported all the same.
function checkHandshake(message: object): Validity {
  const fields = message as Readonly<Record<string, unknown>>;
  const context = readContext(fields);
  const unreadable = Object.entries(context).find(
    ([name, value]) => value === undefined && fields[name] !== undefined && fields[name] !== null,
  );
  return unreadable
    ? invalid(`${String(fields['type'])}.${unreadable[0]} is not what it should be.`)
    : { ok: true };
}
