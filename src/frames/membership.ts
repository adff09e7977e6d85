/** One frame among those of the same user: what it is, and what it works with. */
import type { CallingBridge, FrameReach, FrameReports } from '../bridge/index.js';
import type { Clock } from '../link/index.js';
import type { HostContext } from '../protocol/index.js';
import type { PlaceRules } from './places.js';
import type { Channel, Locks } from './ports.js';

/** What frames take from the browser. */
export interface FramesPorts {
  readonly openChannel: (name: string) => Channel;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly createId: () => string;
}

/** A frame that has joined the others, if there are any. */
export interface JoinedFrame {
  /** Tells this frame from all others. */
  readonly id: string;
  /** What the names of the user's channel and locks begin with. */
  readonly name: string;
  readonly host: HostContext;
  readonly bridge: CallingBridge;
  readonly reports: FrameReach;
  readonly ports: FramesPorts;
  readonly channel: Channel;
}

/** A frame that has met others. */
export interface Membership
  extends Omit<JoinedFrame, 'name' | 'reports' | 'ports'>, Pick<FramesPorts, 'locks' | 'clock'> {
  readonly rules: PlaceRules;
  readonly reports: FrameReports;
  /** The name of the lock that the owner of the calls holds. */
  readonly ownerLock: string;
  /** The name of the lock that the owner holds for its own rank and each one below it, but 0: no frame of that rank goes before it. */
  readonly rankLock: (rank: number) => string;
  /** The name of the lock that a frame holds as long as it is there. */
  readonly frameLock: (id: string) => string;
}
