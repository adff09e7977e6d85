/** Finds the names of past calls that have none, a few at a time. */
import { wholeParty, type PartyReference, type PastCall } from '../../src/index.js';
import type { Bridge } from '../shared/bridges.js';

/** How many are asked for at the same time. */
const atATime = 4;

export class Names {
  readonly #onChange: () => void;
  readonly #found = new Map<string, PastCall['party']>();
  #waiting: PastCall[] = [];
  #asking = 0;
  #end = new AbortController();

  /** @param onChange - Called whenever one was found. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The call with what was found of who it is. */
  named(call: PastCall): PastCall {
    const found = this.#found.get(call.id);
    return found ? { ...call, party: wholeParty(call.party, found) } : call;
  }

  /** Asks for those without a name, each once. */
  find(calls: readonly PastCall[], bridge: Bridge): void {
    const nameless = calls.filter(({ id, party }) => !party?.name && !this.#found.has(id));
    // Noted before the answer, so that nobody is asked for twice.
    for (const { id } of nameless) this.#found.set(id, undefined);
    this.#waiting.push(...nameless);
    while (this.#asking < atATime && this.#waiting.length > 0) void this.#work(bridge, this.#end.signal);
  }

  /** Forgets all of them. */
  stop(): void {
    this.#end.abort();
    this.#end = new AbortController();
    this.#waiting = [];
    this.#asking = 0;
    this.#found.clear();
  }

  async #work(bridge: Bridge, signal: AbortSignal): Promise<void> {
    this.#asking += 1;
    for (let call = this.#waiting.shift(); call; call = this.#waiting.shift()) {
      const party = await bridge.lookUpParty(aboutOf(call), signal);
      if (signal.aborted) return;
      if (party) this.#found.set(call.id, party);
      if (party) this.#onChange();
    }
    this.#asking -= 1;
  }
}

const aboutOf = ({ phoneNumber, party }: PastCall): PartyReference => ({
  objectId: party?.objectId,
  objectTypeId: party?.objectTypeId,
  phoneNumber,
});
