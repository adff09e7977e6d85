/** What the elements that give a bridge its voice share. They show nothing. */
import { css, html, type PropertyValues } from 'lit';
import type { VoiceProvider } from '../../src/voice/index.js';
import { BridgeController } from './bridge-controller.js';
import { HsElement } from './hs-element.js';

/** A bridge that takes a voice: `<hs-calling-bridge>`. */
interface Voiced {
  voice: VoiceProvider | undefined;
}

export abstract class HsVoiceElement extends HsElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** The phone itself. */
  abstract readonly provider: VoiceProvider;

  readonly #bridge: BridgeController = new BridgeController(this, { select: () => [] });
  #voiced: Voiced | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving takes an element out and puts it back in at once: calls outlive that.
    queueMicrotask(() => {
      if (!this.isConnected) this.#join(undefined);
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) this.#join(this.#bridge.bridge);
  }

  protected override render() {
    return html``;
  }

  // A bridge has one voice: the last element that comes gives it.
  #join(bridge: object | undefined): void {
    const voiced = bridge && 'voice' in bridge ? (bridge as Voiced) : undefined;
    if (voiced === this.#voiced) return;
    if (this.#voiced?.voice === this.provider) this.#voiced.voice = undefined;
    this.#voiced = voiced;
    if (voiced) voiced.voice = this.provider;
  }
}
