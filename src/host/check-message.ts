/** Checks whether a message is what the protocol says it should be, and if not, says why not. */
import { readEnvelope, type Envelope } from '../link/envelope.js';
import {
  handshake,
  inboundMessages,
  outboundMessages,
  parsePayload,
  payloadIn,
  type MessageRecord,
} from '../protocol/index.js';

/** Which way a message goes: from HubSpot to the widget, or from the widget to HubSpot. */
export type MessageDirection = 'to-widget' | 'to-host';

/**
 * Whether a message fits the protocol. The reason names fields, never their values: these may be phone numbers. One that
 * fits has a reason too where fields are left out, because their values cannot be used.
 */
export type Validity =
  { readonly ok: true; readonly reason?: string } | { readonly ok: false; readonly reason: string };

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
  const { type } = envelope;
  if (type === (direction === 'to-widget' ? 'SYNC' : 'SYNC_ACK')) return checkHandshake(envelope);
  const record = knownMessages[direction].get(type);
  if (!record) {
    const goesOtherWay = knownMessages[direction === 'to-widget' ? 'to-host' : 'to-widget'].has(type);
    return invalid(goesOtherWay ? `${type} goes the other way.` : `The protocol has no message ${type}.`);
  }
  const parsed = parsePayload(type, record, payloadIn(envelope, record));
  if (!parsed.ok) return invalid(`${parsed.at} is missing or not what it should be.`);
  if (parsed.odd.length === 0) return { ok: true };
  return { ok: true, reason: `Left out, because it is not what it should be: ${parsed.odd.join(', ')}.` };
}

const invalid = (reason: string): Validity => ({ ok: false, reason });

// SYNC and SYNC_ACK carry their fields at the top level. The handshake works without a field that cannot be read, so the
// protocol reads it as missing; here it is reported all the same.
function checkHandshake(message: Envelope): Validity {
  const parsed = parsePayload(message.type, handshake, message);
  const [odd] = parsed.ok ? parsed.odd : [];
  return odd ? invalid(`${odd} is not what it should be.`) : { ok: true };
}
