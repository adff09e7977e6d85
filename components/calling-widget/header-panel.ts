/** A panel of the phone that a button in its header opens and closes. Escape closes it too, and goes back to the button. */
import { html, nothing, type ReactiveControllerHost } from 'lit';
import { iconButton } from '../shared/icon-button.js';
import type { Shape } from '../shared/icons.js';

export interface HeaderPanelOptions {
  /** The `part` of the button. */
  readonly part: string;
  readonly shape: Shape;
  /** Called when the user has opened it. Default: the focus stays on the button. */
  readonly onOpen?: () => void;
}

export class HeaderPanel {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: HeaderPanelOptions;
  #isOpen = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: HeaderPanelOptions) {
    this.#host = host;
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }
  set isOpen(isOpen: boolean) {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  /** Its button. */
  button(name: string) {
    const { part, shape } = this.#options;
    return iconButton({ part, name, shape, isExpanded: this.#isOpen, onClick: this.#onClick });
  }

  /** The panel with this in it, while it is open. */
  render(content: () => unknown) {
    if (!this.#isOpen) return nothing;
    return html`<div class=${this.#options.part} @keydown=${this.#onKeydown}>${content()}</div>`;
  }

  readonly #onClick = (): void => {
    this.isOpen = !this.#isOpen;
    if (this.#isOpen) this.#options.onOpen?.();
  };

  /** Closes it, and goes back to its button. */
  readonly close = (): void => {
    this.isOpen = false;
    this.#host.shadowRoot?.querySelector<HTMLElement>(`[part=${this.#options.part}]`)?.focus();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.close();
  };
}
