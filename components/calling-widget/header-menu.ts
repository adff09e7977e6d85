/** The menu in the header of the phone: what is done seldom. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { icon } from '../shared/icon.js';
import { iconButton } from '../shared/icon-button.js';
import { logOut, more } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';

export class HeaderMenu {
  readonly #host: LitElement;
  readonly #localize: Localize;
  #isOpen = false;

  constructor(host: LitElement, localize: Localize) {
    this.#host = host;
    this.#localize = localize;
  }

  render(onLogOut: () => void): TemplateResult {
    const onPick = () => {
      this.#show(false);
      onLogOut();
    };
    return html`
      <div class="menu" @keydown=${this.#onKeydown} @focusout=${this.#onFocusOut}>
        ${iconButton({
          part: 'menu-button',
          name: this.#localize.term('more'),
          shape: more,
          isExpanded: this.#isOpen,
          onClick: () => {
            this.#show(!this.#isOpen);
          },
        })}
        <div part="menu" ?hidden=${!this.#isOpen}>
          <button part="log-out-button" type="button" @click=${onPick}>
            ${icon(logOut)} ${this.#localize.term('logOut')}
          </button>
        </div>
      </div>
    `;
  }

  /** Closes the menu and listens no more. */
  close(): void {
    this.#isOpen = false;
    removeEventListener('pointerdown', this.#onPointer);
    this.#host.requestUpdate();
  }

  #show(isOpen: boolean): void {
    if (!isOpen) {
      this.#button('menu-button')?.focus();
      this.close();
      return;
    }
    this.#isOpen = true;
    addEventListener('pointerdown', this.#onPointer);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#button('log-out-button')?.focus());
  }

  #button(part: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`[part=${part}]`);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isOpen) return;
    event.stopPropagation();
    this.#show(false);
  };

  // To something else in the page. Some browsers give the focus to nothing when a button is pressed.
  readonly #onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (relatedTarget && !(currentTarget as Node).contains(relatedTarget as Node)) this.close();
  };

  readonly #onPointer = (event: Event): void => {
    const menu = this.#host.renderRoot.querySelector('.menu');
    if (!menu || !event.composedPath().includes(menu)) this.close();
  };
}
