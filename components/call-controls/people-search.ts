/** Asks the app's directory: once nobody types, one question at a time, within a time. */
import { answerWithin } from '../shared/answer-within.js';
import { readPeople, type Directory, type Person } from './read-people.js';

/** How long nobody types before it is asked, in ms. */
const typingPauseMs = 250;

/** Ms that an answer may take. */
const searchTimeoutMs = 10_000;

export class PeopleSearch {
  readonly #directory: () => Directory | undefined;
  readonly #onAnswer: () => void;
  #end: AbortController | undefined;

  /** Whom the last question found. */
  people: readonly Person[] = [];
  state: 'idle' | 'searching' | 'failed' | 'done' = 'idle';

  constructor(directory: () => Directory | undefined, onAnswer: () => void) {
    this.#directory = directory;
    this.#onAnswer = onAnswer;
  }

  /** Asks for this, instead of what was asked before. */
  start(query: string): void {
    this.stop();
    this.state = 'searching';
    const end = (this.#end = new AbortController());
    const pause = setTimeout(() => void this.#ask(query, end), typingPauseMs);
    end.signal.addEventListener('abort', () => {
      clearTimeout(pause);
    });
  }

  /** Nobody wants to know any more. */
  stop(): void {
    this.#end?.abort();
    this.#end = undefined;
    this.people = [];
    this.state = 'idle';
  }

  async #ask(query: string, end: AbortController): Promise<void> {
    const answered: Pick<this, 'people' | 'state'> = { people: [], state: 'failed' };
    try {
      const answer = await answerWithin(searchTimeoutMs, (signal) => this.#directory()?.(query, signal), end);
      Object.assign(answered, { people: readPeople(answer), state: 'done' });
    } catch {
      // The user is told, and may go on typing.
    }
    if (this.#end !== end) return;
    Object.assign(this, answered);
    this.#onAnswer();
  }
}
