/** The base class of elements that give a bridge its voice. They are not visible. */
import { css, html, type PropertyValues } from 'lit';
import type { VoiceProvider } from '../../src/voice/index.js';
import { mayCarryCalls } from '../../src/index.js';
import { BridgeController } from './bridge-controller.js';
import { HsElement } from './hs-element.js';

/** A bridge that a voice can be given to: `<hs-calling-bridge>`. */
interface VoiceHolder {
  voice: VoiceProvider | undefined;
}

export abstract class HsVoiceElement extends HsElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** The voice that the bridge is given. */
  abstract readonly provider: VoiceProvider;

  readonly #bridge: BridgeController = new BridgeController(this, { select: ({ frame }) => [frame] });
  #holder: VoiceHolder | undefined;

  /** Whether the voice may connect: in the frame that owns the calls of its user. Without a bridge nothing speaks against it. */
  protected get mayConnect(): boolean {
    const { state } = this.#bridge;
    return state === undefined || mayCarryCalls(state);
  }

  /** Resolves when it is known whether this frame owns the calls of its user, and the voice connects if it does. */
  protected async untilDecided(): Promise<void> {
    await this.updateComplete;
    const { bridge } = this.#bridge;
    const isUndecided = () => bridge?.getState().frame.role === 'undecided';
    if (bridge && isUndecided())
      await new Promise<void>((resolve) => {
        const unsubscribe = bridge.subscribe(() => {
          if (isUndecided()) return;
          unsubscribe();
          resolve();
        });
      });
    await this.updateComplete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is back in the page by then, and keeps its calls.
    queueMicrotask(() => {
      if (!this.isConnected) this.#giveTo(undefined);
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) this.#giveTo(this.#bridge.bridge);
  }

  protected override render() {
    return html``;
  }

  // A bridge has one voice: that of the element which came last. An element takes away no voice but its own.
  #giveTo(bridge: object | undefined): void {
    const holder = bridge && 'voice' in bridge ? (bridge as VoiceHolder) : undefined;
    if (holder === this.#holder) return;
    if (this.#holder?.voice === this.provider) this.#holder.voice = undefined;
    this.#holder = holder;
    if (holder) holder.voice = this.provider;
  }
}
