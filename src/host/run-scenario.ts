/** Plays a scenario against the widget of a host, in one frame or in several, and tells of each step whether it has passed. */
import { HostStepEvent } from './events.js';
import type { PlayedHost, PlayedScene, WatchedHost } from './played-host.js';
import { withDefaults, type RunOptions } from './run-options.js';
import type { Scenario, ScenarioResult, StepResult } from './scenario.js';
import { StepFailed, StepPlayer } from './step-player.js';
import { describeStep } from './step-text.js';

/** A step in words, and what plays it. */
type PlayableStep = readonly [text: string, play: () => Promise<void>];

/** The hosts on which a scenario is being played. */
const busyHosts = new WeakSet<WatchedHost>();

/** See `HubSpotHost.run` and `HubSpotFrames.run`. */
export async function runScenario(
  scene: PlayedScene,
  scenario: Scenario,
  options: RunOptions,
): Promise<ScenarioResult> {
  const { clock } = scene.watched;
  const startedAt = clock.now();
  const steps = await playUnlessBusy(scene, scenario, options);
  return {
    scenario: scenario.name,
    ok: steps.every(({ status }) => status === 'passed'),
    durationMs: clock.now() - startedAt,
    steps,
  };
}

/** The one frame of a host. */
export function sceneOf(host: PlayedHost): PlayedScene {
  const needsFrames = () =>
    Promise.reject(new StepFailed('The scenario needs several frames: see startFrames.'));
  return {
    watched: host,
    names: [host.frameName],
    prepare({ faults = [], records }) {
      const before = host.state;
      host.setFaults(faults);
      host.setSupportsInboundCalling(true);
      if (records) host.setRecords(records);
      return () => {
        host.setFaults(before.faults);
        host.setSupportsInboundCalling(before.supportsInboundCalling);
        if (records) host.setRecords(before.records);
      };
    },
    reset() {
      host.reset();
    },
    frame(name = host.frameName) {
      if (name === host.frameName) return host;
      throw new StepFailed(`There is no frame “${name}”, only “${host.frameName}”.`);
    },
    start: needsFrames,
    open: needsFrames,
    close: needsFrames,
    crash: needsFrames,
  };
}

async function playUnlessBusy(
  scene: PlayedScene,
  scenario: Scenario,
  options: RunOptions,
): Promise<readonly StepResult[]> {
  const { name, steps, frames } = scenario;
  const { watched } = scene;
  const start = 'The widget starts';
  if (busyHosts.has(watched)) {
    return [{ step: start, status: 'failed', why: 'Another scenario is being played.' }];
  }
  const player = new StepPlayer(scene, withDefaults(options));
  busyHosts.add(watched);
  const takeBack = scene.prepare(scenario);
  try {
    const playable: readonly PlayableStep[] = [
      [start, () => player.start(frames)],
      ...steps.map((step, i): PlayableStep => [describeStep(step), () => player.play(step, steps[i + 1])]),
      ['Nothing else happens', () => player.finish()],
    ];
    return await playSteps(scene, name, playable, options.signal);
  } finally {
    takeBack();
    busyHosts.delete(watched);
  }
}

// One after the other. After one that fails, none of the others is reached.
async function playSteps(
  { watched }: PlayedScene,
  scenario: string,
  steps: readonly PlayableStep[],
  signal: AbortSignal | undefined,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const { aborted, forget } = whenAborted(signal);
  for (const [index, [step, play]] of steps.entries()) {
    if (results.at(-1) && results.at(-1)?.status !== 'passed') {
      results.push({ step, status: 'not-reached' });
      continue;
    }
    watched.dispatchEvent(new HostStepEvent(scenario, index, step));
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

// `aborted` rejects when the signal aborts. `forget` removes the listener from the signal.
function whenAborted(signal: AbortSignal | undefined) {
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(new StepFailed('The scenario was given up.'));
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
  // It may reject while no step waits for it: that is no error of the page's.
  aborted.catch(() => undefined);
  return { aborted, forget: () => signal?.removeEventListener('abort', abort) };
}
