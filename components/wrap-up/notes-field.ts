/** The field for the notes of a call, in the call and after it: it says whether they are kept, and takes the app's templates. */
import { html, nothing, type ReactiveController } from 'lit';
import { raise, type Call } from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import { wordsFor } from '../shared/spoken-who.js';
import type { NoteTemplates } from './note-template.js';
import type { TemplateList } from './template-list.js';

/** An element with such a field. */
export type NotesHost = HsElement & { readonly noteTemplates: NoteTemplates };

/** Ms without a change until it is said whether the notes are kept. */
const restMs = 1000;

export class NotesField implements ReactiveController {
  readonly #host: NotesHost;
  readonly #bridge: BridgeController;
  /** What the words below the field are about: the call, and the connection. */
  #about: string | undefined;
  /** Whether the notes are kept; undefined while nothing is said about it. */
  #isKept: boolean | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #given: unknown = [];
  #list: TemplateList | undefined;

  constructor(host: NotesHost, bridge: BridgeController) {
    this.#host = host;
    this.#bridge = bridge;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#resting);
    this.#about = undefined;
  }

  // What an app gives is read at once, so that it is told what is wrong.
  hostUpdate(): void {
    const { noteTemplates } = this.#host;
    if (noteTemplates === this.#given) return;
    this.#given = noteTemplates;
    const isNone = Array.isArray(noteTemplates) && noteTemplates.length === 0;
    if (!isNone || this.#list) void this.#read();
  }

  /** @param label - The `part` of the label. */
  render(call: Call, localize: Localize, label?: string) {
    const { state, bridge } = this.#bridge;
    const { externalCallId, engagement } = call;
    const { notes = '' } = engagement;
    this.#follow(externalCallId, notes);
    const onInput = ({ target }: Event) => {
      bridge?.updateCall({ externalCallId, engagement: { notes: (target as HTMLTextAreaElement).value } });
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => {
        this.#check(externalCallId);
      }, restMs);
    };
    const name = localize.term('notes');
    const keeping = this.#isKept === undefined ? nothing : localize.term(this.#isKept ? 'kept' : 'notKept');
    return html`
      <div class="notes-head">
        <label part=${label ?? nothing} for="notes">${name}</label>
        <span part="kept" role="status" ?data-lost=${this.#isKept === false}>${keeping}</span>
        ${this.#list?.renderButton(externalCallId, localize)}
      </div>
      ${this.#list?.render(externalCallId, localize)}
      <textarea
        id="notes"
        part="notes"
        aria-label=${wordsFor(call, name, state, localize)}
        .value=${notes}
        @input=${onInput}
      ></textarea>
    `;
  }

  /** Notes that were there before are told of at once; while somebody writes, nothing is. */
  #follow(externalCallId: string, notes: string): void {
    const about = `${externalCallId} ${String(this.#bridge.state?.connection)}`;
    const isNew = about !== this.#about;
    if (isNew) clearTimeout(this.#resting);
    this.#about = about;
    if (notes === '') this.#isKept = undefined;
    else if (isNew) this.#isKept = this.#bridge.bridge?.keepsDraft(externalCallId);
  }

  #check(externalCallId: string): void {
    this.#isKept = this.#bridge.bridge?.keepsDraft(externalCallId);
    this.#host.requestUpdate();
  }

  async #read(): Promise<void> {
    // Should it not load, there are no templates.
    const code = await import('./template-list.js').catch(() => undefined);
    if (!code) return;
    this.#list ??= new code.TemplateList(this.#host);
    this.#list.templates = code.readTemplates(this.#given, (error) => {
      raise(this.#host, 'hs-error', error);
    });
    this.#host.requestUpdate();
  }
}
