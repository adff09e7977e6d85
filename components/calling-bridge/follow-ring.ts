/** Rings in a frame that mirrors the calls of another one, while it is the one that the user sees. */
import { Later } from '../../src/bridge/later.js';
import {
  isMirror,
  isOffered,
  type CallingBridge,
  type FrameReports,
  type WidgetState,
} from '../../src/index.js';
import type { CallSound } from '../../src/voice/call-sound.js';

/** Only a mirror that is to ring loads it. */
const sound = new Later(() => import('../../src/voice/call-sound.js'));

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
  reports: Pick<FrameReports, 'update'>,
): () => void {
  let ring: CallSound | undefined;
  let isOver = false;
  const load = async () => {
    const code = await sound.load();
    if (!code || isOver) return;
    const tell = (isRingSilent: boolean) => {
      reports.update({ isRingSilent });
    };
    ring ??= new code.CallSound(() => bridge.getState().voice?.ring ?? {}, tell);
    ring.play(mirrorSound(bridge.getState()));
  };
  const unsubscribe = bridge.subscribe((state, previous) => {
    const wanted = mirrorSound(state);
    if (wanted && !ring) void load();
    if (state.voice !== previous?.voice) ring?.adjust();
    ring?.play(wanted);
  });
  return () => {
    isOver = true;
    unsubscribe();
    ring?.play(undefined);
  };
}
