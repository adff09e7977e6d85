/** The number of who is next, where it stands in the dialer for a list. */
import { isLive, isSameNumber, type DialIntent } from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { QueuedCall } from './queue-view.js';

export class OfferedNumber {
  readonly #bridge: BridgeController;
  #offered: DialIntent | undefined;

  constructor(bridge: BridgeController) {
    this.#bridge = bridge;
  }

  /** Puts the number of the next into the dialer, unless HubSpot has asked for another one. Nobody: takes it back. */
  offer(next: QueuedCall | undefined): void {
    const { bridge, state } = this.#bridge;
    if (!bridge || !state) return;
    if (!next || !isSamePerson(next, this.#offered)) this.takeBack();
    if (!next || bridge.getState().intent || state.calls.some(isLive) || !state.user.loggedIn) return;
    const { phoneNumber, countryCode, party } = next;
    this.#offered = { phoneNumber, countryCode, party };
    bridge.setDialIntent(this.#offered);
  }

  /** Takes it back, unless another one stands there. */
  takeBack(): void {
    const { acts, bridge } = this.#bridge;
    const offered = this.#offered;
    this.#offered = undefined;
    const intent = bridge?.getState().intent;
    if (!offered || !intent) return;
    // Another frame, where the calls are, tells of a copy.
    const isOurs = acts ? intent === offered : isSameNumber(intent.phoneNumber, offered.phoneNumber);
    if (isOurs) bridge.setDialIntent(undefined);
  }
}

const isSamePerson = (next: QueuedCall, offered: DialIntent | undefined) =>
  next.phoneNumber === offered?.phoneNumber && next.party === offered.party;
