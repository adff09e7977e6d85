/** `<hs-login>`: the app's own login, and the way out again. */
import { html, nothing, type PropertyValues } from 'lit';
import { BridgeController } from '../shared/bridge-controller.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { loginStyles } from './login.styles.js';

/**
 * Shown while nobody is logged in: the app's own form in the slot, or a button. The app checks who it is; once the
 * request is not prevented, HubSpot is told. An app that has to ask its server first prevents it, and calls
 * `bridge.userLoggedIn()` when it is done.
 *
 * @tag hs-login
 * @fires hs-log-in-request - A form in the slot was submitted, or the button pressed. Cancelable.
 * @slot - The app's login: a form, so that password managers find it. Default: a button.
 * @csspart base - The whole.
 * @csspart title - The heading.
 * @csspart login-button - Logs in, where the app has no form.
 * @csspart error - Why it did not work; see `error`.
 * @cssstate open - Nobody is logged in; else the element takes no room.
 */
export class HsLogin extends HsElement {
  static override readonly tag = 'hs-login';

  static override styles = [sharedStyles, panelStyles, loginStyles];

  /** Why the last try did not work, in words for the user. Default: nothing. */
  @property() error: string | undefined;

  @state() private hasForm = false;

  readonly #bridge = new BridgeController(this, { select: ({ user }) => [user.loggedIn] });

  constructor() {
    super();
    this.addEventListener('submit', this.#onSubmit);
  }

  /** Puts the focus on the first field. */
  override focus(options?: FocusOptions): void {
    const fields = this.#given.flatMap((given) => [
      ...given.querySelectorAll<HTMLElement>('input, select, button'),
    ]);
    (fields[0] ?? this.renderRoot.querySelector('button'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.toggleState('open', this.#bridge.state?.user.loggedIn === false);
  }

  protected override render() {
    return html`
      <section part="base" aria-labelledby="title">
        <h2 part="title" id="title">${this.localize.term('logIn')}</h2>
        <p part="error" role="alert">${this.error ?? nothing}</p>
        <slot @slotchange=${this.#onSlotChange}></slot>
        ${
          this.hasForm
            ? nothing
            : html`<button part="login-button" class="main" type="button" @click=${this.#ask}>
                ${this.localize.term('logIn')}
              </button>`
        }
      </section>
    `;
  }

  #onSlotChange(): void {
    this.hasForm = this.#given.some((given) => given.matches('form') || given.querySelector('form') !== null);
  }

  // Also what comes through the slot of an element around this one.
  get #given(): readonly Element[] {
    return this.renderRoot.querySelector('slot')?.assignedElements({ flatten: true }) ?? [];
  }

  // What is typed stays with the app: the event carries nothing of it.
  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#ask();
  };

  #ask(): void {
    this.#bridge.request('hs-log-in-request', undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-login': HsLogin;
  }
}
