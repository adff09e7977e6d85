/**
 * Asks the app who is at the other end of a call. One question at a time about the same person, never longer than five
 * seconds; an answer is read like a stranger's message, and remembered as long as the page lives and its user stays.
 * Nothing that goes wrong here is an error: the number is shown, as without an app that can be asked.
 */
import {
  bareNumber,
  isMirror,
  isOver,
  isUserGone,
  knownParty,
  otherNumber,
  type Call,
  type Party,
  type Store,
  type WidgetState,
} from '../call/index.js';
import { logProblem, type Clock } from '../link/index.js';
import { read } from '../protocol/index.js';
import { maybe, text } from '../protocol/fields.js';
import { fields } from '../protocol/schema.js';
import { raise } from './events.js';
import type { PartyReference, ResolveParty } from './party-question.js';
import type { BridgeSettings } from './settings.js';

/** What a lookup works with. */
export interface PartyLookupParts {
  /** Gets the event. */
  readonly target: EventTarget;
  readonly store: Store;
  readonly settings: BridgeSettings;
  readonly clock: Clock;
  /** Who answers, unless a listener of the event does. */
  readonly resolver: () => ResolveParty | undefined;
}

/** A question that is asked. */
interface Asked {
  readonly answer: Promise<Party | undefined>;
  readonly end: AbortController;
  /** How many wait for the answer. */
  askers: number;
}

/** How long an answer may take, in ms. */
const answerTimeoutMs = 5000;
/** How many answers are remembered. */
const maxKnown = 200;

const answerFields = { name: maybe(text), company: maybe(text), avatar: maybe(text), url: maybe(text) };
const partyAnswer = fields(answerFields);

export class PartyLookup {
  readonly #parts: PartyLookupParts;
  readonly #known = new Map<string, Party>();
  readonly #asked = new Map<string, Asked>();
  /** What is asked for each call, by its id. */
  readonly #ofCalls = new Map<string, { readonly key: string; readonly gone: AbortController }>();

  constructor(parts: PartyLookupParts) {
    this.#parts = parts;
    parts.store.subscribe((now, previous) => {
      if (previous && isUserGone(now, previous)) this.#forget();
      if (
        now.calls !== previous?.calls ||
        now.connection !== previous.connection ||
        now.frame !== previous.frame
      )
        this.#follow(now);
    });
  }

  /**
   * Finds out who it is; undefined if nobody knows, or nobody says it in time. It does not throw.
   *
   * @param signal - Aborted when the answer is not wanted any more.
   */
  find(about: PartyReference, signal: AbortSignal): Promise<Party | undefined> {
    const key = keyOf(about);
    const known = this.#known.get(key);
    if (known || signal.aborted || (!about.phoneNumber && about.objectId === undefined))
      return Promise.resolve(known);
    const asked = this.#asked.get(key) ?? this.#ask(about, key);
    asked.askers += 1;
    signal.addEventListener('abort', () => {
      asked.askers -= 1;
      if (asked.askers === 0) asked.end.abort();
    });
    return asked.answer;
  }

  /** Asks anew about the calls that nobody has told of. */
  renew(): void {
    this.#stop();
    this.#follow(this.#parts.store.getState());
  }

  // A bridge that is not connected asks nobody.
  #follow(state: WidgetState): void {
    const { calls, connection } = state;
    // Of the calls of another frame its own page is asked.
    const isAsked = connection !== 'idle' && !isMirror(state);
    const unknown = calls.filter((call) => isAsked && !isOver(call) && !call.found);
    const wanted = new Map(unknown.map((call) => [call.externalCallId, call]));
    for (const [id, { key, gone }] of this.#ofCalls) {
      const call = wanted.get(id);
      if (call && keyOf(aboutOf(call)) === key) continue;
      this.#ofCalls.delete(id);
      gone.abort();
    }
    for (const [id, call] of wanted) if (!this.#ofCalls.has(id)) void this.#findFor(call);
  }

  async #findFor(call: Call): Promise<void> {
    const { externalCallId } = call;
    const about = aboutOf(call);
    const gone = new AbortController();
    this.#ofCalls.set(externalCallId, { key: keyOf(about), gone });
    const party = await this.find(about, gone.signal);
    if (!party || gone.signal.aborted) return;
    const happened = { type: 'PARTY_RESOLVED', party } as const;
    this.#parts.store.dispatch({ type: 'CALL', externalCallId, happened });
  }

  #ask(about: PartyReference, key: string): Asked {
    const end = new AbortController();
    const asked: Asked = { end, askers: 0, answer: this.#answer(about, end) };
    this.#asked.set(key, asked);
    const isDone = () => {
      if (this.#asked.get(key) === asked) this.#asked.delete(key);
    };
    end.signal.addEventListener('abort', isDone);
    void asked.answer.then((party) => {
      isDone();
      if (!party || end.signal.aborted) return;
      const [oldest] = this.#known.keys();
      if (this.#known.size >= maxKnown && oldest !== undefined) this.#known.delete(oldest);
      this.#known.set(key, party);
    });
    return asked;
  }

  async #answer(about: PartyReference, end: AbortController): Promise<Party | undefined> {
    const { clock, settings } = this.#parts;
    const { signal } = end;
    let problem: string | undefined;
    const stopTimer = clock.after(answerTimeoutMs, () => {
      problem = `not answered within ${String(answerTimeoutMs)} ms`;
      end.abort();
    });
    signal.addEventListener('abort', stopTimer);
    try {
      const isEnded = new Promise<undefined>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(undefined);
        });
      });
      const answer = await Promise.race([this.#put(about, signal), isEnded]);
      if (!signal.aborted && answer !== undefined && answer !== null) return readAnswer(answer);
    } catch (error) {
      // What was thrown may hold a phone number: only its kind is told.
      problem = error instanceof Error ? error.name : typeof error;
    } finally {
      stopTimer();
      if (problem !== undefined && settings.debug) logProblem('resolveParty', problem);
    }
    return undefined;
  }

  /** Puts the question to the page, and then to `resolveParty`. */
  #put(about: PartyReference, signal: AbortSignal): unknown {
    const { target, resolver } = this.#parts;
    const question = { ...about, signal };
    const answers: unknown[] = [];
    raise(target, 'hs-resolve-party', { ...question, respondWith: (answer) => answers.push(answer) });
    return answers.length > 0 ? answers[0] : resolver()?.(question);
  }

  #stop(): void {
    for (const { gone } of this.#ofCalls.values()) gone.abort();
    this.#ofCalls.clear();
  }

  #forget(): void {
    for (const { end } of [...this.#asked.values()]) end.abort();
    this.#stop();
    this.#known.clear();
  }
}

/** What is asked of a call. What the app has told of itself it need not be asked. */
function aboutOf(call: Call): PartyReference {
  const { objectId, objectTypeId } = call.told ?? {};
  return { objectId, objectTypeId, phoneNumber: otherNumber(call) };
}

function keyOf({ objectId, objectTypeId, phoneNumber }: PartyReference): string {
  return JSON.stringify([objectId, objectTypeId, bareNumber(phoneNumber ?? '')]);
}

/** Who it is, as far as the answer can be used; undefined if nothing of it can. */
function readAnswer(answer: unknown): Party | undefined {
  const reading = read(partyAnswer, answer, 'answer');
  if (!reading.ok) throw new TypeError(reading.at);
  const known = knownParty(reading.data) ?? {};
  const shown = Object.keys(answerFields).flatMap((field) => {
    const value = known[field as keyof typeof answerFields];
    return value ? [[field, value] as const] : [];
  });
  return shown.length > 0 ? Object.fromEntries(shown) : undefined;
}
