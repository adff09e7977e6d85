/** `<hs-login>`: the place of the app's login form. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { BridgeController } from '../shared/bridge-controller.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { loginStyles } from './login.styles.js';

/**
 * Shown while the user is not logged in: the app's own form in the slot, or a button. The app checks the credentials. If
 * it does not prevent `hs-log-in-request`, HubSpot is told that the user is logged in. An app that has to ask its server
 * first prevents the request, and calls `bridge.userLoggedIn()` when the server has agreed.
 *
 * @tag hs-login
 * @fires hs-log-in-request - A form in the slot was submitted, or the button pressed. Cancelable.
 * @slot - The app's login form. It has to be a `<form>`, so that password managers find it. Default: a button.
 * @csspart base - Around everything.
 * @csspart title - The heading.
 * @csspart login-button - Logs in, if the app has no form.
 * @csspart error - Why logging in failed; see `error`.
 * @cssstate open - The user is not logged in. Otherwise the element is hidden.
 */
export class HsLogin extends HsElement {
  static override readonly tag = 'hs-login';

  static override styles = [sharedStyles, panelStyles, loginStyles];

  static override properties: PropertyDeclarations = {
    error: {},
    hasForm: { attribute: false },
  };

  /** Why the last try to log in failed, in words for the user. Default: none. */
  error: string | undefined;

  private hasForm = false;

  readonly #bridge = new BridgeController(this, { select: ({ user }) => [user.loggedIn] });

  constructor() {
    super();
    this.addEventListener('submit', this.#onSubmit);
  }

  /** Puts the focus on the first field. */
  override focus(options?: FocusOptions): void {
    const fields = this.#slotted.flatMap((element) => [
      ...element.querySelectorAll<HTMLElement>('input, select, button'),
    ]);
    (fields[0] ?? this.renderRoot.querySelector('button'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.toggleOpen(this.#isOpen);
  }

  protected override render() {
    if (!this.#isOpen) return nothing;
    return html`
      <section part="base" aria-labelledby="title">
        <h2 part="title" id="title">${this.localize.term('logIn')}</h2>
        <p part="error" role="alert">${this.error ?? nothing}</p>
        <slot @slotchange=${this.#onSlotChange}></slot>
        ${
          this.hasForm
            ? nothing
            : html`<button part="login-button" class="main" type="button" @click=${this.#logIn}>
                ${this.localize.term('logIn')}
              </button>`
        }
      </section>
    `;
  }

  get #isOpen(): boolean {
    return this.#bridge.state?.user.loggedIn === false;
  }

  #onSlotChange(): void {
    this.hasForm = this.#slotted.some(
      (element) => element.matches('form') || element.querySelector('form') !== null,
    );
  }

  // Flattened: the form may come through a slot of the element around this one.
  get #slotted(): readonly Element[] {
    return this.renderRoot.querySelector('slot')?.assignedElements({ flatten: true }) ?? [];
  }

  // The event carries nothing of what was typed: credentials stay with the app.
  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#logIn();
  };

  #logIn(): void {
    this.#bridge.request('hs-log-in-request', undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-login': HsLogin;
  }
}
