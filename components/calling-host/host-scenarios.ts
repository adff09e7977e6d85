/** `<hs-host-scenarios>`, inside `<hs-calling-host>`: stories to play with the widget, and what came of them. */
import { html, LitElement, nothing } from 'lit';
import {
  describeStep,
  type HostPromptEvent,
  type HostStepEvent,
  type HubSpotHost,
  type Scenario,
  type ScenarioResult,
  type StepResult,
  type WidgetDriver,
} from '../../src/testing/host/index.js';
import { scenarios } from '../../src/testing/scenarios/index.js';
import { defineOnce } from '../shared/define.js';
import { property, state } from '../shared/property.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { scenariosStyles } from './host-scenarios.styles.js';

const signs = { passed: '✓', failed: '✗', 'not-reached': '–' } as const;

/** @internal */
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

  @state() private chosen: Scenario | undefined = scenarios[0];
  @state() private running: AbortController | undefined;
  @state() private step = 0;
  @state() private prompt: HostPromptEvent | undefined;
  @state() private result: ScenarioResult | undefined;

  protected override render() {
    const { chosen, running } = this;
    if (!chosen) return nothing;
    return html`
      <h2>Scenarios</h2>
      <div class="bar">
        <select aria-label="Scenario" ?disabled=${running !== undefined} @change=${this.#onChoose}>
          ${scenarios.map(({ name }) => html`<option ?selected=${name === chosen.name}>${name}</option>`)}
        </select>
        <button class="quiet" type="button" @click=${running ? this.#onStop : this.#onRun}>
          ${running ? 'Stop' : 'Run'}
        </button>
      </div>
      <p class="shows">${chosen.shows}</p>
      <p class="hint">
        A widget on the official SDK ${chosen.official.passes ? 'can pass' : 'cannot pass'}:
        ${chosen.official.because}
      </p>
      <div class="prompt" role="status">
        ${
          this.prompt
            ? html`<p>${this.prompt.instruction}</p>
                <button class="quiet" type="button" @click=${this.#onDone}>Done</button>`
            : nothing
        }
      </div>
      <p class="verdict" role="status" data-ok=${this.result ? String(this.result.ok) : nothing}>
        ${this.result ? (this.result.ok ? 'Passed' : 'Failed') : nothing}
      </p>
      <ol>
        ${this.#steps(chosen).map(
          ({ step, status, why }, index) =>
            html`<li data-status=${status ?? nothing} aria-current=${this.#isNow(index) ? 'step' : nothing}>
              ${status ? html`<span class="sign" aria-label=${status}>${signs[status]}</span>` : nothing}
              ${step} ${why ? html`<p class="why">${why}</p>` : nothing}
            </li>`,
        )}
      </ol>
    `;
  }

  #steps({ steps }: Scenario): readonly (Pick<StepResult, 'step' | 'why'> & Partial<StepResult>)[] {
    if (this.result) return this.result.steps;
    return ['The widget starts', ...steps.map(describeStep), 'Nothing else happens'].map((step) => ({
      step,
    }));
  }

  #isNow(index: number): boolean {
    return this.running !== undefined && this.step === index;
  }

  readonly #onChoose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.chosen = scenarios.find(({ name }) => name === value);
    this.result = undefined;
  };

  readonly #onRun = async (): Promise<void> => {
    const { host, chosen, driver } = this;
    if (!host || !chosen || this.running) return;
    const running = new AbortController();
    const { signal } = running;
    this.running = running;
    this.result = undefined;
    this.step = 0;
    host.addEventListener('step', this.#onStep, { signal });
    host.addEventListener('prompt', this.#onPrompt, { signal });
    this.result = await host.run(chosen, { signal, ...(driver && { driver }) });
    running.abort();
    this.running = undefined;
    this.prompt = undefined;
  };

  readonly #onStop = (): void => {
    this.running?.abort();
  };

  readonly #onStep = (event: HostStepEvent): void => {
    this.step = event.index;
    this.prompt = undefined;
  };

  readonly #onPrompt = (event: HostPromptEvent): void => {
    this.prompt = event;
  };

  readonly #onDone = (): void => {
    this.prompt?.done();
    this.prompt = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-host-scenarios': HsHostScenarios;
  }
}
