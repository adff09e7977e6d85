/** Asks, before a user logs out during a call, whether they mean it. */
import { html, type ReactiveController } from 'lit';
import { isLive, type WidgetState } from '../../src/index.js';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import { logOutQuestionStyles } from './log-out-question.styles.js';

/** For the element that has the button: it draws the question, and has it asked instead of logging out. */
export class LogOutQuestion implements ReactiveController {
  static readonly styles = logOutQuestionStyles;

  readonly #host: HsElement;
  readonly #logOut: () => void;

  /** @param logOut - Raises the request. */
  constructor(host: HsElement, logOut: () => void) {
    this.#host = host;
    this.#logOut = logOut;
    host.addController(this);
  }

  /** Logs out; during a call, once the user has said so. The focus goes back to where it was. */
  ask(state: WidgetState | undefined): void {
    const dialog = this.#dialog;
    if (!dialog || !state?.calls.some(isLive)) this.#logOut();
    else if (!dialog.open) dialog.showModal();
  }

  /** The question, which is hidden until it is asked. */
  render(localize: Localize) {
    return html`<dialog part="log-out-question" aria-labelledby="log-out-words">
      <p id="log-out-words">${localize.term('logOutInCall')}</p>
      <button part="stay-button" class="quiet" type="button" @click=${this.#onStay}>
        ${localize.term('stayLoggedIn')}
      </button>
      <button part="confirm-button" class="main danger" type="button" @click=${this.#onConfirm}>
        ${localize.term('logOut')}
      </button>
    </dialog>`;
  }

  hostDisconnected(): void {
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | undefined {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('[part=log-out-question]') ?? undefined;
  }

  readonly #onStay = (): void => {
    this.#dialog?.close();
  };

  readonly #onConfirm = (): void => {
    this.#dialog?.close();
    this.#logOut();
  };
}
