/** Which number is called next, from the form after a call. */
import {
  awaitsWrapUp,
  isIntended,
  isSameNumber,
  numberToDial,
  type Call,
  type Party,
  type WidgetState,
} from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { HsElement } from '../shared/hs-element.js';
import type { NextPerson } from './next-person.js';

/** A number, how it is dialled, and who it is as far as that was said with it. */
export interface NextNumber {
  readonly toNumber: string;
  readonly countryCode: string | undefined;
  readonly party: Party | undefined;
}

/**
 * The number that the app gives, else the one that HubSpot asks for. HubSpot may ask again for who was just called: not for
 * them.
 */
export function nextNumber(
  given: string | undefined,
  call: Call | undefined,
  state: WidgetState | undefined,
): NextNumber | undefined {
  const intent = given === undefined ? state?.intent : undefined;
  const { toNumber } = numberToDial(given ?? intent?.phoneNumber ?? '', intent?.countryCode);
  // From the last form that is open: a call would bury the others.
  if (state?.calls.some((other) => other !== call && awaitsWrapUp(other))) return undefined;
  const isCalled = intent && isSameNumber(call?.toNumber ?? '', toNumber);
  if (toNumber === '' || isCalled) return undefined;
  const party = state && isIntended(state, toNumber) ? state.intent?.party : undefined;
  return { toNumber, countryCode: intent?.countryCode, party };
}

/** The name of who is called next. What finds it is loaded where none came with the number. */
export class NextName {
  readonly #host: HsElement;
  readonly #bridge: BridgeController;
  #person: NextPerson | undefined;

  constructor(host: HsElement, bridge: BridgeController) {
    this.#host = host;
    this.#bridge = bridge;
  }

  /** Undefined while, and where, nobody knows. */
  of(next: NextNumber | undefined): string | undefined {
    if (!next || next.party?.name) return next?.party?.name;
    if (!this.#person) void this.#load();
    return this.#person?.nameOf(next);
  }

  // Should it not load, the number is shown.
  async #load(): Promise<void> {
    const code = await import('./later.js').catch(() => undefined);
    if (!code || this.#person) return;
    this.#person = new code.NextPerson(this.#host, this.#bridge);
    this.#host.requestUpdate();
  }
}
