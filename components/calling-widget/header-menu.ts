/** The menu in the header of the phone: what is done seldom. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { icon } from '../shared/icon.js';
import { iconButton } from '../shared/icon-button.js';
import { logOut, more, type Shape } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';

/** What the menu has to choose from. */
export interface MenuItem {
  /** The `part` of its button. */
  readonly part: string;
  readonly shape: Shape;
  readonly words: string;
  /** Called once the menu is closed again. */
  readonly onPick: () => void;
}

export class HeaderMenu {
  readonly #host: LitElement;
  readonly #localize: Localize;
  #isOpen = false;

  constructor(host: LitElement, localize: Localize) {
    this.#host = host;
    this.#localize = localize;
  }

  /** The menu with these, and logging out at its end. */
  render(items: readonly MenuItem[], onLogOut: () => void): TemplateResult {
    const words = this.#localize.term('logOut');
    const last = { part: 'log-out-button', shape: logOut, words, onPick: onLogOut };
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
          ${[...items, last].map((item) => this.#renderItem(item))}
        </div>
      </div>
    `;
  }

  #renderItem({ part, shape, words, onPick }: MenuItem) {
    const pick = () => {
      this.#show(false);
      onPick();
    };
    return html`<button part=${part} type="button" @click=${pick}>${icon(shape)} ${words}</button>`;
  }

  /** Closes the menu and listens no more. */
  close(): void {
    this.#isOpen = false;
    removeEventListener('pointerdown', this.#onPointer);
    this.#host.requestUpdate();
  }

  #show(isOpen: boolean): void {
    if (!isOpen) {
      this.#find('[part=menu-button]')?.focus();
      this.close();
      return;
    }
    this.#isOpen = true;
    addEventListener('pointerdown', this.#onPointer);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#find('[part=menu] button')?.focus());
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
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
