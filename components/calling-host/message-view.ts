/** A message of the transcript as a line of the inspector. */
import { html, nothing, type TemplateResult } from 'lit';
import { boundedJson } from '../../src/link/bounded-json.js';
import { payloadOf, typeOf, type TranscriptEntry } from '../../src/host/index.js';
import { cutText, pictureOf } from './message-picture.js';
import { nextFrame } from './next-frame.js';
import type { Tool } from './tool-view.js';

/** One line: a message, or several SYNCs in a row. */
export interface MessageLine {
  /** The message; of several, the latest. */
  readonly entry: TranscriptEntry;
  /** How many messages the line stands for. */
  readonly times: number;
}

/** The lines of these entries. A host sends SYNC until the widget answers: SYNCs in a row are one line. */
export function linesOf(entries: readonly TranscriptEntry[]): readonly MessageLine[] {
  const lines: MessageLine[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const isSync = typeOf(entry.message) === 'SYNC' && typeOf(last?.entry.message) === 'SYNC';
    if (last && isSync && entry.frame === last.entry.frame) {
      lines[lines.length - 1] = { entry, times: last.times + 1 };
    } else lines.push({ entry, times: 1 });
  }
  return lines;
}

/** What is said of the messages while their list is folded away. */
export function trafficTool(entries: readonly TranscriptEntry[]): Tool {
  const invalid = entries.filter(({ validity }) => !validity.ok).length;
  const note = `${String(entries.length)} so far${invalid === 0 ? '' : `, ${String(invalid)} invalid`}`;
  return { title: 'Messages', note, isTrouble: invalid > 0 };
}

const searchTexts = new WeakMap<TranscriptEntry, string>();

/**
 * What is shown of a message, in small letters, to look for something in it: to look into whole messages would take too long.
 * It is made once: messages do not change.
 */
export function searchText(entry: TranscriptEntry): string {
  const text = searchTexts.get(entry) ?? `${shownType(entry)} ${payloadPicture(entry)}`.toLowerCase();
  searchTexts.set(entry, text);
  return text;
}

/** How many ms texts are made in one go: the page goes on between. */
const sliceMs = 20;

/** Makes the texts of many messages without making the page wait. */
export async function prepareSearch(entries: readonly TranscriptEntry[]): Promise<void> {
  let since = performance.now();
  for (const entry of entries) {
    searchText(entry);
    if (performance.now() - since < sliceMs) continue;
    await nextFrame();
    since = performance.now();
  }
}

const shownType = ({ message }: TranscriptEntry) => cutText(typeOf(message), 64);
const payloadPicture = ({ message }: TranscriptEntry) => pictureOf(payloadOf(message));

/** How a line is shown. */
export interface LineOptions {
  /** Called with the message as JSON when its Copy button is pressed. */
  readonly copy: (text: string) => Promise<void>;
  /** The name of the frame that is shown with it; undefined for none. */
  readonly frame: string | undefined;
}

export function renderLine({ entry, times }: MessageLine, { copy, frame }: LineOptions): TemplateResult {
  const { direction, message, validity, phase, at, remark, warning } = entry;
  const time = new Date(at);
  return html`<li class="message" data-direction=${direction}>
    <details>
      <summary>
        <span class="direction">${direction === 'to-widget' ? 'to widget' : 'from widget'}</span>
        <span class="what">
          <span class="type">${shownType(entry)}</span>
          ${times > 1 ? html`<span class="times">${times} times</span>` : nothing}
          ${validity.reason ? html`<span class="invalid">${validity.ok ? 'left out' : 'invalid'}</span>` : nothing}
          ${remark === undefined ? nothing : html`<span class="ignored">ignored</span>`}
          ${warning === undefined ? nothing : html`<span class="invalid">said before</span>`}
          ${frame === undefined ? nothing : html`<span class="frame">${cutText(frame, 64)}</span>`}
          <span class="phase">${phase}</span>
        </span>
        <time datetime=${time.toISOString()}>${clockTime.format(time)}</time>
      </summary>
      ${validity.reason ? html`<p class="invalid">${cutText(validity.reason)}</p>` : nothing}
      ${remark === undefined ? nothing : html`<p class="ignored">${remark}</p>`}
      ${warning === undefined ? nothing : html`<p class="invalid">${cutText(warning)}</p>`}
      <pre class="payload">${payloadPicture(entry)}</pre>
      <button class="quiet" type="button" @click=${() => copy(wholeText(message))}>Copy</button>
    </details>
  </li>`;
}

/** How many values of a message are copied. */
const maxCopiedValues = 1_000_000;

// All of it, which may be long. What JSON cannot write is copied as it is shown.
function wholeText(message: unknown): string {
  return boundedJson(message, maxCopiedValues) ?? pictureOf(message);
}

// With ms, since messages follow each other quickly. One for all lines: to make one takes as long as to draw a line.
const clockTime = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hour12: false,
});
