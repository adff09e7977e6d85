/** The voice of a bridge: it serves only where this frame owns the calls. Where another one does, this frame may ring for it. */
import { Later } from '../../src/bridge/later.js';
import {
  isMirror,
  mayCarryCalls,
  type CallingBridge,
  type FrameReach,
  type VoiceProvider,
  type WidgetState,
} from '../../src/index.js';

/** Only a mirror loads it. */
const ring = new Later(() => import('./follow-ring.js'));

export class VoiceHolder {
  readonly #bridge: CallingBridge;
  #provider: VoiceProvider | undefined;
  /** Set while the provider serves the bridge. */
  #control: { release(): void } | undefined;
  /** The provider was disconnected, since another frame owns the calls. */
  #isParked = false;

  #isRinging = false;

  /** @param reports - Hears what the ring tells. Without it there are no other frames. */
  constructor(bridge: CallingBridge, reports?: Pick<FrameReach, 'update'>) {
    this.#bridge = bridge;
    bridge.subscribe((now, previous) => {
      if (now.frame === previous?.frame) return;
      this.#follow(now);
      if (reports && isMirror(now)) void this.#ring(reports);
    });
  }

  // Should its code not load, it is tried again when this frame plays another part.
  async #ring(reports: Pick<FrameReach, 'update'>): Promise<void> {
    const code = await ring.load();
    if (code && !this.#isRinging) code.followRing(this.#bridge, reports);
    this.#isRinging ||= code !== undefined;
  }

  get provider(): VoiceProvider | undefined {
    return this.#provider;
  }

  set provider(provider: VoiceProvider | undefined) {
    if (provider === this.#provider) return;
    this.#release();
    // A framework may set null.
    this.#provider = provider ?? undefined;
    this.#isParked = false;
    this.#follow(this.#bridge.getState());
  }

  #follow(state: WidgetState): void {
    const provider = this.#provider;
    if (!provider) return;
    if (mayCarryCalls(state)) {
      this.#control ??= provider.attach(this.#bridge);
      if (this.#isParked) void provider.connect().catch(() => undefined);
      this.#isParked = false;
    } else if (isMirror(state) || state.frame.needsWindow) {
      this.#release();
      if (provider.state !== 'offline') this.#isParked = true;
      void provider.disconnect();
    }
  }

  #release(): void {
    this.#control?.release();
    this.#control = undefined;
  }
}
