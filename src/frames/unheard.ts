/** What frames have handed on to the owner of the calls, as far as this one knows, and the owner has not acknowledged. */
import type { Forwarded } from '../bridge/index.js';
import { callIdOf, recordOf } from '../bridge/requests.js';
import { advanceWidget, type PendingRequest, type WidgetHappening, type WidgetState } from '../call/index.js';

/** Something that was handed on to the owner. */
export interface HandedOn {
  /** The frame in which it happened. */
  readonly from: string;
  /** They are numbered from 1 in each frame. */
  readonly number: number;
  /** Undefined: it cannot be read, and nothing is done. */
  readonly what?: Forwarded | undefined;
}

/** How many things wait for the owner, at most. */
const maxUnheard = 1000;

export class Unheard {
  readonly #id: string;
  /** In the order in which they have happened, or were heard of. */
  #all: readonly HandedOn[] = [];
  #heard: ReadonlyMap<string, number> = new Map();
  #count = 0;

  /** @param id - This frame. */
  constructor(id: string) {
    this.#id = id;
  }

  /** How many things were handed on by this frame. */
  get count(): number {
    return this.#count;
  }

  get all(): readonly HandedOn[] {
    return this.#all;
  }

  get isFull(): boolean {
    return this.#all.length >= maxUnheard;
  }

  /** Whether something of this frame waits. */
  get hasOwn(): boolean {
    return this.#all.some(({ from }) => from === this.#id);
  }

  /** Something happens in this frame. */
  add(what: Forwarded): HandedOn {
    this.#count += 1;
    const one = { from: this.#id, number: this.#count, what };
    this.#all = [...this.#all, one];
    return one;
  }

  /** Another frame hands something on: the owner may die before it has heard of it. */
  overhear({ from, number, what }: HandedOn): void {
    const isKnown =
      number <= (this.#heard.get(from) ?? 0) ||
      this.#all.some((one) => one.from === from && one.number === number);
    if (!isKnown) this.#all = [...this.#all, { from, number, what }].slice(-maxUnheard);
  }

  /** The owner tells the number of the last thing that was done for each frame. */
  acknowledge(heard: ReadonlyMap<string, number>): void {
    this.#heard = heard;
    this.#all = this.#all.filter(({ from, number }) => number > (heard.get(from) ?? 0));
  }

  /** Takes out all that waits. */
  take(): readonly HandedOn[] {
    const all = this.#all;
    this.#all = [];
    return all;
  }

  /** The state once the owner has heard of all of it, as far as that can be known before. */
  foresee(state: WidgetState): WidgetState {
    return this.#all
      .flatMap(({ what }) => (what?.kind === 'happened' ? what.happened : []))
      .reduce(advanceWidget, state);
  }

  /** The same state, with what was asked for in this frame as pending: nothing of that is shown before it is done. */
  withAsked(state: WidgetState): WidgetState {
    return this.#all.flatMap((one) => (one.from === this.#id ? asked(one) : [])).reduce(advanceWidget, state);
  }
}

function asked({ what, number }: HandedOn): readonly WidgetHappening[] {
  if (what?.kind !== 'request' || !recordOf(what.request).isDone) return [];
  const { request } = what;
  const pending: PendingRequest = {
    requestId: -number,
    name: request.name,
    externalCallId: callIdOf(request),
  };
  return [{ type: 'REQUEST_RAISED', request: pending }];
}
