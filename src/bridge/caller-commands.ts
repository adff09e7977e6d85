/** Who the people at the other end are. The app is asked by code that is loaded with the first call. */
import type { Party } from '../call/index.js';
import { callingError } from '../protocol/index.js';
import { raise } from './events.js';
import { withCalls } from './handover.js';
import type { PartyLookup, PartyLookupParts } from './party-lookup.js';
import type { PartyReference, ResolveParty } from './party-question.js';
import { QuietCommands } from './quiet-commands.js';

export type { Sayings, WhichCall } from './commands.js';

type Parts = Omit<PartyLookupParts, 'resolver'>;

export abstract class CallerCommands extends QuietCommands {
  #parts: Parts | undefined;
  #resolveParty: ResolveParty | undefined;
  #lookup: PartyLookup | undefined;

  /**
   * Finds out who is at the other end, from what is yours: a name, a company, a picture and a page. It is asked for each
   * call, and for each line of a history, that nobody has told of, at most once at a time and for five seconds. What
   * HubSpot says comes first; where this fails, the number is shown. What is no function is `INVALID_CONFIG`, and changes
   * nothing. Default: none; the event `hs-resolve-party` asks the same.
   */
  get resolveParty(): ResolveParty | undefined {
    return this.#resolveParty;
  }
  set resolveParty(resolve: ResolveParty | undefined) {
    if (resolve === this.#resolveParty) return;
    if (resolve && typeof resolve !== 'function') {
      const wrong = `resolveParty ${typeof resolve}, not a function`;
      if (this.#parts) raise(this.#parts.target, 'hs-error', callingError('INVALID_CONFIG', wrong));
      return;
    }
    this.#resolveParty = resolve;
    this.#lookup?.renew();
  }

  /**
   * Asks who somebody is, as it is asked of calls. Resolves with undefined if nobody knows, or nobody says it in time.
   *
   * @param signal - Aborted when the answer is not wanted any more.
   */
  async lookUpParty(about: PartyReference, signal: AbortSignal): Promise<Party | undefined> {
    return (await this.#load())?.find(about, signal);
  }

  /** From now on it is asked of each call. */
  protected askWhoCalls(parts: Parts): void {
    this.#parts = parts;
    parts.store.subscribe(({ calls }) => {
      if (calls.length > 0) void this.#load();
    });
  }

  // Should it not load, numbers are shown.
  async #load(): Promise<PartyLookup | undefined> {
    const code = await withCalls.load();
    if (code && this.#parts) {
      this.#lookup ??= new code.PartyLookup({ ...this.#parts, resolver: () => this.#resolveParty });
    }
    return this.#lookup;
  }
}
