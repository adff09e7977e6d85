/** Plays a scenario against the widget of a host, and tells what held and what did not. */
import { HostStepEvent } from './events.js';
import type { HubSpotHost } from './hubspot-host.js';
import { Run, StepFailed } from './scenario-run.js';
import type { Scenario, ScenarioResult, StepResult } from './scenario.js';
import { describeStep } from './step-text.js';
import type { WidgetDriver } from './widget-actions.js';

/** How to play a scenario. */
export interface RunOptions {
  /** Does what a person would do in the widget. Default: `prompt` events ask a person. */
  readonly driver?: WidgetDriver;
  /** Ms that anything may take. Default: 5000. */
  readonly timeout?: number;
  /** Ms that a person may take. Default: 60000. */
  readonly patience?: number;
  /** Ms of silence at the end, in which nothing may come that must not. Default: 300. */
  readonly quiet?: number;
  /** Gives the scenario up. */
  readonly signal?: AbortSignal;
}

const running = new WeakSet<HubSpotHost>();

/** See `HubSpotHost.run`. */
export async function runScenario(
  host: HubSpotHost,
  scenario: Scenario,
  options: RunOptions,
): Promise<ScenarioResult> {
  const { steps } = scenario;
  const run = new Run(host, options);
  const acts: readonly Act[] = [
    ['The widget starts', () => run.start()],
    ...steps.map((step, index): Act => [describeStep(step), () => run.play(step, steps[index + 1])]),
    ['Nothing else happens', () => run.finish()],
  ];
  const startedAt = host.clock.now();
  const results = running.has(host)
    ? [{ step: acts[0]?.[0] ?? '', status: 'failed', why: 'Another scenario is being played.' } as const]
    : await onStage(host, scenario, () => playAll(host, scenario.name, acts, options.signal));
  return {
    scenario: scenario.name,
    ok: results.every(({ status }) => status === 'passed'),
    duration: host.clock.now() - startedAt,
    steps: results,
  };
}

/** A step in words, and how it is done. */
type Act = readonly [text: string, play: () => Promise<void>];

// With the scenario's faults and records; after it those that were there before.
async function onStage<T>(host: HubSpotHost, { faults = [], records }: Scenario, play: () => Promise<T>) {
  const before = host.state;
  running.add(host);
  host.setFaults(faults);
  if (records) host.setRecords(records);
  try {
    return await play();
  } finally {
    host.setFaults(before.faults);
    if (records) host.setRecords(before.records);
    running.delete(host);
  }
}

async function playAll(
  host: HubSpotHost,
  scenario: string,
  acts: readonly Act[],
  signal: AbortSignal | undefined,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const { aborted, forget } = whenAborted(signal);
  for (const [index, [step, play]] of acts.entries()) {
    if (results.at(-1) && results.at(-1)?.status !== 'passed') {
      results.push({ step, status: 'not-reached' });
      continue;
    }
    host.dispatchEvent(new HostStepEvent(scenario, index, step));
    try {
      await Promise.race([aborted, signal?.aborted ? aborted : play()]);
      results.push({ step, status: 'passed' });
    } catch (error) {
      results.push({ step, status: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  }
  forget();
  return results;
}

// Rejects when the scenario is given up.
function whenAborted(signal: AbortSignal | undefined) {
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(new StepFailed('The scenario was given up.'));
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
  // Nobody may be waiting any more.
  aborted.catch(() => undefined);
  return { aborted, forget: () => signal?.removeEventListener('abort', abort) };
}
