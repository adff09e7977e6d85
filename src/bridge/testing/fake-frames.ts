/** A frame that mirrors another one: what the other frames of a user are to a bridge, without a channel between them. */
import type { FrameStatus, SharedState } from '../../call/index.js';
import { sharedFields } from '../../call/shared-state.js';
import { frameReports, type FrameReports } from '../frame-reports.js';
import type { BridgeFrames, Forwarded } from '../frames.js';
import type { FakeHubSpot } from './fake-hubspot.js';

/** The part of a frame whose owner is a calling window. */
const mirrorOfWindow: FrameStatus = {
  role: 'mirror',
  ownerPlace: 'window',
  needsWindow: false,
  rings: false,
};

/**
 * Has the frame of one HubSpot mirror that of another, as soon as the present turn is over: copies of what is true there
 * come here, and what is pressed here is done there.
 */
export class FakeMirror implements BridgeFrames {
  /** Everything that was handed to the owner. */
  readonly forwarded: Forwarded[] = [];
  readonly tellsUser = false;
  readonly lateMs = 0;
  readonly #reports: FrameReports;
  readonly #owner: FrameReports | undefined;
  #frame: FrameStatus = mirrorOfWindow;
  /** What is on its way, while the channel is held up. */
  #onItsWay: (() => void)[] | undefined;

  /** @param owner - The HubSpot of the owner. Without one, all is shown as it was here, and nobody does what is pressed. */
  constructor({ bridge }: FakeHubSpot, owner: FakeHubSpot | undefined, frame: Partial<FrameStatus> = {}) {
    this.#owner =
      owner &&
      frameReports(
        owner.bridge.useFrames({
          forward: () => false,
          relay: () => false,
          tellsUser: true,
          lateMs: 0,
          leave: () => false,
          comeBack: () => undefined,
        }),
      );
    this.#reports = frameReports(bridge.useFrames(this));
    const shown = structuredClone(sharedPart((owner?.bridge ?? bridge).getState()));
    this.update(frame);
    this.#reports.mirror(shown);
    if (!owner) return;
    owner.bridge.subscribe((now, before) => {
      if (!before) return;
      const names = sharedFields.filter((name) => now[name] !== before[name]);
      const changed = structuredClone(Object.fromEntries(names.map((name) => [name, now[name]])));
      this.#pass(() => {
        this.#reports.mirror({ ...sharedPart(bridge.getState()), ...changed });
      });
    });
    owner.bridge.addEventListener('hs-error', (event) => {
      const { detail } = event as CustomEvent<Parameters<FrameReports['fail']>[0]>;
      this.#pass(() => {
        this.#reports.fail(detail);
      });
    });
  }

  /** Changes what part the frame plays. */
  update(frame: Partial<FrameStatus>): void {
    this.#frame = { ...this.#frame, ...frame };
    this.#reports.update(this.#frame);
  }

  /** From now on nothing arrives, in either direction, until `deliver` is called. */
  hold(): void {
    this.#onItsWay = [];
  }

  /** What is on its way arrives, in its order: all of it, or so many. */
  deliver(count = Infinity): void {
    const arriving = this.#onItsWay?.splice(0, count) ?? [];
    for (const arrive of arriving) arrive();
    if (count === Infinity) this.#onItsWay = undefined;
  }

  forward(what: Forwarded): boolean {
    if (this.#frame.role === 'owner') return false;
    const copy = structuredClone(what);
    this.forwarded.push(copy);
    this.#pass(() => {
      this.#owner?.perform(copy);
    });
    return true;
  }

  relay(): boolean {
    return false;
  }

  comeBack(): void {
    // It has not left.
  }

  leave(): boolean {
    return false;
  }

  #pass(arrive: () => void): void {
    if (this.#onItsWay) this.#onItsWay.push(arrive);
    else queueMicrotask(arrive);
  }
}

const sharedPart = (state: SharedState): SharedState =>
  Object.fromEntries(sharedFields.map((name) => [name, state[name]])) as unknown as SharedState;
