/** `<hs-host-scenarios>`, inside `<hs-calling-host>`: plays scenarios with the widget and shows what became of each step. */
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  defaultRecords,
  type HostPromptEvent,
  type HostStepEvent,
  type HubSpotHost,
  type Scenario,
  type ScenarioResult,
  type WidgetDriver,
} from '../../src/host/index.js';
import { allScenarios } from '../../src/host/scenarios/index.js';
import { BaseElement } from '../shared/base-element.js';
import { fieldStyles } from '../shared/field.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { scenariosStyles } from './host-scenarios.styles.js';
import { FramesStage } from './frames-stage.js';
import { findPlace, isSamePlace } from './places.js';
import { renderPrompt } from './prompt-view.js';
import { renderStory, verdictOf } from './story-view.js';

/** How many ms anything may take: a page under development may load slowly. */
const timeoutMs = 10_000;

/** What is being played. */
interface Playing {
  /** The name of the scenario; empty before the first one starts. */
  readonly name: string;
  /** The step that is being played, from 0. */
  readonly step: number;
  /** Which scenario of those that are played, from 1. */
  readonly position: number;
  /** How many scenarios are played. */
  readonly count: number;
}

/**
 * @internal
 * @fires hs-host-prompt - The prompt that says what a person is to do in the widget, or null when it is done. Does not
 * bubble.
 */
export class HsHostScenarios extends BaseElement {
  static override readonly tag = 'hs-host-scenarios';

  static override styles = [sharedStyles, fieldStyles, scenariosStyles];

  static override properties: PropertyDeclarations = {
    host: { attribute: false },
    driver: { attribute: false },
    frameDriver: { attribute: false },
    prompt: { attribute: false },
    chosen: { attribute: false },
    playing: { attribute: false },
    results: { attribute: false },
  };

  /** The host that scenarios are played on; undefined for none. */
  host: HubSpotHost | undefined;

  /** Acts in the widget. A person is asked to do what it cannot. Default: a person does all. */
  driver: WidgetDriver | undefined;

  /** The driver for a frame that a scenario opens. A person is asked to do what it cannot. Default: a person does all. */
  frameDriver: ((frame: HTMLIFrameElement) => WidgetDriver) | undefined;

  /** What a person is to do in one of the frames that a scenario has opened; null for nothing. */
  private prompt: HostPromptEvent | null = null;
  /** The scenario that is chosen; undefined for all. */
  private chosen: Scenario | undefined = allScenarios[0];
  private playing: Playing | undefined;
  /** What became of each scenario when it was last played, by name. */
  private results: ReadonlyMap<string, ScenarioResult> = new Map();

  /** Aborts what is being played. */
  #abortController: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abortController?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('host')) this.#abortController?.abort();
  }

  protected override render() {
    const { chosen, playing } = this;
    return html`
      <h2 class="visually-hidden">Scenarios</h2>
      <div class="bar">
        <select aria-label="Scenario" ?disabled=${playing !== undefined} @change=${this.#onChoose}>
          <option value="">All ${allScenarios.length} scenarios</option>
          ${allScenarios.map(({ name }) => html`<option .selected=${name === chosen?.name}>${name}</option>`)}
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
      <div class="notice" role="status">${renderPrompt(this.prompt, this.#onDone)}</div>
      <div class="stage" role="region" aria-label="Frames of the scenario" tabindex="0"></div>
      ${(chosen ? [chosen] : allScenarios).map((scenario) =>
        renderStory(scenario, {
          result: this.results.get(scenario.name),
          step: playing?.name === scenario.name ? playing.step : undefined,
          isAlone: chosen !== undefined,
        }),
      )}
    `;
  }

  // The results of the scenarios that are shown.
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
      const { name, position, count } = playing;
      return count === 1 ? 'Playing…' : `Playing ${String(position)} of ${String(count)}: ${name}`;
    }
    const played = this.#played;
    const [first] = played;
    if (!first) return '';
    if (chosen) return verdictOf(first);
    const failed = played.filter(({ ok }) => !ok).length;
    return `${String(played.length)} played: ${String(played.length - failed)} passed, ${String(failed)} failed`;
  }

  async #play(scenario: Scenario, signal: AbortSignal, position: number, count: number): Promise<void> {
    const { host } = this;
    if (!host) return;
    const { name, records = defaultRecords } = scenario;
    let promptedAt = 0; // the step that has asked a person last
    const prompt = (event: HostPromptEvent) => {
      promptedAt = this.playing?.step ?? 0;
      this.#ask(event, stage);
    };
    const stage = this.#stageFor(scenario, host, prompt);
    const watched = stage?.hubspot ?? host;
    const step = ({ index }: HostStepEvent) => {
      this.playing = { name, step: index, position, count };
      // The prompt stays during the step after it, which may wait for what the person does.
      if (index > promptedAt + 1) this.#ask(null, stage);
    };
    this.playing = { name, step: 0, position, count };
    watched.addEventListener('step', step);
    host.addEventListener('prompt', prompt);
    const driver = stage?.driver ?? this.driver;
    const result = await watched.run(
      { ...scenario, records },
      { signal, timeoutMs, ...(driver && { driver }) },
    );
    watched.removeEventListener('step', step);
    host.removeEventListener('prompt', prompt);
    this.#ask(null, stage);
    stage?.end();
    this.results = new Map([...this.results, [name, result]]);
  }

  // Undefined where the one frame that is there is enough, or nobody knows the address of the widget.
  #stageFor(
    { frames }: Scenario,
    host: HubSpotHost,
    prompted: (prompt: HostPromptEvent) => void,
  ): FramesStage | undefined {
    const { widgetAddress } = host.account.state;
    const container = this.renderRoot.querySelector('.stage');
    if (!frames || widgetAddress === undefined || !container) return undefined;
    return new FramesStage({ widgetUrl: widgetAddress, driver: this.frameDriver, container, prompted });
  }

  // Beside the frame in which something is to be done; null to ask no more.
  #ask(prompt: HostPromptEvent | null, stage: FramesStage | undefined): void {
    if (stage) this.prompt = prompt;
    else this.#dispatchPrompt(prompt);
  }

  #dispatchPrompt(detail: HostPromptEvent | null): void {
    this.dispatchEvent(new CustomEvent('hs-host-prompt', { detail }));
  }

  readonly #onChoose = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    this.chosen = allScenarios.find(({ name }) => name === value);
  };

  readonly #onRun = async (): Promise<void> => {
    const { host, chosen } = this;
    if (!host || this.playing) return;
    const { signal } = (this.#abortController = new AbortController());
    const wanted = chosen ? [chosen] : allScenarios;
    const before = host.state.place;
    const startPlace = findPlace('widget');
    this.playing = { name: '', step: 0, position: 1, count: wanted.length };
    this.results = new Map([...this.results].filter(([name]) => !wanted.some((one) => one.name === name)));
    // Scenarios begin with the widget on a record.
    if (startPlace && !isSamePlace(before, startPlace) && wanted.some(({ frames }) => !frames)) {
      host.mark();
      host.setPlace(startPlace);
      // If the widget does not start, the first scenario says so.
      await host.waitFor('INITIALIZED').catch(() => undefined);
    }
    for (const [index, scenario] of wanted.entries()) {
      if (signal.aborted) break;
      await this.#play(scenario, signal, index + 1, wanted.length);
    }
    this.playing = undefined;
    if (this.host === host && !isSamePlace(before, host.state.place)) host.setPlace(before);
  };

  readonly #onDone = (): void => {
    this.prompt?.done();
    this.prompt = null;
  };

  readonly #onStop = (): void => {
    this.#abortController?.abort();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-host-scenarios': HsHostScenarios;
  }
}
