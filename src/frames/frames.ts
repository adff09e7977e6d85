/** The frames of one user, as the bridge of each sees them: one owns the calls, the others mirror it. */
import type { BridgeFrames, CallingBridge, Forwarded, FrameReports } from '../bridge/index.js';
import { aloneInFrame, type WidgetState } from '../call/index.js';
import { createId, systemClock, type Envelope } from '../link/index.js';
import { Joined } from './joined.js';
import { groupName, type FramesPorts } from './membership.js';
import { rulesOf } from './places.js';
import { browserLocks, openChannel } from './ports.js';

const browserPorts: FramesPorts = { openChannel, locks: browserLocks, clock: systemClock, createId };

export class Frames implements BridgeFrames {
  readonly #bridge: CallingBridge;
  readonly #ports: FramesPorts;
  /** What the frames do to the bridge. */
  readonly reports: FrameReports;
  /** The frames that this one belongs to, once HubSpot has told whose they are. */
  #joined: Joined | undefined;
  /** What HubSpot has told of this frame, as far as it counts here; undefined while it has not, and once the frame has left. */
  #told: string | undefined;
  /** The frame has left, and the bridge may still be at its last words. */
  #isAway = false;
  #isSeparate = false;

  constructor(bridge: CallingBridge, ports = browserPorts) {
    this.#bridge = bridge;
    this.#ports = ports;
    this.reports = bridge.useFrames(this);
    bridge.subscribe((state) => {
      this.#follow(state);
    });
  }

  get tellsUser(): boolean {
    return this.#joined?.rules.tellsUser ?? true;
  }

  get lateMs(): number {
    return this.#joined?.lateMs ?? 0;
  }

  forward(what: Forwarded): boolean {
    return this.#joined?.forward(what) ?? false;
  }

  relay(message: Envelope): boolean {
    return this.#joined?.relay(message) ?? false;
  }

  leave(): boolean {
    this.#isAway = true;
    return this.#leave();
  }

  comeBack(): void {
    this.#isAway = false;
    this.#follow(this.#bridge.getState());
  }

  /**
   * The bridge is about to connect: until HubSpot has answered, nobody knows who owns the calls.
   *
   * @param isSeparate - This frame has calls of its own, whatever the others have. Default: false.
   */
  expect(isSeparate = false): void {
    this.#isSeparate = isSeparate;
    if (!this.#joined && !isSeparate) this.reports.update({ ...aloneInFrame, role: 'undecided' });
  }

  #follow({ connection, host, frame }: WidgetState): void {
    if (connection !== 'connected') this.#isAway = false;
    if (this.#isAway || this.#isSeparate) return;
    if (connection === 'failed' && frame.role === 'undecided') this.reports.update(aloneInFrame);
    const name = connection === 'connected' && host ? groupName(host) : undefined;
    const told = host && name && JSON.stringify([name, rulesOf(host)]);
    if (told !== this.#told) {
      this.#leave();
      this.#told = told;
      if (told) this.#joined = new Joined(name, host, this.#bridge, this.reports, this.#ports);
    }
    // Where HubSpot does not say who uses the page, it cannot be known whose frames belong together.
    if (connection === 'connected' && !name && frame.role === 'undecided') this.reports.update(aloneInFrame);
  }

  #leave(): boolean {
    const joined = this.#joined;
    this.#joined = undefined;
    this.#told = undefined;
    return joined?.leave() ?? false;
  }
}
