/** The frames of one user, as the bridge of each sees them: one owns the calls, the others mirror it. */
import type { BridgeFrames, CallingBridge, Forwarded, FrameReach } from '../bridge/index.js';
import { noFrames } from '../bridge/frames.js';
import { aloneInFrame, type WidgetState } from '../call/index.js';
import { createId, systemClock, type Envelope } from '../link/index.js';
import type { HostContext } from '../protocol/index.js';
import { join, type Joined } from './joined.js';
import type { FramesPorts } from './membership.js';
import { browserLocks, openChannel } from './ports.js';

/** The version of what frames tell each other: frames of different ones do not meet. Raised when a message changes. */
const version = 1;

const browserPorts: FramesPorts = { openChannel, locks: browserLocks, clock: systemClock, createId };

export class Frames implements BridgeFrames {
  readonly #bridge: CallingBridge;
  readonly #ports: FramesPorts;
  /** What the frames do to the bridge. */
  readonly reports: FrameReach;
  /** The frames that this one belongs to: none before HubSpot has told whose they are. */
  #joined: Joined = noFrames;
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
    return this.#joined.tellsUser;
  }

  get lateMs(): number {
    return this.#joined.lateMs;
  }

  forward(what: Forwarded): boolean {
    return this.#joined.forward(what);
  }

  relay(message: Envelope): boolean {
    return this.#joined.relay(message);
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
    if (!this.#told && !isSeparate) this.reports.update({ ...aloneInFrame, role: 'undecided' });
  }

  #follow({ connection, host, frame }: WidgetState): void {
    const isConnected = connection === 'connected';
    if (!isConnected) this.#isAway = false;
    if (this.#isAway || this.#isSeparate) return;
    const name = isConnected && host ? groupName(host) : undefined;
    const told = host && name && [name, host.iframeLocation, host.usesCallingWindow].join();
    if (told !== this.#told) {
      this.#leave();
      this.#told = told;
      if (told)
        this.#joined = join({
          ...{ id: this.#ports.createId(), name, host },
          ...{ bridge: this.#bridge, reports: this.reports, ports: this.#ports },
        });
    }
    // Without HubSpot, and where it does not say who uses the page, it cannot be known whose frames belong together.
    const isUnknown = connection === 'failed' || (isConnected && !name);
    if (isUnknown && frame.role === 'undecided') this.reports.update(aloneInFrame);
  }

  #leave(): boolean {
    const joined = this.#joined;
    this.#joined = noFrames;
    this.#told = undefined;
    return joined.leave();
  }
}

/** What the names of a user's channel and locks begin with; undefined where HubSpot does not say who uses the page. */
function groupName({ portalId, userId }: HostContext): string | undefined {
  if (portalId === undefined || userId === undefined) return undefined;
  return `hs-calling-elements/${version}/${portalId}/${userId}`;
}
