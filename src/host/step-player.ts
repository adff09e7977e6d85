/** Plays the steps of one scenario: acts for HubSpot, has the widget driven, and checks what is expected. */
import { HostPromptEvent } from './events.js';
import type { PlayedHost, PlayedScene } from './played-host.js';
import type { RunSettings } from './run-options.js';
import type { FrameAct, HostAct, HostStep, ScenarioStep, WidgetStep } from './scenario.js';
import { StepChecks } from './step-checks.js';
import { instruction } from './widget-actions.js';

/** A step has failed. The message says why. */
export class StepFailed extends Error {}

const visibility = {
  minimise: { isMinimized: true },
  hide: { isHidden: true },
  show: {},
} as const;

export class StepPlayer {
  readonly #scene: PlayedScene;
  readonly #settings: RunSettings;
  readonly #checks: StepChecks;
  /** A person was asked to do something; the next message of the widget shows that it was done. */
  #isPrompted = false;

  constructor(scene: PlayedScene, settings: RunSettings) {
    this.#scene = scene;
    this.#settings = settings;
    this.#checks = new StepChecks(scene);
  }

  /** Loads the widget anew, and waits until it has started; with several frames, in each of these. */
  async start(frames: readonly string[] | undefined): Promise<void> {
    const { timeoutMs } = this.#settings;
    const { names } = this.#scene;
    this.#scene.reset();
    if (frames) {
      await this.#inTime(this.#scene.start(frames), 'The start of the frames', timeoutMs * frames.length);
      return;
    }
    this.#scene.frame().reload();
    await this.#checks.check({ expect: 'INITIALIZED' }, timeoutMs);
    // The host takes no notice of an INITIALIZED that comes before SYNC_ACK.
    await this.#checks.check({ state: { connection: 'initialized' }, in: names[0] ?? '' }, timeoutMs);
  }

  /** Plays a step. `next` is the one after it, if there is one. */
  async play(step: ScenarioStep, next: ScenarioStep | undefined): Promise<void> {
    if ('host' in step) await this.#act(step);
    else if ('widget' in step) await this.#drive(step, next !== undefined && 'expect' in next);
    else {
      const { timeoutMs, personTimeoutMs } = this.#settings;
      const isOfPerson = 'expect' in step && this.#isPrompted;
      await this.#checks.check(step, isOfPerson ? personTimeoutMs : timeoutMs);
      if ('expect' in step) this.#isPrompted = false;
    }
  }

  /** Fails if a message came that must not, or came too often or too seldom. */
  async finish(): Promise<void> {
    if (!this.#checks.hasCounts) return;
    await new Promise<void>((resolve) => this.#scene.watched.clock.after(this.#settings.silenceMs, resolve));
    const why = this.#checks.miscount();
    if (why !== undefined) throw new StepFailed(why);
  }

  async #act(step: HostStep): Promise<void> {
    if (!isFrameStep(step)) {
      this.#actIn(this.#scene.frame(step.in), step);
      return;
    }
    const { host: act, in: name = '' } = step;
    await this.#inTime(this.#scene[act](name), `To ${act} “${name}”`, this.#settings.timeoutMs);
  }

  #actIn(host: PlayedHost, step: HostAct): void {
    switch (step.host) {
      case 'dial': {
        const result = host.dial(step.record, step.number);
        const refused = result.ok ? undefined : result.reason;
        if (refused !== step.refused) {
          throw new StepFailed(result.ok ? 'The number was dialled.' : `The host refused: ${result.text}`);
        }
        break;
      }
      case 'startQueue': {
        const result = host.startQueue(step.records);
        if (!result.ok) throw new StepFailed(`The host refused: ${result.text}`);
        break;
      }
      case 'navigate':
        host.navigate(step.record);
        break;
      case 'place':
        host.setPlace(step.place);
        break;
      case 'send':
        if (!host.sendMessage(step)) throw new StepFailed('The widget has not shaken hands.');
        break;
      case 'minimise':
      case 'hide':
      case 'show':
        host.setVisibility(visibility[step.host]);
        break;
      case 'endCall':
      case 'reload':
      case 'remount':
      case 'stopQueue':
        host[step.host]();
        break;
    }
  }

  async #drive({ widget: action, in: name, ...given }: WidgetStep, showsInNext: boolean): Promise<void> {
    const { timeoutMs, driver: drivers } = this.#settings;
    const host = this.#scene.frame(name);
    const driver = typeof drivers === 'function' ? drivers(host.frameName) : drivers;
    // The type of a step gives each action what `WidgetActionArguments` says of it.
    const act = driver[action] as ((given: object) => unknown) | undefined;
    if (act) await this.#inTime(Promise.resolve(act(given)), `The driver’s “${action}”`, timeoutMs);
    else {
      const where = name === undefined ? '' : `In ${name}: `;
      await this.#prompt(host, where + instruction(action, given), action, showsInNext);
    }
  }

  // Where the next step expects a message, that shows that the person has done it. Elsewhere the person has to say so.
  async #prompt(host: PlayedHost, text: string, action: string, showsInNext: boolean): Promise<void> {
    const done = new Promise<void>((resolve) => {
      host.dispatchEvent(new HostPromptEvent(text, action, resolve));
    });
    this.#isPrompted = showsInNext;
    if (showsInNext) return;
    await this.#inTime(done, `Nobody said that this was done: ${text} It`, this.#settings.personTimeoutMs);
  }

  async #inTime(promise: Promise<unknown>, what: string, timeoutMs: number): Promise<void> {
    let cancelTimeout: () => void = () => undefined;
    const tooLate = new Promise<never>((_, reject) => {
      cancelTimeout = this.#scene.watched.clock.after(timeoutMs, () =>
        reject(new StepFailed(`${what} took longer than ${String(timeoutMs)} ms.`)),
      );
    });
    try {
      await Promise.race([promise, tooLate]);
    } finally {
      cancelTimeout();
    }
  }
}

const isFrameStep = (step: HostStep): step is Extract<HostStep, FrameAct> =>
  step.host === 'open' || step.host === 'close' || step.host === 'crash';
