/** The field for the notes of a call, in the call and after it. What helps with them is loaded when there are some. */
import { html, nothing, type ReactiveController } from 'lit';
import { raise, type Call } from '../../src/index.js';
import { announce } from '../shared/announcer.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import { wordsFor } from '../shared/spoken-who.js';
import type { NoteTemplates } from './note-template.js';
import type { NotesHelp } from './notes-help.js';

/** An element with such a field. */
export type NotesHost = HsElement & { readonly noteTemplates: NoteTemplates | undefined };

export class NotesField implements ReactiveController {
  readonly #host: NotesHost;
  readonly #bridge: BridgeController;
  #given: NoteTemplates | undefined;
  /** The call that somebody writes about. */
  #writing: string | undefined;
  /** What was written about it, oldest first, and has not come back yet from the frame that owns the calls. */
  #unheard: string[] = [];
  /** What had come back last. */
  #heard: string | undefined;
  #help: NotesHelp | undefined;

  constructor(host: NotesHost, bridge: BridgeController) {
    this.#host = host;
    this.#bridge = bridge;
    host.addController(this);
  }

  // What an app gives is read at once, so that it is told what is wrong.
  hostUpdate(): void {
    const { noteTemplates: given } = this.#host;
    if (given === this.#given) return;
    this.#given = given;
    if (this.#help || (given && given.length !== 0))
      void this.#load().then((help) => help?.read(this.#given));
  }

  /** @param label - The `part` of the label. */
  render(call: Call, localize: Localize, label?: string) {
    const { externalCallId, engagement } = call;
    const notes = this.#shown(externalCallId, engagement.notes ?? '');
    if (notes) void this.#load();
    const onInput = ({ target }: Event) => {
      if (this.#writing !== externalCallId) [this.#unheard, this.#heard] = [[], engagement.notes ?? ''];
      this.#writing = externalCallId;
      const written = { notes: (target as HTMLTextAreaElement).value };
      if (!this.#bridge.acts) this.#unheard.push(written.notes);
      this.#bridge.bridge?.updateCall({ externalCallId, engagement: written });
      void this.#load().then((help) => help?.rest(externalCallId));
    };
    const name = localize.term('notes');
    const help = this.#help?.render(externalCallId, notes, localize);
    return html`
      <div class="notes-head">
        <label part=${label ?? nothing} for="notes">${name}</label>
        <span part="kept" role="status" ?data-lost=${help?.isLost}>${help?.keeping}</span>
        ${help?.button}
      </div>
      ${help?.list}
      <textarea
        id="notes"
        part="notes"
        aria-label=${wordsFor(call, name, this.#bridge.state, localize)}
        .value=${notes}
        @input=${onInput}
        @change=${() => (this.#unheard = [])}
      ></textarea>
    `;
  }

  /** What the owner has heard later than it was typed does not take the place of what was typed since. */
  #shown(externalCallId: string, notes: string): string {
    if (this.#writing !== externalCallId) return notes;
    if (notes !== this.#heard) this.#unheard.splice(0, this.#unheard.indexOf(notes) + 1);
    this.#heard = notes;
    return this.#unheard.at(-1) ?? notes;
  }

  // Should it not load, there are only the notes.
  async #load(): Promise<NotesHelp | undefined> {
    const code = await import('./later.js').catch(() => undefined);
    if (code && !this.#help) {
      const [host, bridge] = [this.#host, this.#bridge];
      this.#help = new code.NotesHelp({
        host,
        bridge,
        report: (error) => raise(host, 'hs-error', error),
        // Each time is news.
        say: (words) => {
          announce(host.ownerDocument, words, `${words} ${String(performance.now())}`);
        },
      });
      if (this.#writing !== undefined) this.#help.rest(this.#writing);
      this.#host.requestUpdate();
    }
    return this.#help;
  }
}
