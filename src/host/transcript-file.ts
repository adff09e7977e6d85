/** Transcripts as files: written, and read again without trusting whoever wrote them. */
import { maybe, oneOf, text as someText, time } from '../protocol/fields.js';
import { custom, fields, read, type Output, type Schema } from '../protocol/schema.js';
import { checkMessage } from './check-message.js';
import { ListedItems } from './listed-items.js';
import { maxTranscriptBytes } from './transcript-recorder.js';
import { jsonOf, transcriptPhases, type TranscriptEntry } from './transcript.js';

/** A file with a transcript cannot be read. The message names the place at fault and says what would be right. */
export class TranscriptError extends Error {
  override readonly name = 'TranscriptError';
}

/** How many messages a file may have: to show more would make the page stand still. */
const maxEntries = 100_000;

/** How large a file may be, in bytes. It has about half of what the simulator holds of the messages in it. */
const maxFileBytes = maxTranscriptBytes / 2;

/** How many characters one message may have, and everything around the messages: they are read in one go. */
const maxPartLength = 2_000_000;

/** How many bytes of a file are read at a time, so that the page goes on meanwhile. */
const pieceBytes = 2 ** 17;

/** An entry as strangers write it. */
export const entry = fields({
  direction: oneOf('to-widget', 'to-host'),
  at: time,
  phase: oneOf(...transcriptPhases),
  message: custom<unknown>((value) => value !== undefined),
  remark: maybe(someText),
  warning: maybe(someText),
  frame: maybe(someText),
});

type ReadEntry = Output<typeof entry>;

const file = fields({
  kind: oneOf('hs-calling-transcript'),
  version: custom<1>((value) => value === 1),
  // Its items are read one by one.
  entries: custom<readonly []>((value) => Array.isArray(value) && value.length === 0),
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
  warning: 'a text, or nothing',
  frame: 'a text, or nothing',
};

/**
 * A transcript as the text of a file, each message in a line of its own. A message that JSON cannot write is `null` in it.
 */
export function exportTranscript(transcript: readonly TranscriptEntry[]): string {
  const lines = transcript.map(({ direction, at, phase, message, remark, warning, frame }) => {
    const before = JSON.stringify({ direction, at, phase, remark, warning, frame });
    return `${before.slice(0, -1)},"message":${jsonOf(message)}}`;
  });
  return `{"kind":"hs-calling-transcript","version":1,"entries":[\n${lines.join(',\n')}\n]}`;
}

/**
 * Reads a transcript from the text of a file. Throws a `TranscriptError` for any other text. Whether each message is
 * valid is not taken from the file but checked again. A large text takes a while: `importTranscriptFile` lets the page go on.
 */
export function importTranscript(text: string): readonly TranscriptEntry[] {
  checkSize(text.length);
  const reading = new TranscriptReading();
  reading.push(text);
  return reading.end();
}

/**
 * Reads a transcript from a file, piece by piece: the page goes on meanwhile. Rejects with a `TranscriptError` for any other
 * file, at once for one that is larger than a transcript can be.
 */
export async function importTranscriptFile(file: Blob): Promise<readonly TranscriptEntry[]> {
  checkSize(file.size);
  const reading = new TranscriptReading();
  const decoder = new TextDecoder();
  for (let at = 0; at < file.size; at += pieceBytes) {
    const piece = await file.slice(at, at + pieceBytes).arrayBuffer();
    reading.push(decoder.decode(piece, { stream: true }));
  }
  reading.push(decoder.decode());
  return reading.end();
}

function checkSize(bytes: number): void {
  if (bytes <= maxFileBytes) return;
  throw new TranscriptError(
    `The file has ${inMegabytes(bytes)}: right is at most ${inMegabytes(maxFileBytes)}, as a transcript of the simulator has.`,
  );
}

const inMegabytes = (bytes: number) => `${String(Math.round(bytes / 100_000) / 10)} MB`;

/** A file that is being read. */
class TranscriptReading {
  readonly #entries: TranscriptEntry[] = [];
  readonly #items = new ListedItems({
    list: () => (this.#entries.length = 0),
    item: (text) => this.#read(text),
  });

  push(text: string): void {
    this.#items.push(text);
    if (this.#items.heldLength > maxPartLength) this.#refuseLength();
  }

  end(): readonly TranscriptEntry[] {
    readAs(file, this.#items.around, 'file');
    return this.#entries;
  }

  #read(text: string): void {
    const index = this.#entries.length;
    if (index >= maxEntries) throw new TranscriptError(describeMisfit('file.entries'));
    if (text.length > maxPartLength) this.#refuseLength();
    const given = readAs(entry, text, `file.entries.${String(index)}`);
    this.#entries.push({ index, ...checkedEntry(given) });
  }

  #refuseLength(): never {
    throw new TranscriptError(
      `The file is no transcript: after ${String(this.#entries.length)} messages comes one that is too long: right is at ` +
        `most ${String(maxPartLength)} characters.`,
    );
  }
}

/** An entry as it was read; whether its message is valid is checked anew. */
export function checkedEntry({ remark, warning, frame, ...read }: ReadEntry): Omit<TranscriptEntry, 'index'> {
  const { direction, at, phase, message } = read;
  return {
    ...{ direction, at, message, validity: checkMessage(direction, message), phase },
    ...(remark !== undefined && { remark }),
    ...(warning !== undefined && { warning }),
    ...(frame !== undefined && { frame }),
  };
}

function readAs<T>(schema: Schema<T>, text: string, at: string): T {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new TranscriptError('The file is no JSON.');
  }
  const reading = read(schema, content, at);
  if (!reading.ok) throw new TranscriptError(describeMisfit(reading.at));
  return reading.data;
}

// `file.entries.0.at` becomes `at entries.0.at: right is a time in epoch ms`.
function describeMisfit(at: string): string {
  const [, ...path] = at.split('.');
  const name = path.at(-1);
  if (name === undefined) return 'The file is no transcript.';
  const wanted = right[name] ?? 'an object with direction, at, phase and message';
  return `The file is no transcript: at ${path.join('.')}: right is ${wanted}.`;
}
