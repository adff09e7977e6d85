/** The voice of a bridge: it serves only where this frame owns the calls. */
import {
  isMirror,
  mayCarryCalls,
  type CallingBridge,
  type VoiceProvider,
  type WidgetState,
} from '../../src/index.js';

export class VoiceHolder {
  readonly #bridge: CallingBridge;
  #provider: VoiceProvider | undefined;
  /** Set while the provider serves the bridge. */
  #control: { release(): void } | undefined;
  /** The provider was disconnected, since another frame owns the calls. */
  #isParked = false;

  constructor(bridge: CallingBridge) {
    this.#bridge = bridge;
    bridge.subscribe((now, previous) => {
      if (now.frame !== previous?.frame) this.#follow(now);
    });
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
