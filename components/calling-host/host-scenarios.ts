/** `<hs-host-scenarios>`, inside `<hs-calling-host>`: stories to play with the widget, and what came of them. */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import {
  defaultRecords,
  type HostPromptEvent,
  type HostStepEvent,
  type HubSpotHost,
  type Scenario,
  type ScenarioResult,
  type WidgetDriver,
} from '../../src/host/index.js';
import { scenarios } from '../../src/host/scenarios/index.js';
import { defineOnce } from '../shared/define-once.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { scenariosStyles } from './host-scenarios.styles.js';
import { findPlace, isSamePlace } from './places.js';
import { renderStory, verdictOf } from './story-view.js';

/** Ms that anything may take: a page under development may load slowly. */
const timeout = 10_000;

/** What is being played. */
interface Playing {
  readonly name: string;
  /** The step that is on, from 0. */
  readonly step: number;
  /** Which scenario of how many, from 1. */
  readonly place: number;
  readonly of: number;
}

/**
 * @internal
 * @fires hs-host-prompt - What a person is to do in the widget, or null when it is done. Does not bubble.
 */
export class HsHostScenarios extends LitElement {
  static readonly tag = 'hs-host-scenarios';

  static override styles = [sharedStyles, scenariosStyles];

  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    defineOnce(this, tag, registry);
  }

  /** On which host to play. */
  @property({ attribute: false }) host: HubSpotHost | undefined;

  /** Acts in the widget. What it cannot do, a person is asked to. */
  @property({ attribute: false }) driver: WidgetDriver | undefined;

  /** The one that is chosen; undefined for all. */
  @state() private chosen: Scenario | undefined = scenarios[0];
  @state() private playing: Playing | undefined;
  @state() private results: ReadonlyMap<string, ScenarioResult> = new Map();

  #given: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#given?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('host')) this.#given?.abort();
  }

  protected override render() {
    const { chosen, playing } = this;
    return html`
      <h2>Scenarios</h2>
      <div class="bar">
        <select aria-label="Scenario" ?disabled=${playing !== undefined} @change=${this.#onChoose}>
          <option value="">All ${scenarios.length} scenarios</option>
          ${scenarios.map(({ name }) => html`<option .selected=${name === chosen?.name}>${name}</option>`)}
        </select>
        <button
          class="quiet"
          type="button"
          aria-disabled=${this.host ? nothing : 'true'}
          @click=${playing ? this.#onStop : this.#onRun}
        >
          ${playing ? 'Stop' : 'Run'}
        </button>
      </div>
      <p class="verdict" role="status" data-verdict=${this.#verdict}>${this.#verdictText()}</p>
      ${(chosen ? [chosen] : scenarios).map((scenario) =>
        renderStory(scenario, {
          result: this.results.get(scenario.name),
          step: playing?.name === scenario.name ? playing.step : undefined,
          isAlone: chosen !== undefined,
        }),
      )}
    `;
  }

  // Of those that are on view and were played.
  get #played(): readonly ScenarioResult[] {
    const { chosen, results } = this;
    return [...results.values()].filter(({ scenario }) => !chosen || scenario === chosen.name);
  }

  get #verdict(): string {
    if (this.playing || this.#played.length === 0) return 'none';
    return this.#played.every(({ ok }) => ok) ? 'passed' : 'failed';
  }

  #verdictText(): string {
    const { chosen, playing } = this;
    if (playing) {
      const { name, place, of } = playing;
      return of === 1 ? 'Playing…' : `Playing ${String(place)} of ${String(of)}: ${name}`;
    }
    const played = this.#played;
    const [first] = played;
    if (!first) return '';
    if (chosen) return verdictOf(first);
    const failed = played.filter(({ ok }) => !ok).length;
    return `${String(played.length)} played: ${String(played.length - failed)} passed, ${String(failed)} failed`;
  }

  async #play(scenario: Scenario, signal: AbortSignal, place: number, of: number): Promise<void> {
    const { host, driver } = this;
    if (!host) return;
    const { name, records = defaultRecords } = scenario;
    let promptedAt = 0;
    const step = ({ index }: HostStepEvent) => {
      this.playing = { name, step: index, place, of };
      // The step after may be to hear of what was asked for.
      if (index > promptedAt + 1) this.#tell(null);
    };
    const prompt = (event: HostPromptEvent) => {
      promptedAt = this.playing?.step ?? 0;
      this.#tell(event);
    };
    this.playing = { name, step: 0, place, of };
    host.addEventListener('step', step);
    host.addEventListener('prompt', prompt);
    const result = await host.run({ ...scenario, records }, { signal, timeout, ...(driver && { driver }) });
    host.removeEventListener('step', step);
    host.removeEventListener('prompt', prompt);
    this.#tell(null);
    this.results = new Map([...this.results, [name, result]]);
  }

  #tell(detail: HostPromptEvent | null): void {
    this.dispatchEvent(new CustomEvent('hs-host-prompt', { detail }));
  }

  readonly #onChoose = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    this.chosen = scenarios.find(({ name }) => name === value);
  };

  readonly #onRun = async (): Promise<void> => {
    const { host, chosen } = this;
    if (!host || this.playing) return;
    const given = (this.#given = new AbortController());
    const wanted = chosen ? [chosen] : scenarios;
    const before = host.state.place;
    const usual = findPlace('widget');
    this.playing = { name: '', step: 0, place: 1, of: wanted.length };
    this.results = new Map([...this.results].filter(([name]) => !wanted.some((one) => one.name === name)));
    // The stories begin on a record.
    if (usual && !isSamePlace(before, usual)) {
      host.mark();
      host.setPlace(usual);
      // Whether it starts, the first scenario tells.
      await host.waitFor('INITIALIZED').catch(() => undefined);
    }
    for (const [index, scenario] of wanted.entries()) {
      if (given.signal.aborted) break;
      await this.#play(scenario, given.signal, index + 1, wanted.length);
    }
    this.playing = undefined;
    if (this.host === host && !isSamePlace(before, host.state.place)) host.setPlace(before);
  };

  readonly #onStop = (): void => {
    this.#given?.abort();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-host-scenarios': HsHostScenarios;
  }
}
