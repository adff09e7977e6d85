/** Rings in a frame that mirrors the calls of another one, while it is the one that the user sees. */
import { Later } from '../../src/bridge/later.js';
import { callOffered, isMirror, type CallingBridge, type FrameReports } from '../../src/index.js';
import type { MirrorRing } from '../../src/voice/mirror-ring.js';

/** The sound: only a mirror that is to ring loads it. */
const sound = new Later(() => import('./mirror-ring.js'));

/** Rings for the inbound calls that a bridge mirrors, until the returned function is called. */
export function followRing(
  bridge: Pick<CallingBridge, 'getState' | 'subscribe'>,
  reports: Pick<FrameReports, 'update'>,
): () => void {
  let ring: MirrorRing | undefined;
  let isOver = false;
  const load = async () => {
    const code = await sound.load();
    if (!code || isOver) return;
    ring ??= new code.MirrorRing((isRingSilent) => {
      reports.update({ isRingSilent });
    });
    ring.follow(bridge.getState());
  };
  const unsubscribe = bridge.subscribe((state) => {
    if (ring) ring.follow(state);
    else if (isMirror(state) && state.frame.rings && callOffered(state)) void load();
  });
  return () => {
    isOver = true;
    unsubscribe();
    ring?.follow(undefined);
  };
}
