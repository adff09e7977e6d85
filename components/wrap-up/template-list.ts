/** The list of the app's templates for notes, and how one is put into the field. */
import { html, nothing, type ReactiveController } from 'lit';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import type { NoteTemplate } from './note-template.js';
import { templateListStyles } from './template-list.styles.js';

/** What browsers have for it: the only way to change a field so that the user can undo it. */
interface Editing {
  readonly execCommand?: (command: 'insertText', showsDialog: false, text: string) => boolean;
}

/** Puts a text at the caret, on a line of its own behind what stands there. What is selected stays. */
export function insertTemplate(field: HTMLTextAreaElement, text: string): void {
  const { value, selectionEnd: caret } = field;
  const isBehindText = caret === value.length && value !== '' && !value.endsWith('\n');
  const added = isBehindText ? `\n${text}` : text;
  const wanted = value.slice(0, caret) + added + value.slice(caret);
  field.focus();
  field.setSelectionRange(caret, caret);
  (field.ownerDocument as Editing).execCommand?.('insertText', false, added);
  if (field.value === wanted) return;
  field.value = wanted;
  field.setSelectionRange(caret + added.length, caret + added.length);
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

export class TemplateList implements ReactiveController {
  readonly #host: HsElement;
  readonly #say: (words: string) => void;
  templates: readonly NoteTemplate[] = [];
  /** The call for which it is open. */
  #openFor: string | undefined;

  /** @param say - Says to screen readers what was put in. */
  constructor(host: HsElement, say: (words: string) => void) {
    this.#host = host;
    this.#say = say;
    const { styleSheet } = templateListStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#openFor = undefined;
  }

  /** Opens and closes the list; nothing where there is no template. */
  renderButton(externalCallId: string, localize: Localize) {
    if (this.templates.length === 0) return nothing;
    const isOpen = this.#openFor === externalCallId;
    const onClick = () => {
      this.#openFor = isOpen ? undefined : externalCallId;
      this.#host.requestUpdate();
      if (!isOpen) void this.#host.updateComplete.then(() => this.#find('[part=template]')?.focus());
    };
    return html`<button
      part="templates-button"
      class="ghost"
      type="button"
      aria-expanded=${isOpen}
      @click=${onClick}
    >
      ${localize.term('templates')}
    </button>`;
  }

  render(externalCallId: string, localize: Localize) {
    if (this.#openFor !== externalCallId || this.templates.length === 0) return nothing;
    return html`<ul part="templates" aria-label=${localize.term('templates')} @keydown=${this.#onKeydown}>
      ${this.templates.map(
        (template) =>
          html`<li>
            <button
              part="template"
              class="ghost"
              type="button"
              @click=${() => {
                this.#insert(template, localize);
              }}
            >
              <bdi>${template.label}</bdi>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #insert({ label, text }: NoteTemplate, localize: Localize): void {
    this.#openFor = undefined;
    const field = this.#find('#notes');
    if (field instanceof HTMLTextAreaElement) insertTemplate(field, text);
    this.#say(localize.term('templateInserted', label));
    this.#host.requestUpdate();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#openFor = undefined;
    this.#host.requestUpdate();
    this.#find('[part=templates-button]')?.focus();
  };
}
