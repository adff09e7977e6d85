/** Finds the name of who is called next, where none came with the number. Loaded then. */
import { isSameNumber, isSameRecord, type Party, type PartyReference } from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { HsElement } from '../shared/hs-element.js';

/** A number, and who it is as far as that was said with it. */
interface Numbered {
  readonly toNumber: string;
  readonly party: Party | undefined;
}

export class NextPerson {
  readonly #host: HsElement;
  readonly #bridge: BridgeController;
  #asked = '';
  #found: Party | undefined;
  #gone = new AbortController();

  constructor(host: HsElement, bridge: BridgeController) {
    this.#host = host;
    this.#bridge = bridge;
  }

  /** What the app says, else the name that a call with the number had before. Undefined if nobody knows. */
  nameOf({ toNumber: phoneNumber, party }: Numbered): string | undefined {
    const about = { phoneNumber, objectId: party?.objectId, objectTypeId: party?.objectTypeId };
    const asked = JSON.stringify(about);
    if (asked !== this.#asked) {
      this.#gone.abort();
      this.#gone = new AbortController();
      [this.#asked, this.#found] = [asked, undefined];
      void this.#ask(about, this.#gone.signal);
    }
    return this.#found?.name ?? this.#nameBefore(about);
  }

  #nameBefore(about: PartyReference): string | undefined {
    const before = this.#bridge.state?.history.filter(
      (line) =>
        isSameNumber(line.phoneNumber ?? '', about.phoneNumber ?? '') &&
        (about.objectId === undefined || isSameRecord(line.party, about)),
    );
    return before?.map((line) => line.party?.name).findLast(Boolean);
  }

  async #ask(about: PartyReference, signal: AbortSignal): Promise<void> {
    const found = await this.#bridge.bridge?.lookUpParty(about, signal);
    if (signal.aborted) return;
    this.#found = found;
    this.#host.requestUpdate();
  }
}
