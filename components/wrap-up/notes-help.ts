/** What helps with the notes of a call: whether they are kept, and the app's templates. Loaded where there are some. */
import { nothing, type ReactiveController } from 'lit';
import type { CallingError } from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import type { HsElement } from '../shared/hs-element.js';
import type { Localize } from '../shared/localize.js';
import { readTemplates } from './read-templates.js';
import { TemplateList } from './template-list.js';

/** Ms without a change until it is said whether the notes are kept. */
const restMs = 1000;

/** What it works with. */
export interface NotesHelpParts {
  readonly host: HsElement;
  readonly bridge: BridgeController;
  /** Told what is wrong with the templates. */
  readonly report: (error: CallingError) => void;
  /** Says something to screen readers. */
  readonly say: (words: string) => void;
}

export class NotesHelp implements ReactiveController {
  readonly #parts: NotesHelpParts;
  readonly #templates: TemplateList;
  /** What `#isKept` is about: the call, and the connection. */
  #about: string | undefined;
  /** Whether the notes are kept; undefined while nothing is said about it. */
  #isKept: boolean | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: NotesHelpParts) {
    this.#parts = parts;
    this.#templates = new TemplateList(parts.host, parts.say);
    parts.host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#resting);
    this.#about = undefined;
  }

  /** Takes the templates that an app gives. */
  read(given: unknown): void {
    this.#templates.templates = readTemplates(given, this.#parts.report);
    this.#parts.host.requestUpdate();
  }

  /** Somebody writes: once they rest, it is said whether the notes are kept. */
  rest(externalCallId: string): void {
    this.#about = this.#aboutOf(externalCallId);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#check(externalCallId);
      this.#parts.host.requestUpdate();
    }, restMs);
  }

  /** What belongs around the field of a call. */
  render(externalCallId: string, notes: string, localize: Localize) {
    const about = this.#aboutOf(externalCallId);
    const isNew = about !== this.#about;
    this.#about = about;
    if (isNew) clearTimeout(this.#resting);
    if (notes === '') this.#isKept = undefined;
    // Notes that were there before are told of at once; while somebody writes, nothing is.
    else if (isNew) this.#check(externalCallId);
    const isKept = this.#isKept;
    return {
      isLost: isKept === false,
      keeping: isKept === undefined ? nothing : localize.term(isKept ? 'kept' : 'notKept'),
      button: this.#templates.renderButton(externalCallId, localize),
      list: this.#templates.render(externalCallId, localize),
    };
  }

  #aboutOf(externalCallId: string): string {
    return `${externalCallId} ${String(this.#parts.bridge.state?.connection)}`;
  }

  #check(externalCallId: string): void {
    this.#isKept = this.#parts.bridge.bridge?.keepsDraft(externalCallId);
  }
}
