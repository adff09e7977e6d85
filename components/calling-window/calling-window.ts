/** `<hs-calling-window>`: where the calls are, if they are not in this frame. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { isLive } from '../../src/index.js';
import '../shared/at-once.js';
import { BridgeController } from '../shared/bridge-controller.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { hasWindowNews, mayOpenWindow, placeOf } from '../shared/where-calls-are.js';
import { callingWindowStyles } from './calling-window.styles.js';

/**
 * Says where the calls are while another frame of the user has them: in the calling window, or in another tab. Opens the
 * calling window where calls need it and it is not open, or where HubSpot leaves it to the app. In a frame with its own
 * calls it takes no room.
 *
 * @tag hs-calling-window
 * @csspart base - Around everything.
 * @csspart text - Where the calls are, or that they need the window.
 * @csspart open-button - Opens the calling window.
 * @csspart error - Why it did not open.
 * @cssstate open - There is something to say or to open. Otherwise the element is hidden.
 */
export class HsCallingWindow extends HsElement {
  static override readonly tag = 'hs-calling-window';

  static override styles = [sharedStyles, panelStyles, callingWindowStyles];

  static override properties: PropertyDeclarations = {
    trouble: { attribute: false },
  };

  private trouble: 'windowBlocked' | 'windowMissing' | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ frame, host, calls }) => [frame, host, calls.some(isLive)],
    follow: (now, previous) => {
      // Another frame has the calls now: the window may be open.
      if (now.frame !== previous?.frame) this.trouble = undefined;
    },
    // Whoever has tried to open it: this button, or one that starts a call.
    fail: ({ code }) => {
      if (code === 'WINDOW_BLOCKED') this.trouble = 'windowBlocked';
      if (code === 'NO_WINDOW') this.trouble = 'windowMissing';
    },
  });

  protected override willUpdate(): void {
    const { state } = this.#bridge;
    this.toggleOpen(state !== undefined && hasWindowNews(state));
  }

  protected override render() {
    const { state } = this.#bridge;
    if (!state || !hasWindowNews(state)) return nothing;
    const { frame } = state;
    const words = frame.needsWindow ? 'windowNeeded' : (`calls.${placeOf(frame)}` as const);
    return html`
      <div part="base" ?data-needed=${frame.needsWindow}>
        ${frame.needsWindow || frame.role === 'mirror' ? html`<p part="text">${this.localize.term(words)}</p>` : nothing}
        ${
          mayOpenWindow(state)
            ? html`<button part="open-button" class="quiet" type="button" @click=${this.#onOpen}>
                ${this.localize.term('openWindow')}
              </button>`
            : nothing
        }
        <p part="error" role="alert">${this.trouble ? this.localize.term(this.trouble) : nothing}</p>
      </div>
    `;
  }

  readonly #onOpen = (): void => {
    this.trouble = undefined;
    this.#bridge.bridge?.openCallingWindow?.();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-window': HsCallingWindow;
  }
}
