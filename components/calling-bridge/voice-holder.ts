/** The voice of a bridge: it serves only where this frame owns the calls. Where another one does, this frame may ring for it. */
import { Later } from '../../src/bridge/later.js';
import {
  isMirror,
  mayCarryCalls,
  type CallingBridge,
  type FrameReach,
  type VoiceProvider,
} from '../../src/index.js';

/** Only a mirror loads it. */
const ring = new Later(() => import('./follow-ring.js'));

/** Holds the voice of a bridge. */
export interface VoiceHolder {
  provider: VoiceProvider | undefined;
}

/** @param reports - Hears what the ring tells. Without it there are no other frames. */
export function holdVoice(bridge: CallingBridge, reports?: Pick<FrameReach, 'update'>): VoiceHolder {
  let held: VoiceProvider | undefined;
  /** Set while the provider serves the bridge. */
  let control: { release(): void } | undefined;
  /** The provider was disconnected, since another frame owns the calls. */
  let isParked = false;
  let isRinging = false;

  const release = () => {
    control?.release();
    control = undefined;
  };

  const follow = () => {
    const state = bridge.getState();
    if (!held) return;
    if (mayCarryCalls(state)) {
      control ??= held.attach(bridge);
      if (isParked) void held.connect().catch(() => undefined);
      isParked = false;
    } else if (isMirror(state) || state.frame.needsWindow) {
      release();
      isParked ||= held.state !== 'offline';
      void held.disconnect();
    }
  };

  // Should its code not load, it is tried again when this frame plays another part.
  const followRing = async (to: Pick<FrameReach, 'update'>) => {
    const code = await ring.load();
    if (code && !isRinging) code.followRing(bridge, to);
    isRinging ||= code !== undefined;
  };

  bridge.subscribe((now, previous) => {
    if (now.frame === previous?.frame) return;
    follow();
    if (reports && isMirror(now)) void followRing(reports);
  });

  return {
    get provider() {
      return held;
    },
    set provider(provider) {
      if (provider === held) return;
      release();
      // A framework may set null.
      held = provider ?? undefined;
      isParked = false;
      follow();
    },
  };
}
