/** Asks, before a user logs out during a call, whether they mean it. Calls that ring meanwhile stay in sight. */
import { html, nothing } from 'lit';
import { isLive, type WidgetState } from '../../src/index.js';
import type { HsElement } from '../shared/hs-element.js';
import { focusedIn } from '../shared/keep-focus.js';
import type { Localize } from '../shared/localize.js';
import { logOutQuestionStyles } from './log-out-question.styles.js';

const isInCall = (state: WidgetState | undefined) => state?.calls.some(isLive) ?? false;

/** For the element that has the button: it draws the question, and has it asked instead of logging out. */
export class LogOutQuestion {
  static readonly styles = logOutQuestionStyles;

  readonly #host: HsElement;
  readonly #logOut: () => void;
  #isAsked = false;
  /** What had the focus before. */
  #opener: HTMLElement | undefined;

  /** @param logOut - Raises the request. */
  constructor(host: HsElement, logOut: () => void) {
    this.#host = host;
    this.#logOut = logOut;
  }

  /** Logs out; during a call, once the user has said so. */
  ask(state: WidgetState | undefined): void {
    if (!isInCall(state)) {
      this.#logOut();
      return;
    }
    const activeElement = focusedIn(this.#host);
    if (!this.#isAsked) this.#opener = activeElement instanceof HTMLElement ? activeElement : undefined;
    this.#show(true);
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('[part=stay-button]')?.focus(),
    );
  }

  /** The question, if it is asked. Once the call is over there is nothing to ask. */
  render(state: WidgetState | undefined, localize: Localize) {
    this.#isAsked &&= isInCall(state);
    if (!this.#isAsked) return nothing;
    return html`<div
      part="log-out-question"
      role="alertdialog"
      aria-labelledby="log-out-words"
      @keydown=${this.#onKeydown}
    >
      <p id="log-out-words">${localize.term('logOutInCall')}</p>
      <button part="stay-button" class="quiet" type="button" @click=${this.#onStay}>
        ${localize.term('stayLoggedIn')}
      </button>
      <button part="confirm-button" class="quiet" type="button" @click=${this.#onConfirm}>
        ${localize.term('logOut')}
      </button>
    </div>`;
  }

  #show(isAsked: boolean): void {
    this.#isAsked = isAsked;
    this.#host.requestUpdate();
  }

  readonly #onStay = (): void => {
    this.#show(false);
    this.#opener?.focus();
  };

  readonly #onConfirm = (): void => {
    this.#onStay();
    this.#logOut();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#onStay();
  };
}
