/** Shows messages as they pass: who sent them, when, what. */
import { cutText, pictureOf } from '../components/calling-host/message-picture.js';
import { copyOf, part, write } from './page.js';

/** A message, or what is known of it. */
interface Passing {
  readonly type: string;
}

/** More than this many would only slow the page down. */
const most = 500;

export class MessageList {
  readonly #list: HTMLElement;
  readonly #empty: HTMLElement;
  #last: { readonly type: string; readonly item: HTMLElement; times: number } | undefined;

  /** `empty` is shown while there is nothing to list. */
  constructor(list: HTMLElement, empty: HTMLElement) {
    this.#list = list;
    this.#empty = empty;
  }

  add(direction: 'to widget' | 'from widget', message: Passing): void {
    const { type } = message;
    // A host says SYNC until somebody answers: one line for all of them.
    if (type === 'SYNC' && this.#last?.type === type) {
      this.#last.times += 1;
      write(this.#last.item, 'times', `${this.#last.times} times`);
      return;
    }
    const item = copyOf('message');
    item.dataset['direction'] = direction;
    write(item, 'direction', direction);
    write(item, 'type', cutText(type, 64));
    write(item, 'payload', pictureOf(payloadOf(message)));
    const now = new Date();
    const time = part('time', HTMLTimeElement, item);
    time.dateTime = now.toISOString();
    time.textContent = timeOf(now);
    this.#append(item);
    this.#last = { type, item, times: 1 };
  }

  clear(): void {
    this.#list.replaceChildren();
    this.#last = undefined;
    this.#empty.hidden = false;
  }

  // The end stays in view, unless somebody reads further up.
  #append(item: HTMLElement): void {
    const list = this.#list;
    const wasAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 8;
    list.append(item);
    if (list.childElementCount > most) list.firstElementChild?.remove();
    if (wasAtEnd) list.scrollTop = list.scrollHeight;
    this.#empty.hidden = true;
  }
}

// The handshake's messages carry their fields beside the type, all others in `data`.
function payloadOf(message: Passing): unknown {
  const fields: Record<string, unknown> = { ...message };
  delete fields['type'];
  delete fields['messageId'];
  if ('data' in fields) return fields['data'] ?? null;
  return Object.keys(fields).length > 0 ? fields : null;
}

function timeOf(date: Date): string {
  return date.toLocaleTimeString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hour12: false,
  });
}
