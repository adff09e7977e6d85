/** `<hs-host-inspector>`, inside `<hs-calling-host>`: lists every message that passed, stores and replays them. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { guard } from 'lit/directives/guard.js';
import {
  exportTranscript,
  filterTranscript,
  importTranscriptFile,
  transcriptPhases,
  type HubSpotHost,
  type MessageDirection,
  type TranscriptEntry,
} from '../../src/host/index.js';
import { BaseElement } from '../shared/base-element.js';
import { fieldStyles } from '../shared/field.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { inspectorStyles } from './host-inspector.styles.js';
import { linesOf, prepareSearch, renderLine, searchText } from './message-view.js';
import { nextFrame } from './next-frame.js';
import { copyText, downloadJson } from './text-export.js';

/** How many lines are shown, the latest ones: more would only slow the page down. */
const maxLines = 200;

/** How many characters can be looked for: to draw a field with 100,000 of them makes the page stand still. */
const maxFilterLength = 200;

/** How many times as fast a transcript can be replayed. */
const speeds = [1, 4, 20];

/** @internal */
export class HsHostInspector extends BaseElement {
  static override readonly tag = 'hs-host-inspector';

  static override styles = [sharedStyles, fieldStyles, inspectorStyles];

  static override properties: PropertyDeclarations = {
    host: { attribute: false },
    imported: { attribute: false },
    since: { attribute: false },
    direction: { attribute: false },
    phase: { attribute: false },
    text: { attribute: false },
    isOnlyInvalid: { attribute: false },
    notice: { attribute: false },
    isPlaying: { attribute: false },
  };

  /** The host whose messages are listed; undefined for none. */
  host: HubSpotHost | undefined;

  /** The transcript of a file, which is shown instead of the host's; undefined for none. */
  private imported: readonly TranscriptEntry[] | undefined;
  /** Messages of the host are listed from this index of its transcript on. */
  private since = 0;
  private direction: MessageDirection | undefined;
  private phase: TranscriptEntry['phase'] | undefined;
  private text = '';
  private isOnlyInvalid = false;
  /** What became of the last thing that was pressed, in words. */
  private notice = '';
  private isPlaying = false;

  /** The host that the element listens to. */
  #followed: HubSpotHost | undefined;
  /** The file that is read, or was last. */
  #reading: File | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
  }

  protected override willUpdate(): void {
    this.#follow(this.isConnected ? this.host : undefined);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await nextFrame();
    if (this.text !== '') await prepareSearch(this.#entries());
    await super.scheduleUpdate();
  }

  protected override render() {
    const all = linesOf(this.#shown());
    const lines = all.slice(-maxLines);
    const hidden = all.length - lines.length;
    const hasFrames = new Set(this.#entries().map(({ frame }) => frame)).size > 1;
    return html`
      <div class="bar">
        <h2 class=${this.imported ? '' : 'visually-hidden'}>
          ${this.imported ? 'Imported messages' : 'Messages'}
        </h2>
        <button class="quiet" type="button" @click=${this.#onClear}>
          ${this.imported ? 'Close' : 'Clear'}
        </button>
        <button class="quiet" type="button" @click=${this.#onCopyAll}>Copy all</button>
        <button class="quiet" type="button" @click=${this.#onExport}>Export</button>
        <label class="quiet file" for="file">Import</label>
        <input
          id="file"
          class="visually-hidden"
          type="file"
          accept="application/json,.json"
          @change=${this.#onImport}
        />
      </div>
      <div class="bar filter">
        <input
          type="search"
          aria-label="Filter messages"
          placeholder="Filter"
          maxlength=${maxFilterLength}
          .value=${this.text}
          @input=${this.#onText}
        />
        <select aria-label="Direction" @change=${this.#onDirection}>
          <option value="">Both ways</option>
          <option value="to-widget">To widget</option>
          <option value="to-host">From widget</option>
        </select>
        <select aria-label="Phase of the call" @change=${this.#onPhase}>
          <option value="">Any phase</option>
          ${transcriptPhases.map((phase) => html`<option>${phase}</option>`)}
        </select>
        <label class="check"><input type="checkbox" @change=${this.#onInvalid} /> Only invalid</label>
      </div>
      ${this.imported ? this.#renderReplay(this.imported) : nothing}
      <p class="hint" role="status">${this.notice}</p>
      ${
        lines.length === 0
          ? html`<p class="hint">
              Nothing here. What HubSpot and the widget say to each other appears in this list.
            </p>`
          : html`${hidden > 0 ? html`<p class="hint more">${hidden} older messages are not shown; filter to see them.</p>` : nothing}
              <ol id="messages">
                ${repeat(
                  lines,
                  ({ entry }) => entry,
                  (line) =>
                    guard([line.entry, line.times, hasFrames], () =>
                      renderLine(line, { copy: this.#copy, frame: hasFrames ? line.entry.frame : undefined }),
                    ),
                )}
              </ol>`
      }
    `;
  }

  protected override updated(): void {
    const list = this.renderRoot.querySelector('#messages');
    if (list && this.#wasAtEnd) list.scrollTop = list.scrollHeight;
  }

  // Whether the end of the list was in view before the last message came. If not, somebody reads further up.
  get #wasAtEnd(): boolean {
    const last = this.renderRoot.querySelector('#messages > :last-child');
    const list = last?.parentElement;
    if (!list || !(last instanceof HTMLElement)) return true;
    return list.scrollHeight - list.scrollTop - list.clientHeight < last.offsetHeight + 32;
  }

  #entries(): readonly TranscriptEntry[] {
    if (this.imported) return this.imported;
    return (this.host?.account.transcript ?? []).filter(({ index }) => index >= this.since);
  }

  // The entries that fit what was chosen in the filters.
  #shown(): readonly TranscriptEntry[] {
    const { direction, phase, text, isOnlyInvalid } = this;
    const some = filterTranscript(this.#entries(), {
      ...(direction && { direction }),
      ...(phase && { phase }),
      ...(isOnlyInvalid && { valid: false }),
    });
    const wanted = text.toLowerCase();
    return wanted === '' ? some : some.filter((entry) => searchText(entry).includes(wanted));
  }

  #renderReplay(entries: readonly TranscriptEntry[]) {
    return html`<div class="bar">
      <label>
        Speed
        <select id="speed">
          ${speeds.map((speed) => html`<option value=${speed}>${speed} ×</option>`)}
        </select>
      </label>
      <button
        class="quiet"
        type="button"
        aria-disabled=${this.isPlaying ? 'true' : nothing}
        @click=${() => this.#replay(entries)}
      >
        Replay to the widget
      </button>
    </div>`;
  }

  #follow(host: HubSpotHost | undefined): void {
    if (host === this.#followed) return;
    this.#followed?.account.removeEventListener('message', this.#onMessage);
    host?.account.addEventListener('message', this.#onMessage);
    // An account of several frames, or of a widget that is loaded anew, goes on with its messages.
    if (host?.account !== this.#followed?.account) this.since = 0;
    this.#followed = host;
  }

  async #replay(entries: readonly TranscriptEntry[]): Promise<void> {
    if (this.isPlaying || !this.host) return;
    this.isPlaying = true;
    this.notice = 'Replaying…';
    const speed = Number(this.renderRoot.querySelector<HTMLSelectElement>('#speed')?.value ?? 1);
    try {
      await this.host.replay(entries, { speed });
      this.notice = 'Replayed. What the widget has said to it is among the messages.';
    } catch (error) {
      this.notice = `Not replayed: ${String(error)}`;
    } finally {
      this.isPlaying = false;
    }
  }

  readonly #onMessage = (): void => {
    this.requestUpdate();
  };

  readonly #onClear = (): void => {
    if (this.imported) this.imported = undefined;
    else this.since = (this.host?.account.transcript.at(-1)?.index ?? -1) + 1;
    this.notice = '';
  };

  readonly #copy = async (text: string): Promise<void> => {
    this.notice = (await copyText(text))
      ? 'Copied.'
      : 'The browser does not let this page copy. Mark the text instead.';
  };

  readonly #onCopyAll = (): Promise<void> => this.#copy(exportTranscript(this.#shown()));

  readonly #onExport = (): void => {
    downloadJson('calling-transcript.json', exportTranscript(this.#shown()));
  };

  readonly #onImport = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    this.#reading = file;
    this.notice = `Reading ${file.name}…`;
    const read = await importTranscriptFile(file).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    // Another file may have been chosen meanwhile.
    if (this.#reading !== file) return;
    input.value = '';
    this.notice = typeof read === 'string' ? read : `${file.name}: ${String(read.length)} messages.`;
    if (typeof read !== 'string') this.imported = read;
  };

  readonly #onText = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
  };

  readonly #onDirection = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.direction = value === 'to-widget' || value === 'to-host' ? value : undefined;
  };

  readonly #onPhase = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.phase = transcriptPhases.find((phase) => phase === value);
  };

  readonly #onInvalid = (event: Event): void => {
    this.isOnlyInvalid = (event.target as HTMLInputElement).checked;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-host-inspector': HsHostInspector;
  }
}
