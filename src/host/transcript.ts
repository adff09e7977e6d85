/** Everything that passed between host and widget, to look at, to keep in a file, and to play again. */
import * as v from 'valibot';
import { judge, type MessageDirection, type Validity } from './judge.js';
import type { HostCallPhase } from './state.js';
import { without } from './without.js';

/** One message. Plain data. */
export interface TranscriptEntry {
  /** Counts up from 0 and never twice, also when old entries were dropped. */
  readonly index: number;
  readonly direction: MessageDirection;
  /** Epoch ms. */
  readonly at: number;
  /** As it was posted: usually `{ type, messageId, data }`. */
  readonly message: unknown;
  readonly validity: Validity;
  /** Where the latest call was in its life just before. */
  readonly phase: HostCallPhase | 'idle';
}

/** What to keep of a transcript. Every field may be left out. */
export interface TranscriptFilter {
  readonly direction?: MessageDirection;
  readonly types?: readonly string[];
  /** `false`: only what is wrong. */
  readonly valid?: boolean;
  readonly phase?: TranscriptEntry['phase'];
  /** In the message as JSON, in any case. */
  readonly text?: string;
}

/** A file with a transcript cannot be read: the message names the place. */
export class TranscriptError extends Error {
  override readonly name = 'TranscriptError';
}

const phases = ['idle', 'dialing', 'ringing', 'active', 'ended', 'completed', 'transferred'] as const;

const file = v.object({
  kind: v.literal('hs-calling-transcript'),
  version: v.literal(1),
  entries: v.pipe(
    v.array(
      v.object({
        direction: v.picklist(['to-widget', 'to-host']),
        at: v.pipe(v.number(), v.finite()),
        phase: v.picklist(phases),
        message: v.unknown(),
      }),
    ),
    v.maxLength(100_000),
  ),
});

/** The type of a message, or a word for one that has none. */
export function typeOf(message: unknown): string {
  const { type } = (typeof message === 'object' && message !== null ? message : {}) as { type?: unknown };
  return typeof type === 'string' ? type : '(no type)';
}

/** The payload of a message: what stands in `data`, or of the handshake's messages what stands at the top. */
export function payloadOf(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return message;
  if (!['SYNC', 'SYNC_ACK'].includes(typeOf(message))) return (message as { data?: unknown }).data;
  return without(message, 'type', 'messageId');
}

/** The entries that fit. */
export function filterTranscript(
  entries: readonly TranscriptEntry[],
  { direction, types, valid, phase, text }: TranscriptFilter,
): readonly TranscriptEntry[] {
  return entries.filter(
    (entry) =>
      (direction === undefined || entry.direction === direction) &&
      (types === undefined || types.includes(typeOf(entry.message))) &&
      (valid === undefined || entry.validity.ok === valid) &&
      (phase === undefined || entry.phase === phase) &&
      (text === undefined || written(entry.message).toLowerCase().includes(text.toLowerCase())),
  );
}

/** A transcript as a file. What JSON cannot write is left out of it. */
export function exportTranscript(entries: readonly TranscriptEntry[]): string {
  const kept = entries.map(({ direction, at, phase, message }) => ({
    direction,
    at,
    phase,
    message: JSON.parse(written(message)) as unknown,
  }));
  return JSON.stringify({ kind: 'hs-calling-transcript', version: 1, entries: kept }, undefined, 2);
}

/**
 * Reads a transcript from a file. Anybody may have written it: what does not fit is refused with a `TranscriptError`,
 * and whether each message is valid is looked at anew, not believed.
 */
export function importTranscript(text: string): readonly TranscriptEntry[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new TranscriptError('The file is no JSON.');
  }
  const result = v.safeParse(file, content);
  if (!result.success) {
    const [{ path = [], message }] = result.issues;
    const place = path.map(({ key }) => String(key)).join('.');
    throw new TranscriptError(`The file is no transcript: ${place === '' ? '' : `at ${place}: `}${message}`);
  }
  return result.output.entries.map((entry, index) => ({
    ...entry,
    index,
    validity: judge(entry.direction, entry.message),
  }));
}

// A message may be cyclic, or hold what JSON has no word for.
function written(message: unknown): string {
  try {
    const text = JSON.stringify(message) as string | undefined;
    return text ?? 'null';
  } catch {
    return 'null';
  }
}
