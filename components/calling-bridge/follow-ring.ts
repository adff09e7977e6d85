/**
 * Rings in a frame that mirrors the calls of another one, while it is the one that the user sees. Only a mirror loads it, and it
 * imports nothing that a page has loaded already: bundlers would cut out a file for that.
 */
import type { CallingBridge, FrameReach, WidgetState } from '../../src/index.js';
import { CallSound } from '../../src/voice/call-sound.js';

/** What is heard of inbound calls in a mirror: nothing where it is not to ring, or the voice rings by itself in its frame. */
export function mirrorSound({ frame, voice, calls }: WidgetState): 'ringtone' | 'waiting' | undefined {
  const isHeard = calls.some(
    ({ direction, phase, connecting, silenced }) =>
      direction === 'inbound' && phase === 'ringing' && !connecting && !silenced,
  );
  if (!isHeard || frame.role !== 'mirror' || !frame.rings || !voice?.ring) return undefined;
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
