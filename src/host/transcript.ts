/** A transcript: everything that passed between host and widget, message by message. */
import { boundedJson } from '../link/bounded-json.js';
import type { MessageDirection, Validity } from './check-message.js';
import { hostCallPhases } from './state.js';
import { without } from './without.js';

/** Where the latest call was in its life when a message passed; `idle` before the first call. */
export const transcriptPhases = ['idle', ...hostCallPhases] as const;

/** One message that passed. Plain data. */
export interface TranscriptEntry {
  /** Counts up from 0. No number comes twice, also when old entries were dropped. */
  readonly index: number;
  readonly direction: MessageDirection;
  /** When it passed, in epoch ms. */
  readonly at: number;
  /** As it was posted: usually `{ type, messageId, data }`. */
  readonly message: unknown;
  /** Whether the message fits the protocol. */
  readonly validity: Validity;
  /** Where the latest call was in its life just before. */
  readonly phase: (typeof transcriptPhases)[number];
  /** Why HubSpot ignores the message, in words. Left out if it does not. */
  readonly remark?: string;
  /** What is wrong about a message that fits the protocol, such as that it was said before. Left out if nothing is. */
  readonly warning?: string;
  /** The name of the frame that has said or heard it. Only in the transcript of an account. */
  readonly frame?: string;
}

/** Which entries to keep: those that fit every field. A field that is left out keeps all. */
export interface TranscriptFilter {
  readonly direction?: MessageDirection;
  readonly types?: readonly string[];
  /** True: only messages that fit the protocol. False: only messages that do not. */
  readonly valid?: boolean;
  readonly phase?: TranscriptEntry['phase'];
  /** Text in the message as JSON. Upper and lower case are the same. */
  readonly text?: string;
}

/** The type of a message; `(no type)` for one that has none. */
export function typeOf(message: unknown): string {
  const { type } = (typeof message === 'object' && message !== null ? message : {}) as { type?: unknown };
  return typeof type === 'string' ? type : '(no type)';
}

/** The payload of a message: its `data`, or for SYNC and SYNC_ACK the fields at the top level. */
export function payloadOf(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return message;
  if (!['SYNC', 'SYNC_ACK'].includes(typeOf(message))) return (message as { data?: unknown }).data;
  return without(message, 'type', 'messageId');
}

/** The entries that fit a filter, in the same order. */
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
      (text === undefined || jsonOf(entry.message).toLowerCase().includes(text.toLowerCase())),
  );
}

/** How many values of one message are written as JSON. */
const maxJsonValues = 1_000_000;

/** A message as JSON; `null` for one that JSON cannot write, such as a cyclic one, or not within its bounds. */
export function jsonOf(message: unknown): string {
  return boundedJson(message, maxJsonValues) ?? 'null';
}
