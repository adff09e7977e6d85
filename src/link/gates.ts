/** The gates that every message passes, in order. They never throw, and a rejected sender gets no answer. */
import {
  handshake,
  parsePayload,
  payloadIn,
  type MessageRecord,
  type RejectionCode,
} from '../protocol/index.js';
import { tryClone } from './clone.js';
import { readEnvelope, type Envelope } from './envelope.js';
import type { LinkProfile } from './profile.js';
import type { RecentMessages } from './recent-messages.js';
import type { SourceCheck } from './widget-link-options.js';
import type { Arrival } from './arrival.js';
import type { Wire } from './wire.js';

/** What the gates need to know of the link they belong to. */
export interface GateContext {
  readonly wire: Pick<Wire, 'isPeer'>;
  /** Default: `parent`. */
  readonly sourceCheck?: SourceCheck | undefined;
  /** Whether an origin may start a handshake. */
  readonly isTrusted: (origin: string) => boolean;
  /** The origin that the handshake has bound the link to; undefined before it. */
  readonly boundOrigin: string | undefined;
  readonly recent: RecentMessages;
  /** The type of the handshake's message that this end receives. */
  readonly handshakeType: 'SYNC' | 'SYNC_ACK';
  /** Makes the id of a SYNC that has none. Default: such a SYNC is rejected. */
  readonly createSyncId?: () => string;
  /** The messages that this end knows, by type. */
  readonly records: ReadonlyMap<string, MessageRecord>;
  readonly profile: Pick<LinkProfile, 'rawPayloads'> | undefined;
}

/** What becomes of a message. */
export type GateResult =
  | {
      readonly kind: 'rejected';
      readonly code: RejectionCode;
      /** The message's type, if it was read. */
      readonly type?: string | undefined;
      /** The field at fault, for `BAD_DATA`. */
      readonly at?: string | undefined;
    }
  | {
      readonly kind: 'handshake' | 'unknown' | 'known';
      readonly envelope: Envelope;
      /** The fields that were left out, because their values cannot be used. */
      readonly odd: readonly string[];
    };

/** Takes one message through the gates. */
export function passGates(arrival: Arrival, context: GateContext): GateResult {
  // 1. It comes from the window at the other end.
  if (!isFromPeer(arrival.source, context)) return reject('BAD_SOURCE');

  // 2. It comes from a trusted origin; after the handshake, from the bound origin.
  if (!isExpectedOrigin(arrival.origin, context)) return reject('BAD_ORIGIN');

  // 3. It is an object with a type and an id.
  const envelope = readEnvelope(arrival.data, context.createSyncId);
  if (!envelope) return reject('BAD_MESSAGE', knownType(arrival.data, context.records));
  const { type } = envelope;

  // 4. The handshake's message goes to the handshake. No other message can start or end a connection.
  if (type === context.handshakeType) {
    const fields = parsePayload(type, handshake, envelope);
    return deliver('handshake', envelope, fields.ok ? fields.odd : []);
  }

  // 5. Everything else has to come after the handshake.
  if (context.boundOrigin === undefined) return reject('NOT_READY', type);

  // 6. It is no duplicate.
  if (!context.recent.add(envelope)) return reject('DUPLICATE', type);

  // 7. Its type is known.
  const record = context.records.get(type);
  if (!record) return deliver('unknown', envelope);

  // 8. Its payload fits its type. What may be missing and does not fit is left out.
  const payload = payloadIn(envelope, record);
  const parsed = parsePayload(type, record, payload);
  if (!parsed.ok) return reject('BAD_DATA', type, parsed.at);

  // 9. A copy of it is delivered: as it was sent, if that is wanted and nothing was left out of it.
  const { messageId } = envelope;
  const { odd } = parsed;
  const isRaw = context.profile?.rawPayloads;
  const data = isRaw && odd.length === 0 ? payload : parsed.data;
  return deliver('known', { ...(isRaw && envelope), type, messageId, data }, odd);
}

function reject(code: RejectionCode, type?: string, at?: string): GateResult {
  return { kind: 'rejected', code, type, at };
}

// A message may hold what can be transferred but not copied, such as a MessagePort. That is no plain data.
function deliver(
  kind: 'handshake' | 'unknown' | 'known',
  envelope: Envelope,
  odd: readonly string[] = [],
): GateResult {
  const copy = tryClone(envelope);
  return copy ? { kind, envelope: copy, odd } : reject('BAD_DATA', envelope.type);
}

// What has the type of a message but no id was meant to be heard.
function knownType(arrived: unknown, records: GateContext['records']): string | undefined {
  const { type } = Object(arrived) as { readonly type?: unknown };
  return typeof type === 'string' && records.has(type) ? type : undefined;
}

// With `origin` any window may send, but the source is null when that window is gone: it could not be answered.
function isFromPeer(source: unknown, { sourceCheck, wire }: GateContext): boolean {
  return sourceCheck === 'origin' ? source !== null : wire.isPeer(source);
}

function isExpectedOrigin(origin: string, { boundOrigin, isTrusted }: GateContext): boolean {
  return boundOrigin === undefined ? isTrusted(origin) : origin === boundOrigin;
}
