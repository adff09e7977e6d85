/** A message of the transcript as a line of the inspector. */
import { html, nothing, type TemplateResult } from 'lit';
import { payloadOf, typeOf, type TranscriptEntry } from '../../src/host/index.js';
import { cutText, pictureOf } from './message-picture.js';

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
    if (last && typeOf(entry.message) === 'SYNC' && typeOf(last.entry.message) === 'SYNC') {
      lines[lines.length - 1] = { entry, times: last.times + 1 };
    } else lines.push({ entry, times: 1 });
  }
  return lines;
}

const pictures = new WeakMap<TranscriptEntry, string>();

/** A picture of a message's payload. It is made once: messages do not change. */
export function payloadPicture(entry: TranscriptEntry): string {
  const picture = pictures.get(entry) ?? pictureOf(payloadOf(entry.message));
  pictures.set(entry, picture);
  return picture;
}

/** `copy` is called with the message as JSON when its Copy button is pressed. */
export function renderLine(
  { entry, times }: MessageLine,
  copy: (text: string) => Promise<void>,
): TemplateResult {
  const { direction, message, validity, phase, at, remark } = entry;
  const time = new Date(at);
  return html`<li class="message" data-direction=${direction}>
    <details>
      <summary>
        <span class="direction">${direction === 'to-widget' ? 'to widget' : 'from widget'}</span>
        <span class="what">
          <span class="type">${cutText(typeOf(message), 64)}</span>
          ${times > 1 ? html`<span class="times">${times} times</span>` : nothing}
          ${validity.reason ? html`<span class="invalid">${validity.ok ? 'left out' : 'invalid'}</span>` : nothing}
          ${remark === undefined ? nothing : html`<span class="ignored">ignored</span>`}
          <span class="phase">${phase}</span>
        </span>
        <time datetime=${time.toISOString()}>${clockTime.format(time)}</time>
      </summary>
      ${validity.reason ? html`<p class="invalid">${cutText(validity.reason)}</p>` : nothing}
      ${remark === undefined ? nothing : html`<p class="ignored">${remark}</p>`}
      <pre class="payload">${payloadPicture(entry)}</pre>
      <button class="quiet" type="button" @click=${() => copy(wholeText(message))}>Copy</button>
    </details>
  </li>`;
}

// All of it, which may be long. What JSON cannot write is copied as it is shown.
function wholeText(message: unknown): string {
  try {
    // It is undefined for what is no data, such as a function, whatever its type says.
    const text: unknown = JSON.stringify(message);
    return typeof text === 'string' ? text : pictureOf(message);
  } catch {
    return pictureOf(message);
  }
}

// With ms, since messages follow each other quickly. One for all lines: to make one takes as long as to draw a line.
const clockTime = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hour12: false,
});
