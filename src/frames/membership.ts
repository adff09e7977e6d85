/** One frame among those of the same user: what it is, and what it works with. */
import type { CallingBridge, FrameReports } from '../bridge/index.js';
import { aloneInFrame, type FrameStatus } from '../call/index.js';
import type { Clock } from '../link/index.js';
import type { HostContext } from '../protocol/index.js';
import type { PlaceRules } from './places.js';
import type { Channel, Locks } from './ports.js';

/** The version of what frames tell each other: frames of different ones do not meet. Raised when a message changes. */
const version = 1;

/** What frames take from the browser. */
export interface FramesPorts {
  readonly openChannel: (name: string) => Channel;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly createId: () => string;
}

export interface Membership extends Pick<FramesPorts, 'locks' | 'clock'> {
  /** Tells this frame from all others. */
  readonly id: string;
  readonly host: HostContext;
  readonly rules: PlaceRules;
  readonly bridge: CallingBridge;
  readonly reports: FrameReports;
  readonly channel: Channel;
  /** The name of the lock that the owner of the calls holds. */
  readonly ownerLock: string;
  /** The name of the lock that the owner holds for its own rank and each one below it, but 0: no frame of that rank goes before it. */
  readonly rankLock: (rank: number) => string;
  /** The name of the lock that a frame holds as long as it is there. */
  readonly frameLock: (id: string) => string;
}

/** What the names of a user's channel and locks begin with; undefined where HubSpot does not say who uses the page. */
export function groupName({ portalId, userId }: HostContext): string | undefined {
  if (portalId === undefined || userId === undefined) return undefined;
  return `hs-calling-elements/${version}/${portalId}/${userId}`;
}

/** The part that a frame plays which owns the calls. */
export function asOwner({ host, rules }: Membership, rings = true): FrameStatus {
  return { ...aloneInFrame, ownerPlace: host.iframeLocation, needsWindow: rules.rank === 0, rings };
}
