/** Where there are several frames: everything that it takes to be one of them. It is loaded when it is first needed. */
import '../bridge/at-once.js';
import { frameReports } from '../bridge/frame-reports.js';
import { asOwner } from '../call/index.js';
import type { JoinedFrame } from './membership.js';
import { rulesOf } from './places.js';
import { Several } from './several.js';

/**
 * Makes a frame one of several.
 *
 * @param release - Gives the lock of the owner back, if this frame has it.
 */
export function meet(
  { id, name, host, bridge, reports, ports, channel }: JoinedFrame,
  release: (() => void) | undefined,
): Several {
  if (release) reports.update(asOwner(host));
  const { locks, clock } = ports;
  return new Several(
    {
      ...{ id, host, bridge, channel, locks, clock },
      rules: rulesOf(host),
      reports: frameReports(reports),
      ownerLock: `${name}/owner`,
      rankLock: (rank) => `${name}/rank/${rank}`,
      frameLock: (frame) => `${name}/frame/${frame}`,
    },
    release,
  );
}
