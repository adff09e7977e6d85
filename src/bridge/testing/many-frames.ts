/** A bridge that is one of several frames of a user, as far as the bridge can see: for tests. */
import type { FrameStatus } from '../../call/index.js';
import { sharedOf } from '../../call/shared-state.js';
import { frameReports, type FrameReports } from '../frame-reports.js';
import type { BridgeFrames, Forwarded } from '../frames.js';
import { connected, type FakeHubSpot } from './fake-hubspot.js';

/** A frame of several, with HubSpot around it. */
export interface OneOfMany extends FakeHubSpot {
  readonly reports: FrameReports;
  /** What it has handed on to the owner. */
  readonly forwarded: readonly Forwarded[];
}

/** A frame of several that plays this part: an owner, unless it is said. */
export function oneOfMany(part: Partial<FrameStatus> = {}, owner?: OneOfMany): OneOfMany {
  const hubspot = connected({ loggedIn: true, available: true });
  const forwarded: Forwarded[] = [];
  const frames: BridgeFrames = {
    forward(what) {
      const isMirror = hubspot.bridge.getState().frame.role === 'mirror';
      if (isMirror) {
        forwarded.push(what);
        owner?.reports.perform(what);
      }
      return isMirror;
    },
    relay: () => false,
    tellsUser: true,
    lateMs: 0,
    leave: () => false,
    comeBack: () => undefined,
  };
  const reports = frameReports(hubspot.bridge.useFrames(frames));
  reports.update(part);
  return Object.assign(hubspot, { reports, forwarded });
}

/** A frame that shows the calls of an owner, whatever becomes of them, and hands on to it what is asked. */
export function mirrorOf(owner: OneOfMany, part: Partial<FrameStatus> = {}): OneOfMany {
  const mirror = oneOfMany({ role: 'mirror', ownerPlace: 'window', ...part }, owner);
  owner.bridge.subscribe((state) => {
    mirror.reports.mirror(structuredClone(sharedOf(state)));
  });
  return mirror;
}
