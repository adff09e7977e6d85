/** Transcripts as files: written, and read again without trusting whoever wrote them. */
import { maybe, oneOf, text as someText, time } from '../protocol/fields.js';
import { custom, fields, read, type Output, type Schema } from '../protocol/schema.js';
import { checkMessage } from './check-message.js';
import { jsonOf, transcriptPhases, type TranscriptEntry } from './transcript.js';

/** A file with a transcript cannot be read. The message names the place at fault and says what would be right. */
export class TranscriptError extends Error {
  override readonly name = 'TranscriptError';
}

/** How many messages a file may have: to show more would make the page stand still. */
const maxEntries = 100_000;

const entry = fields({
  direction: oneOf('to-widget', 'to-host'),
  at: time,
  phase: oneOf(...transcriptPhases),
  message: custom<unknown>((value) => value !== undefined),
  remark: maybe(someText),
});

const shortList = custom<readonly unknown[]>((value) => Array.isArray(value) && value.length <= maxEntries);

// Not `listOf`: a file may hold more than a list in a message.
const entries: Schema<Output<typeof entry>[]> = (value, at, odd) =>
  shortList(value, at, odd).map((inside, index) => entry(inside, `${at}.${String(index)}`, odd));

const file = fields({
  kind: oneOf('hs-calling-transcript'),
  version: custom<1>((value) => value === 1),
  entries,
});

/** What would be right, by the name of a field of the file. */
const right: Readonly<Record<string, string>> = {
  kind: '"hs-calling-transcript"',
  version: '1',
  entries: `a list of at most ${String(maxEntries)} messages`,
  direction: '"to-widget" or "to-host"',
  at: 'a time in epoch ms',
  phase: transcriptPhases.map((phase) => `"${phase}"`).join(', '),
  message: 'a message',
  remark: 'a text, or nothing',
};

/** A transcript as the text of a file. A message that JSON cannot write is `null` in it. */
export function exportTranscript(transcript: readonly TranscriptEntry[]): string {
  const entries = transcript.map(({ direction, at, phase, message, remark }) => ({
    direction,
    at,
    phase,
    message: JSON.parse(jsonOf(message)) as unknown,
    remark,
  }));
  return JSON.stringify({ kind: 'hs-calling-transcript', version: 1, entries }, undefined, 2);
}

/**
 * Reads a transcript from the text of a file. Throws a `TranscriptError` for any other text. Whether each message is
 * valid is not taken from the file but checked again.
 */
export function importTranscript(text: string): readonly TranscriptEntry[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new TranscriptError('The file is no JSON.');
  }
  const reading = read(file, content, 'file');
  if (!reading.ok) throw new TranscriptError(describeMisfit(reading.at));
  return reading.data.entries.map(({ direction, at, phase, message, remark }, index) => ({
    index,
    direction,
    at,
    message,
    validity: checkMessage(direction, message),
    phase,
    ...(remark !== undefined && { remark }),
  }));
}

// `file.entries.0.at` becomes `at entries.0.at: right is a time in epoch ms`.
function describeMisfit(at: string): string {
  const [, ...path] = at.split('.');
  const name = path.at(-1);
  if (name === undefined) return 'The file is no transcript.';
  const wanted = right[name] ?? 'an object with direction, at, phase and message';
  return `The file is no transcript: at ${path.join('.')}: right is ${wanted}.`;
}
