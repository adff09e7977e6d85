/** Which number is called next, from the form after a call, and who that is. */
import type { ReactiveController } from 'lit';
import {
  awaitsWrapUp,
  isIntended,
  isSameNumber,
  isSameRecord,
  numberToDial,
  wholeParty,
  type Call,
  type Party,
  type WidgetState,
} from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { HsElement } from '../shared/hs-element.js';

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

/** Finds the name of who is called next, where none came with the number. */
export class NextPerson implements ReactiveController {
  readonly #host: HsElement;
  readonly #bridge: BridgeController;
  #asked: string | undefined;
  #found: Party | undefined;
  #gone = new AbortController();

  constructor(host: HsElement, bridge: BridgeController) {
    this.#host = host;
    this.#bridge = bridge;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#forget(undefined);
  }

  /** What the app says, else the name that a call with the number had before. Undefined if nobody knows. */
  nameOf({ toNumber, party }: NextNumber): string | undefined {
    if (party?.name) return party.name;
    const asked = JSON.stringify([toNumber, party?.objectId, party?.objectTypeId]);
    if (asked !== this.#asked) void this.#ask(asked, toNumber, party);
    const before = this.#bridge.state?.history.filter(
      (line) =>
        line.party?.name &&
        isSameNumber(line.phoneNumber ?? '', toNumber) &&
        (party?.objectId === undefined || isSameRecord(line.party, party)),
    );
    return wholeParty(party, this.#found)?.name ?? before?.at(-1)?.party?.name;
  }

  async #ask(asked: string, phoneNumber: string, party: Party | undefined): Promise<void> {
    const { signal } = this.#forget(asked);
    const { objectId, objectTypeId } = party ?? {};
    const found = await this.#bridge.bridge?.lookUpParty({ phoneNumber, objectId, objectTypeId }, signal);
    if (!found || signal.aborted) return;
    this.#found = found;
    this.#host.requestUpdate();
  }

  #forget(asked: string | undefined): AbortController {
    this.#gone.abort();
    this.#asked = asked;
    this.#found = undefined;
    return (this.#gone = new AbortController());
  }
}
