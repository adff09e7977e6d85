/** One scenario: what it shows, its steps, and what became of each. */
import { html, nothing, type TemplateResult } from 'lit';
import { describeStep, type Scenario, type ScenarioResult, type StepResult } from '../../src/host/index.js';

/** How far a scenario has been played. */
export interface ScenarioProgress {
  /** What became of it when it was last played; undefined if it was not. */
  readonly result: ScenarioResult | undefined;
  /** The step that is being played, from 0; undefined while none is. */
  readonly step: number | undefined;
  /** Whether no other scenario is shown. */
  readonly isAlone: boolean;
}

const signs = { passed: '✓', failed: '✗', 'not-reached': '–' } as const;

/** The result in words: `Passed in 3.2 s`. */
export function verdictOf({ ok, durationMs }: ScenarioResult): string {
  return `${ok ? 'Passed' : 'Failed'} in ${(durationMs / 1000).toFixed(1)} s`;
}

export function renderStory(scenario: Scenario, progress: ScenarioProgress): TemplateResult {
  const { name, shows, official } = scenario;
  const { result, step, isAlone } = progress;
  const about = html`<p class="shows">${shows}</p>
    <p class="hint">
      A widget on the official SDK ${official.passes ? 'can pass' : 'cannot pass'}: ${official.because}
    </p>
    ${renderSteps(scenario, progress)}`;
  if (isAlone) return html`<div class="story">${about}</div>`;
  const status = result && (result.ok ? 'passed' : 'failed');
  return html`<details
    class="story"
    data-status=${status ?? nothing}
    ?open=${step !== undefined || status === 'failed'}
  >
    <summary>
      ${renderSign(status)}
      <span class="name">${name}</span>
      <span class="hint">${step === undefined ? ((result && verdictOf(result)) ?? '') : 'Playing…'}</span>
    </summary>
    ${about}
  </details>`;
}

function renderSteps(scenario: Scenario, progress: ScenarioProgress) {
  return html`<ol>
    ${stepsOf(scenario, progress).map(
      ({ step, status, why }, index) =>
        html`<li data-status=${status ?? nothing} aria-current=${index === progress.step ? 'step' : nothing}>
          ${renderSign(status)}
          <span>${step} ${why ? html`<span class="why">${why}</span>` : nothing}</span>
        </li>`,
    )}
  </ol>`;
}

function renderSign(status: StepResult['status'] | undefined) {
  if (!status) return html`<span class="sign"></span>`;
  return html`<span class="sign">
    <span aria-hidden="true">${signs[status]}</span>
    <span class="visually-hidden">${status.replace('-', ' ')}: </span>
  </span>`;
}

/** What is known of a step: no status before it was played. */
type Step = Pick<StepResult, 'step' | 'why'> & Partial<StepResult>;

function stepsOf({ steps }: Scenario, { result, step: now }: ScenarioProgress): readonly Step[] {
  if (result && now === undefined) return result.steps;
  return ['The widget starts', ...steps.map(describeStep), 'Nothing else happens'].map((step, index) => ({
    step,
    ...(now !== undefined && index < now && { status: 'passed' as const }),
  }));
}
