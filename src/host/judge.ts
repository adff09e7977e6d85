/** Whether a message is what the protocol says it should be, and if not, why not. */
import {
  inboundMessages,
  outboundMessages,
  parsePayload,
  readContext,
  type MessageRecord,
} from '../protocol/index.js';
import { readEnvelope } from '../link/envelope.js';

/** Which way a message goes. */
export type MessageDirection = 'to-widget' | 'to-host';

/** A message that fits the protocol, or what is wrong with it. Never its values: they may be phone numbers. */
export type Validity = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const known: Readonly<Record<MessageDirection, ReadonlyMap<string, MessageRecord>>> = {
  'to-widget': inboundMessages,
  'to-host': outboundMessages,
};

/** Looks at a message as it was posted. */
export function judge(direction: MessageDirection, message: unknown): Validity {
  const envelope = readEnvelope(message);
  if (!envelope) {
    return wrong(
      'Not a message: it needs a `type` of 1–64 and a `messageId` of 1–256 characters of its own.',
    );
  }
  const { type, data } = envelope;
  if (type === (direction === 'to-widget' ? 'SYNC' : 'SYNC_ACK')) return judgeHandshake(envelope);
  const record = known[direction].get(type);
  if (!record) {
    const other = known[direction === 'to-widget' ? 'to-host' : 'to-widget'].has(type);
    return wrong(other ? `${type} goes the other way.` : `The protocol has no message ${type}.`);
  }
  const parsed = parsePayload(type, record, data);
  return parsed.ok ? { ok: true } : wrong(`${parsed.at} is missing or not what it should be.`);
}

const wrong = (reason: string): Validity => ({ ok: false, reason });

// Its fields stand at the top. One that cannot be read harms nothing, but is worth a word.
function judgeHandshake(message: object): Validity {
  const fields = message as Readonly<Record<string, unknown>>;
  const context = readContext(fields);
  const bad = Object.entries(context).find(
    ([name, value]) => value === undefined && fields[name] !== undefined && fields[name] !== null,
  );
  return bad ? wrong(`${String(fields['type'])}.${bad[0]} is not what it should be.`) : { ok: true };
}
