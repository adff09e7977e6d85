/** The app's templates for notes: read like a stranger's message, listed, and put into the field. Loaded where an app has some. */
import { html, nothing, type ReactiveController } from 'lit';
import { callingError, maskNumbers, shownText, type CallingError } from '../../src/index.js';
import { announce } from '../shared/announcer.js';
import type { Localize } from '../shared/localize.js';
import type { HsElement } from '../shared/hs-element.js';
import type { NoteTemplate } from './note-template.js';

/** More templates than that are not shown. */
const maxTemplates = 50;

/** A longer text is none that somebody would want in their notes. */
const maxTextLength = 5000;

const right = `a text, or { label, text }, of 1 to ${String(maxTextLength)} characters`;

/**
 * The templates in what an app gives. What is wrong with it is told, and the rest of it is used.
 *
 * @param report - Told what is wrong.
 */
export function readTemplates(
  given: unknown,
  report: (error: CallingError) => void,
): readonly NoteTemplate[] {
  const tell = (what: string, value: unknown, words: string) => {
    const got = typeof value === 'string' ? `“${shownText(maskNumbers(value))}”` : kindOf(value);
    report(callingError('INVALID_CONFIG', `${what} ${got}, not ${words}`, false));
  };
  if (!Array.isArray(given)) {
    tell('noteTemplates', given, 'a list of { label, text }');
    return [];
  }
  const found: NoteTemplate[] = [];
  for (let at = 0; at < Math.min(given.length, maxTemplates); at += 1) {
    const template = readTemplate(given, at);
    if (template) found.push(template);
    else
      tell(
        `noteTemplates[${String(at)}]`,
        attempt(() => given[at] as unknown),
        right,
      );
  }
  if (given.length > maxTemplates)
    tell('noteTemplates', String(given.length), `${String(maxTemplates)} at most: the others are left out`);
  return found;
}

function readTemplate(given: readonly unknown[], at: number): NoteTemplate | undefined {
  return attempt(() => {
    const item = given[at];
    const { label, text } = (typeof item === 'string' ? { label: item, text: item } : item) as NoteTemplate;
    if (typeof label !== 'string' || typeof text !== 'string') return undefined;
    const shown = shownText(label);
    const isRight = shown !== '' && text.trim() !== '' && text.length <= maxTextLength;
    return isRight ? { label: shown, text: text.replaceAll(/\r\n?/g, '\n') } : undefined;
  });
}

/** What a getter of the app returns; undefined if it throws. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function kindOf(value: unknown): string {
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject) return value === null ? 'null' : typeof value;
  const fields = ['label', 'text'] as const;
  const kinds = fields.map((name) => `${name}: ${typeof attempt(() => (value as NoteTemplate)[name])}`);
  return `{ ${kinds.join(', ')} }`;
}

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
  attempt(() => (document as Editing).execCommand?.('insertText', false, added));
  if (field.value === wanted) return;
  field.value = wanted;
  field.setSelectionRange(caret + added.length, caret + added.length);
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

export class TemplateList implements ReactiveController {
  readonly #host: HsElement;
  templates: readonly NoteTemplate[] = [];
  /** The call for which it is open. */
  #openFor: string | undefined;
  #count = 0;

  constructor(host: HsElement) {
    this.#host = host;
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
    this.#count += 1;
    const words = localize.term('templateInserted', label);
    announce(this.#host.ownerDocument, words, `template ${String(this.#count)}`);
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
