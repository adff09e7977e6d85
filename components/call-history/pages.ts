/** Loads the earlier calls of an app, page after page: one at a time, within a time and a number. */
import type { PastCall } from '../../src/index.js';
import { answerWithin } from '../shared/answer-within.js';
import { readPage, type CallPage } from './read-page.js';

/** Loads a page of earlier calls. `cursor` is `next` of the page before, undefined for the first; `signal` is to be passed on to `fetch`. */
export type LoadPage = (request: {
  readonly cursor: string | number | undefined;
  readonly signal: AbortSignal;
}) => PromiseLike<CallPage> | CallPage;

/** Ms that a page may take. */
const pageTimeoutMs = 30_000;
/** How many calls are loaded. */
const maxCalls = 500;

export class Pages {
  readonly #onChange: () => void;
  #load: LoadPage | undefined;
  #loading: AbortController | undefined;
  #cursor: string | number | undefined;
  #calls: readonly PastCall[] = [];
  #hasMore = false;
  #hasFailed = false;

  /** @param onChange - Called whenever there is something new to draw. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The calls loaded so far. */
  get calls(): readonly PastCall[] {
    return this.#calls;
  }

  get isBusy(): boolean {
    return this.#loading !== undefined;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Whether there is a page to load. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** Begins anew with a loader, or ends without one. What was loaded is forgotten. */
  start(load: LoadPage | undefined): void {
    this.stop();
    this.#load = load;
    this.#cursor = undefined;
    this.#calls = [];
    this.#hasMore = typeof load === 'function';
    this.#hasFailed = false;
    this.#onChange();
    void this.more();
  }

  /** Nobody waits for a page any more. */
  stop(): void {
    this.#loading?.abort();
    this.#loading = undefined;
  }

  /** Loads the next page, unless one is being loaded. */
  async more(): Promise<void> {
    const load = this.#load;
    if (!load || !this.#hasMore || this.#loading) return;
    const loading = (this.#loading = new AbortController());
    this.#hasFailed = false;
    this.#onChange();
    const cursor = this.#cursor;
    try {
      const answer = await answerWithin(pageTimeoutMs, (signal) => load({ cursor, signal }), loading);
      const { calls, next } = readPage(answer);
      const known = new Set(this.#calls.map(({ id }) => id));
      this.#calls = [...this.#calls, ...calls.filter(({ id }) => !known.has(id))].slice(0, maxCalls);
      this.#cursor = next;
      // A loader that is given its own cursor again would never come to an end.
      this.#hasMore = next !== undefined && next !== cursor && this.#calls.length < maxCalls;
    } catch {
      // Stopped on purpose, nobody is told. Otherwise the user may try again.
      if (this.#loading === loading) this.#hasFailed = true;
    } finally {
      if (this.#loading === loading) {
        this.#loading = undefined;
        this.#onChange();
      }
    }
  }
}
