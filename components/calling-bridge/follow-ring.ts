/** Rings in a frame that mirrors the calls of another one, while it is the one that the user sees. Only a mirror loads it. */
import '../../src/bridge/at-once.js';
import type { CallingBridge, FrameReach } from '../../src/bridge/index.js';
import { isMirror, isOffered, type WidgetState } from '../../src/call/index.js';
import { CallSound } from '../../src/voice/call-sound.js';

/** What is heard of inbound calls in a mirror: nothing where it is not to ring, or the voice rings by itself in its frame. */
export function mirrorSound(state: WidgetState): 'ringtone' | 'waiting' | undefined {
  const { frame, voice, calls } = state;
  const rings = isMirror(state) && frame.rings && voice?.ring;
  if (!rings || !calls.some((call) => isOffered(call) && !call.silenced)) return undefined;
  return calls.some(({ phase }) => phase === 'active') ? 'waiting' : 'ringtone';
}

/** Rings for the inbound calls that a bridge mirrors, until the returned function is called. */
export function followRing(
  bridge: Pick<CallingBridge, 'getState' | 'subscribe'>,
  reports: Pick<FrameReach, 'update'>,
): () => void {
  const ring = new CallSound(
    () => bridge.getState().voice?.ring ?? {},
    (isRingSilent) => {
      reports.update({ isRingSilent });
    },
  );
  const unsubscribe = bridge.subscribe((state, previous) => {
    if (state.voice !== previous?.voice) ring.adjust();
    ring.play(mirrorSound(state));
  });
  return () => {
    unsubscribe();
    ring.play(undefined);
  };
}
