/** `<hs-availability>`: whether the user takes calls. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { live } from 'lit/directives/live.js';
import { afterCallWork, isLive, type RequestDetails, type WidgetState } from '../../src/index.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { fieldStyles } from '../shared/field.styles.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { timer } from '../shared/timer.js';
import { beginsWork, isAtWork, WorkTimer } from './after-call-work.js';
import { availabilityStyles, dotStyles } from './availability.styles.js';
import { parseReasons, type AvailabilityReason } from './reasons.js';

export type { AvailabilityReason };

/** What the list holds for a reason of the app; its other values are those of `Plain`. */
const reasonValue = (id: string) => `reason ${id}`;

type Plain = 'available' | 'unavailable' | 'later';

/**
 * Lets the user choose whether to take calls, and why: available, unavailable, one of the app's reasons, or during a call
 * unavailable after it. HubSpot is told, without the reason. With `after-call-work-ms` the user is unavailable for that time
 * after each call, which a timer shows, and then available again. While the voice takes no calls, HubSpot is told “unavailable”: the choice stays as it is and counts again once the
 * voice is back, and a note says so.
 *
 * @tag hs-availability
 * @fires hs-availability-request - Become available or unavailable: `{ available, reason }`. The reason is an id of
 *   `availabilityReasons`, or `after-call-work`; without one it is missing. Cancelable.
 * @csspart base - Around everything.
 * @csspart dot - Shows by its fill whether the user is available; the list says it in words. In a small frame the dot stands
 *   alone, and the word is its title.
 * @csspart choice - The list to choose from.
 * @csspart note - Says that the phone is offline, to a user who is available.
 * @csspart work-timer - How long the work after a call still takes.
 * @csspart ready-button - Ends that work: the user is available again.
 * @cssstate available - The user takes calls, and the phone can.
 * @cssstate open - The user is logged in. Otherwise the element is hidden.
 */
export class HsAvailability extends HsElement {
  static override readonly tag = 'hs-availability';

  static override styles = [sharedStyles, panelStyles, fieldStyles, availabilityStyles, dotStyles];

  static override properties: PropertyDeclarations = {
    availabilityReasons: { type: Array, attribute: 'availability-reasons' },
    afterCallWorkMs: { type: Number, attribute: 'after-call-work-ms' },
    isLater: { attribute: false },
  };

  /**
   * The reasons to choose from, beside available and unavailable: `[{ id, label, available }]`; as an attribute, the same as
   * JSON. One with the id `after-call-work` names the work after a call. Default: none.
   */
  availabilityReasons: readonly AvailabilityReason[] = [];

  /** How long the user is unavailable after a call, in ms, to finish it. Default: 0, not at all. */
  afterCallWorkMs = 0;

  private isLater = false;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: ({ user, calls, isVoiceDown }) => [user, calls.some(isLive), isVoiceDown],
    follow: (now, previous) => {
      this.#follow(now, previous);
    },
  });
  readonly #timer: WorkTimer = new WorkTimer(this, () => {
    if (this.#bridge.acts) this.#onReady();
  });

  protected override willUpdate(): void {
    this.toggleOpen(this.#bridge.state?.user.loggedIn ?? false);
    const { user, isVoiceDown } = this.#bridge.state ?? {};
    this.toggleState('available', (user?.available && !isVoiceDown) ?? false);
  }

  /** Puts the focus on the list. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('select')?.focus(options);
  }

  protected override render() {
    const { state } = this.#bridge;
    if (!state?.user.loggedIn) return nothing;
    const { available } = state.user;
    const isWithheld = available && state.isVoiceDown;
    const { leftMs } = this.#timer;
    return html`
      <div class=${leftMs === undefined ? 'row' : 'row at-work'}>
        <label part="base" title=${this.#word}>
          <span part="dot" aria-hidden="true"></span>
          <span class="visually-hidden">${this.localize.term('availability')}</span>
          <select part="choice" aria-describedby=${isWithheld ? 'note' : nothing} @change=${this.#onChange}>
            ${this.#renderOptions(state)}
          </select>
        </label>
        ${isWithheld ? html`<span id="note" part="note">${this.localize.term('phoneOffline')}</span>` : nothing}
        <span class="visually-hidden" role="status">
          ${isAtWork(state) ? this.localize.term('afterCallWork') : nothing}
        </span>
        ${
          leftMs === undefined
            ? nothing
            : html`${timer('work-timer', this.localize.term('afterCallWorkTime'), Math.ceil(leftMs / 1000) * 1000)}
                <button part="ready-button" class="quiet" type="button" @click=${this.#onReady}>
                  ${this.localize.term('readyNow')}
                </button>`
        }
      </div>
    `;
  }

  #renderOptions({ calls, user }: WidgetState) {
    const choice = this.#choice;
    const option = (value: string, label: string) =>
      html`<option value=${value} .selected=${live(value === choice)}>${label}</option>`;
    const plain = (value: Plain) => option(value, this.localize.term(value));
    const reasons = (available: boolean) =>
      this.#reasons
        .filter((reason) => reason.available === available)
        .map(({ id, label }) => option(reasonValue(id), label));
    return html`
      ${plain('available')} ${reasons(true)}
      ${user.available && calls.some(isLive) ? plain('later') : nothing} ${plain('unavailable')}
      ${reasons(false)}
    `;
  }

  /** The app's reasons; and the work after a call, while the user is at it. */
  get #reasons(): readonly AvailabilityReason[] {
    const reasons = parseReasons(this.availabilityReasons);
    const isNamed = reasons.some(({ id }) => id === afterCallWork);
    if (isNamed || this.#bridge.state?.user.reason !== afterCallWork) return reasons;
    return [...reasons, { id: afterCallWork, label: this.localize.term('afterCallWork'), available: false }];
  }

  get #choice(): string {
    const { available = false, reason } = this.#bridge.state?.user ?? {};
    if (this.isLater) return 'later';
    const known = this.#reasons.find((each) => each.id === reason && each.available === available);
    return known ? reasonValue(known.id) : available ? 'available' : 'unavailable';
  }

  /** The choice in words. */
  get #word(): string {
    const choice = this.#choice;
    const reason = this.#reasons.find(({ id }) => reasonValue(id) === choice);
    return reason?.label ?? this.localize.term(choice as Plain);
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    // Another frame may have begun the work after the call: what was chosen here goes before it.
    const isLater = this.isLater && (now.user.available || isAtWork(now));
    if (this.isLater && !(isLater && now.calls.some(isLive))) {
      this.isLater = false;
      if (isLater) this.#ask({ available: false });
    } else if (this.#bridge.acts && this.afterCallWorkMs > 0 && beginsWork(now, previous)) {
      this.#ask({ available: false, reason: afterCallWork });
    }
    // What was asked for has changed the state already.
    this.#timer.follow(this.#bridge.state ?? now, this.afterCallWorkMs);
  }

  #ask(detail: RequestDetails['hs-availability-request']): void {
    this.#bridge.request('hs-availability-request', detail);
  }

  readonly #onReady = (): void => {
    this.#ask({ available: true });
  };

  #onChange(event: Event): void {
    const list = event.target as HTMLSelectElement;
    const { value } = list;
    const reason = this.#reasons.find(({ id }) => reasonValue(id) === value);
    const available = reason?.available ?? value !== 'unavailable';
    const { user } = this.#bridge.state ?? {};
    this.isLater = value === 'later';
    if (!this.isLater && (available !== user?.available || reason?.id !== user.reason)) {
      this.#ask({ available, ...(reason && { reason: reason.id }) });
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
