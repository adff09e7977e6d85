/** `<hs-host-inspector>`, inside `<hs-calling-host>`: every message that passed, to look at, keep and play again. */
import { html, LitElement, nothing } from 'lit';
import {
  exportTranscript,
  filterTranscript,
  importTranscript,
  payloadOf,
  typeOf,
  type HubSpotHost,
  type MessageDirection,
  type TranscriptEntry,
} from '../../src/host/index.js';
import { defineOnce } from '../shared/define-once.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { inspectorStyles } from './host-inspector.styles.js';

/** More lines than this would only slow the page down. */
const most = 500;

const speeds = [1, 4, 20];

const phases = ['idle', 'dialing', 'ringing', 'active', 'ended', 'completed', 'transferred'] as const;

/** One line: a message, or the same SYNC again and again. */
interface Line {
  readonly entry: TranscriptEntry;
  readonly times: number;
}

/** @internal */
export class HsHostInspector extends LitElement {
  static readonly tag = 'hs-host-inspector';

  static override styles = [sharedStyles, inspectorStyles];

  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    defineOnce(this, tag, registry);
  }

  /** Whose messages. */
  @property({ attribute: false }) host: HubSpotHost | undefined;

  @state() private imported: readonly TranscriptEntry[] | undefined;
  @state() private since = 0;
  @state() private direction: MessageDirection | undefined;
  @state() private phase: TranscriptEntry['phase'] | undefined;
  @state() private text = '';
  @state() private isOnlyInvalid = false;
  @state() private notice = '';
  @state() private isPlaying = false;

  #followed: HubSpotHost | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
  }

  protected override willUpdate(): void {
    this.#follow(this.isConnected ? this.host : undefined);
  }

  protected override render() {
    const lines = this.#lines();
    return html`
      <div class="bar">
        <h2>${this.imported ? 'Imported messages' : 'Messages'}</h2>
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
          ${phases.map((phase) => html`<option>${phase}</option>`)}
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
          : html`<ol id="messages">
              ${lines.map((line) => this.#renderLine(line))}
            </ol>`
      }
    `;
  }

  protected override updated(): void {
    const list = this.renderRoot.querySelector('#messages');
    if (list && this.#wasAtEnd) list.scrollTop = list.scrollHeight;
  }

  // The end stays in view, unless somebody reads further up.
  get #wasAtEnd(): boolean {
    const last = this.renderRoot.querySelector('#messages > :last-child');
    const list = last?.parentElement;
    if (!list || !(last instanceof HTMLElement)) return true;
    return list.scrollHeight - list.scrollTop - list.clientHeight < last.offsetHeight + 32;
  }

  #entries(): readonly TranscriptEntry[] {
    if (this.imported) return this.imported;
    return (this.host?.transcript ?? []).filter(({ index }) => index >= this.since);
  }

  // Those that pass the filters.
  #shown(): readonly TranscriptEntry[] {
    const { direction, phase, text, isOnlyInvalid } = this;
    return filterTranscript(this.#entries(), {
      ...(direction && { direction }),
      ...(phase && { phase }),
      ...(text !== '' && { text }),
      ...(isOnlyInvalid && { valid: false }),
    });
  }

  #lines(): readonly Line[] {
    const lines: Line[] = [];
    for (const entry of this.#shown()) {
      const last = lines.at(-1);
      // A host says SYNC until somebody answers: one line for all of them.
      if (last && typeOf(entry.message) === 'SYNC' && typeOf(last.entry.message) === 'SYNC') {
        lines[lines.length - 1] = { entry, times: last.times + 1 };
      } else lines.push({ entry, times: 1 });
    }
    return lines.slice(-most);
  }

  #renderLine({ entry, times }: Line) {
    const { direction, message, validity, phase, at } = entry;
    const time = new Date(at);
    const payload = JSON.stringify(payloadOf(message) ?? null, undefined, 2);
    return html`<li class="message" data-direction=${direction}>
      <details>
        <summary>
          <span class="direction">${direction === 'to-widget' ? 'to widget' : 'from widget'}</span>
          <span class="what">
            <span class="type">${typeOf(message)}</span>
            ${times > 1 ? html`<span class="times">${times} times</span>` : nothing}
            ${validity.ok ? nothing : html`<span class="invalid">invalid</span>`}
            <span class="phase">${phase}</span>
          </span>
          <time datetime=${time.toISOString()}>${timeOf(time)}</time>
        </summary>
        ${validity.ok ? nothing : html`<p class="invalid">${validity.reason}</p>`}
        <pre class="payload">${payload}</pre>
        <button class="quiet" type="button" @click=${() => this.#copy(message)}>Copy</button>
      </details>
    </li>`;
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
    this.#followed?.removeEventListener('message', this.#onMessage);
    host?.addEventListener('message', this.#onMessage);
    this.#followed = host;
    this.since = 0;
  }

  #copy(message: unknown): Promise<void> {
    return this.#write(JSON.stringify(message, undefined, 2));
  }

  async #write(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.notice = 'Copied.';
    } catch {
      this.notice = 'The browser does not let this page copy. Mark the text instead.';
    }
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
    else this.since = (this.host?.transcript.at(-1)?.index ?? -1) + 1;
    this.notice = '';
  };

  readonly #onCopyAll = (): Promise<void> => this.#write(exportTranscript(this.#shown()));

  readonly #onExport = (): void => {
    const file = new Blob([exportTranscript(this.#shown())], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'calling-transcript.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };

  readonly #onImport = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      this.imported = importTranscript(await file.text());
      this.notice = `${file.name}: ${String(this.imported.length)} messages.`;
    } catch (error) {
      this.notice = error instanceof Error ? error.message : String(error);
    }
    input.value = '';
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
    this.phase = phases.find((phase) => phase === value);
  };

  readonly #onInvalid = (event: Event): void => {
    this.isOnlyInvalid = (event.target as HTMLInputElement).checked;
  };
}

function timeOf(date: Date): string {
  return date.toLocaleTimeString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hour12: false,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-host-inspector': HsHostInspector;
  }
}
