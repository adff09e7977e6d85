/** `<hs-availability>`: whether the user takes calls. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { live } from 'lit/directives/live.js';
import { isLive, type WidgetState } from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { availabilityStyles } from './availability.styles.js';

type Choice = 'available' | 'unavailable' | 'later';

/**
 * Lets the user choose whether to take calls: available, unavailable, or during a call unavailable after it. HubSpot is
 * told. While the voice takes no calls, HubSpot is told “unavailable”: the choice stays as it is and counts again once the
 * voice is back, and a note says so.
 *
 * @tag hs-availability
 * @fires hs-availability-request - Become available or unavailable: `{ available }`. Cancelable.
 * @csspart base - Around everything.
 * @csspart dot - Shows by its fill whether the user is available; the list says it in words.
 * @csspart choice - The list to choose from.
 * @csspart note - Says that the phone is offline, to a user who is available.
 * @cssstate available - The user takes calls, and the phone can.
 * @cssstate open - The user is logged in. Otherwise the element is hidden.
 */
export class HsAvailability extends HsElement {
  static override readonly tag = 'hs-availability';

  static override styles = [sharedStyles, panelStyles, fieldStyles, availabilityStyles];

  static override properties: PropertyDeclarations = {
    isLater: { attribute: false },
  };

  private isLater = false;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ user, calls, isVoiceDown }) => [user, calls.some(isLive), isVoiceDown],
    follow: (now) => {
      this.#follow(now);
    },
  });

  protected override willUpdate(): void {
    this.toggleOpen(this.#bridge.state?.user.loggedIn ?? false);
    const { user, isVoiceDown } = this.#bridge.state ?? {};
    this.toggleState('available', (user?.available && !isVoiceDown) ?? false);
  }

  protected override render() {
    const { state } = this.#bridge;
    if (!state?.user.loggedIn) return nothing;
    const { available } = state.user;
    const choice = this.#choice;
    const isInCall = state.calls.some(isLive);
    const isWithheld = available && state.isVoiceDown;
    const option = (value: Choice) =>
      html`<option value=${value} .selected=${live(value === choice)}>${this.localize.term(value)}</option>`;
    return html`
      <label part="base">
        <span part="dot" aria-hidden="true"></span>
        <span class="visually-hidden">${this.localize.term('availability')}</span>
        <select part="choice" aria-describedby=${isWithheld ? 'note' : nothing} @change=${this.#onChange}>
          ${option('available')} ${isInCall && available ? option('later') : nothing} ${option('unavailable')}
        </select>
        ${
          isWithheld
            ? html`<span id="note" part="note">${this.localize.term('phoneOffline')}</span>`
            : nothing
        }
      </label>
    `;
  }

  get #choice(): Choice {
    if (!this.#bridge.state?.user.available) return 'unavailable';
    return this.isLater ? 'later' : 'available';
  }

  #follow({ user, calls }: WidgetState): void {
    if (!this.isLater) return;
    if (!user.available) this.isLater = false;
    else if (!calls.some(isLive)) {
      this.isLater = false;
      this.#bridge.request('hs-availability-request', { available: false });
    }
  }

  #onChange(event: Event): void {
    const list = event.target as HTMLSelectElement;
    const choice = list.value as Choice;
    this.isLater = choice === 'later';
    const available = choice !== 'unavailable';
    if (available !== this.#bridge.state?.user.available) {
      this.#bridge.request('hs-availability-request', { available });
    }
    // Shows the true state, also if the app has prevented the request.
    list.value = this.#choice;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-availability': HsAvailability;
  }
}
