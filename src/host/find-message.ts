/** Finding a message in a transcript: by its type, its direction and some of its payload. */
import { parsePayload, payloadIn } from '../protocol/index.js';
import { knownMessages, type MessageDirection } from './check-message.js';
import { match, type Expectation, type Match, type Memory } from './match.js';
import { payloadOf, typeOf, type TranscriptEntry } from './transcript.js';

/** What is looked for. */
export interface WantedMessage {
  readonly type: string;
  readonly direction: MessageDirection;
  /** What the payload should hold. Default: anything. */
  readonly data?: Expectation;
  /** Values that have got a name before. Default: none. */
  readonly memory?: Memory;
}

/** Whether an entry is what is looked for. Undefined for one of another type or direction; else, why it does not fit. */
export function matchEntry(entry: TranscriptEntry, wanted: WantedMessage): Match | undefined {
  const { direction, message, validity } = entry;
  if (direction !== wanted.direction || typeOf(message) !== wanted.type) return undefined;
  if (!validity.ok && knownMessages[direction].has(wanted.type)) return { ok: false, why: validity.reason };
  const { data, memory = {} } = wanted;
  return data === undefined ? { ok: true, memory } : match(readPayload(entry), data, memory);
}

/** What came in the wanted direction, in words: `What came: CALL_ENDED (callEndStatus is "BUSY", should be "FAILED").` */
export function describeEntries(entries: readonly TranscriptEntry[], wanted: WantedMessage): string {
  const came = entries
    .filter(({ direction, message }) => direction === wanted.direction && typeOf(message) !== 'SYNC')
    .map((entry) => {
      const result = matchEntry(entry, wanted);
      const type = typeOf(entry.message);
      return result && !result.ok ? `${type} (${result.why})` : type;
    });
  return came.length > 0 ? `What came: ${came.join(', ')}.` : 'Nothing came.';
}

/** The payload as the protocol reads it, where an id is always a number; as it was posted if it cannot be read. */
export function readPayload({ direction, message }: TranscriptEntry): unknown {
  const type = typeOf(message);
  const record = knownMessages[direction].get(type);
  const payload = record ? payloadIn(Object(message) as object, record) : payloadOf(message);
  const parsed = record && parsePayload(type, record, payload);
  return parsed?.ok ? parsed.data : payload;
}
