/** The gates every message passes, in this order. They never throw, and nobody turned away gets an answer. */
import { parsePayload, type MessageRecord, type RejectionCode } from '../protocol/index.js';
import { tryClone } from './clone.js';
import { readEnvelope, type Envelope } from './envelope.js';
import type { Arrival, Port } from './port.js';
import type { RecentMessages } from './recent.js';

/** What the gates need to know of their link. */
export interface Gatehouse {
  readonly port: Pick<Port, 'isPeer'>;
  /** `origin` lets every window in whose origin is trusted. */
  readonly sourceCheck?: SourceCheck | undefined;
  /** The origin the handshake bound the link to, once it has. */
  readonly boundOrigin: string | undefined;
  readonly recent: RecentMessages;
  /** The handshake's message at this end. */
  readonly handshake: 'SYNC' | 'SYNC_ACK';
  /** Messages that have a meaning at this end. */
  readonly known: ReadonlyMap<string, MessageRecord>;
  readonly isTrusted: (origin: string) => boolean;
  /** Deliver what was sent, and not what was read of it: ids that are text stay text. It is read all the same. */
  readonly asItCame?: boolean | undefined;
}

/** Who may speak: the parent frame, or any window of a trusted origin. */
export type SourceCheck = 'parent' | 'origin';

/** What becomes of a message. */
export type Passage =
  | { readonly to: 'rejected'; readonly code: RejectionCode; readonly type?: string; readonly at?: string }
  | { readonly to: 'handshake'; readonly envelope: Envelope }
  | { readonly to: 'unknown'; readonly envelope: Envelope }
  | { readonly to: 'known'; readonly envelope: Envelope };

/** Leads one message through the gates. */
export function admit(arrival: Arrival, house: Gatehouse): Passage {
  // 1. From the window at the other end, and no other.
  if (!isFromPeer(arrival.source, house)) return { to: 'rejected', code: 'BAD_SOURCE' };

  // 2. From a trusted origin; after the handshake, from that one only.
  if (!isExpected(arrival.origin, house)) return { to: 'rejected', code: 'BAD_ORIGIN' };

  // 3. An object with a type and an id.
  const envelope = readEnvelope(arrival.data);
  if (!envelope) return { to: 'rejected', code: 'BAD_MESSAGE' };
  const { type } = envelope;

  // 4. The handshake. No other message can start or end anything.
  if (type === house.handshake) return delivered('handshake', envelope);

  // 5. Nothing before the handshake.
  if (house.boundOrigin === undefined) return { to: 'rejected', code: 'NOT_READY', type };

  // 6. Not the same again.
  if (!house.recent.add(envelope)) return { to: 'rejected', code: 'DUPLICATE', type };

  // 7. A message we know.
  const record = house.known.get(type);
  if (!record) return delivered('unknown', envelope);

  // 8. With the payload that belongs to it.
  const parsed = parsePayload(type, record, envelope.data);
  if (!parsed.ok) return { to: 'rejected', code: 'BAD_DATA', type, at: parsed.at };

  // 9. Delivered as a copy: what one handler changes, no other sees.
  return delivered(
    'known',
    house.asItCame ? envelope : { type, messageId: envelope.messageId, data: parsed.data },
  );
}

// A message can carry what may be moved but not copied, a port for one: no plain data, so not let in.
function delivered(to: 'handshake' | 'known' | 'unknown', envelope: Envelope): Passage {
  const copy = tryClone(envelope);
  return copy ? { to, envelope: copy } : { to: 'rejected', code: 'BAD_DATA', type: envelope.type };
}

// By origin any window will do, but not one that is gone: it could not be answered.
function isFromPeer(source: unknown, { sourceCheck, port }: Gatehouse): boolean {
  return sourceCheck === 'origin' ? source !== null : port.isPeer(source);
}

function isExpected(origin: string, { boundOrigin, isTrusted }: Gatehouse): boolean {
  return boundOrigin === undefined ? isTrusted(origin) : origin === boundOrigin;
}
