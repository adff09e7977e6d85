/** Where the outcomes of a call come from: a list, or a function of the app that is asked once for each call. */
import type { ReactiveController } from 'lit';
import { callingError, maskNumbers, raise, shownText, type Call, type Outcome } from '../../src/index.js';
import { answerWithin } from '../shared/answer-within.js';
import type { HsElement } from '../shared/hs-element.js';

/** Tells the outcomes of a call. The signal is aborted once nobody waits for them any more. */
export type OutcomeLoader = (
  call: Call,
  signal: AbortSignal,
) => readonly Outcome[] | Promise<readonly Outcome[]>;

/** The outcomes, or a function that tells them for each call. */
export type Outcomes = readonly Outcome[] | OutcomeLoader;

/** Ms that the app's function may take. */
const loadTimeoutMs = 10_000;

/** More outcomes than that are not shown. */
const maxOutcomes = 200;

interface Answer {
  readonly callId: string;
  readonly outcomes: readonly Outcome[];
}

/** The last answer of each function: the form after a call shows at once what was loaded during the call. */
const answers = new WeakMap<OutcomeLoader, Answer>();

export class OutcomeSource implements ReactiveController {
  readonly #host: HsElement;
  #call: Call | undefined;
  #load: OutcomeLoader | undefined;
  /** Ends the present loading. */
  #leaving: AbortController | undefined;

  /** The outcomes that are known. */
  outcomes: readonly Outcome[] = [];
  state: 'loading' | 'failed' | 'ready' = 'ready';

  constructor(host: HsElement) {
    this.#host = host;
    host.addController(this);
  }

  /** To be called before each rendering, with the `outcomes` of the app and the call that they are for. */
  use(given: unknown, call: Call | undefined): void {
    if (typeof given !== 'function') {
      this.#stop();
      this.state = 'ready';
      this.outcomes = parseOutcomes(given) ?? [];
    } else if (!call) this.#stop();
    // Some frameworks give a new function at each rendering: it counts from the next call on.
    else if (!this.#load || call.externalCallId !== this.#call?.externalCallId) {
      this.#ask(given as OutcomeLoader, call);
    }
  }

  /** Whether a call has to be saved with one, where the app wants it: it was answered, and there are some. */
  mayBeRequired({ answeredAt }: Call): boolean {
    return answeredAt !== undefined && (this.state !== 'ready' || this.outcomes.length > 0);
  }

  /** Asks the app again. */
  retry(): void {
    if (this.#load && this.#call) this.#ask(this.#load, this.#call);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#leaving?.abort();
    this.#leaving = this.#load = this.#call = undefined;
  }

  #ask(load: OutcomeLoader, call: Call): void {
    this.#stop();
    this.#load = load;
    this.#call = call;
    const known = answers.get(load);
    this.state = known?.callId === call.externalCallId ? 'ready' : 'loading';
    this.outcomes = this.state === 'ready' && known ? known.outcomes : [];
    if (this.state === 'loading') void this.#await(load, call, (this.#leaving = new AbortController()));
  }

  async #await(load: OutcomeLoader, call: Call, leaving: AbortController): Promise<void> {
    try {
      const answer = await answerWithin(loadTimeoutMs, (signal) => load(call, signal), leaving);
      const outcomes = parseOutcomes(answer);
      if (!outcomes) throw new TypeError(`${typeof answer}, not a list of { id, label }`);
      answers.set(load, { callId: call.externalCallId, outcomes });
      if (this.#leaving === leaving) Object.assign(this, { outcomes, state: 'ready' });
    } catch (error) {
      if (this.#leaving !== leaving) return;
      this.state = 'failed';
      const got = error instanceof Error ? error.message : String(error);
      raise(this.#host, 'hs-error', callingError('OUTCOMES_FAILED', shownText(maskNumbers(got))));
    } finally {
      this.#host.requestUpdate();
    }
  }
}

/** The outcomes in what an app gives: those that have an id and a label, each id once. Undefined if that is no list. */
export function parseOutcomes(given: unknown): readonly Outcome[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const found = new Map<string, Outcome>();
  for (const item of given.slice(0, maxOutcomes) as readonly unknown[]) {
    const { id, label } = (item ?? {}) as Partial<Record<keyof Outcome, unknown>>;
    const isId = typeof id === 'string' || typeof id === 'number';
    if (!isId || id === '' || typeof label !== 'string' || found.has(String(id))) continue;
    const shown = shownText(label);
    if (shown !== '') found.set(String(id), { id: String(id), label: shown });
  }
  // A list in which nothing is right was meant otherwise.
  return found.size === 0 && given.length > 0 ? undefined : [...found.values()];
}
