/** One scenario while it is played: does its steps, and remembers what must not come. */
import { HostPromptEvent } from './events.js';
import type { HubSpotHost } from './hubspot-host.js';
import { match, type Memory } from './match.js';
import type { RunOptions } from './run-scenario.js';
import type { ExpectStep, HostStep, ScenarioStep, WidgetStep } from './scenario.js';
import type { TranscriptEntry } from './transcript.js';
import { fits, seen, waitUntil, type Wanted } from './wait.js';
import { instruction } from './widget-actions.js';

/** A step has failed, and why. */
export class StepFailed extends Error {}

const visibility = {
  minimise: { isMinimized: true },
  hide: { isHidden: true },
  show: {},
} as const;

export class Run {
  readonly #host: HubSpotHost;
  readonly #options: RunOptions;
  readonly #since: number;
  readonly #used = new Set<number>();
  readonly #forbidden: (() => string | undefined)[] = [];
  #memory: Memory = {};
  #cursor: number;
  #isPrompted = false;

  constructor(host: HubSpotHost, options: RunOptions) {
    this.#host = host;
    this.#options = options;
    this.#since = this.#cursor = this.#nextIndex;
  }

  /** The widget is loaded anew and starts. */
  async start(): Promise<void> {
    this.#host.reset();
    this.#host.reload();
    await this.#expect({ expect: 'INITIALIZED' });
    // One that came before the acknowledgement did not count.
    await this.#holds(() => this.#host.state, { connection: 'initialized' }, 'The host');
  }

  async play(step: ScenarioStep, next: ScenarioStep | undefined): Promise<void> {
    if ('host' in step) this.#act(step);
    else if ('widget' in step) await this.#drive(step, next !== undefined && 'expect' in next);
    else await this.#check(step);
  }

  /** Nothing came that must not. */
  async finish(): Promise<void> {
    if (this.#forbidden.length === 0) return;
    await new Promise<void>((resolve) => this.#host.clock.after(this.#options.quiet ?? 300, resolve));
    for (const holds of this.#forbidden) {
      const why = holds();
      if (why !== undefined) throw new StepFailed(why);
    }
  }

  #act(step: HostStep): void {
    const host = this.#host;
    switch (step.host) {
      case 'dial': {
        const result = host.dial(step.record, step.number);
        const got = result.ok ? undefined : result.reason;
        if (got !== step.refused) {
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

  async #drive({ widget: action, ...given }: WidgetStep, isHeard: boolean): Promise<void> {
    // Each action of a driver takes what the table says of it.
    const act = this.#options.driver?.[action] as ((given: object) => unknown) | undefined;
    if (act) await this.#inTime(Promise.resolve(act(given)), `The driver’s “${action}”`, this.#timeout);
    else await this.#prompt(instruction(action, given), action, isHeard);
  }

  // What is heard of the widget next shows that it was done; else the person has to say so.
  async #prompt(text: string, action: string, isHeard: boolean): Promise<void> {
    const done = new Promise<void>((resolve) => {
      this.#host.dispatchEvent(new HostPromptEvent(text, action, resolve));
    });
    this.#isPrompted = isHeard;
    if (!isHeard) await this.#inTime(done, `Nobody said that this was done: ${text} It`, this.#patience);
  }

  async #check(step: ExpectStep): Promise<void> {
    if ('expect' in step) await this.#expect(step);
    else if ('log' in step) await this.#holds(() => this.#host.log, step.log, 'The call log');
    else if ('state' in step) await this.#holds(() => this.#host.state, step.state, 'The host');
    else if ('never' in step) this.#forbid(step.never, step.data, 0, this.#nextIndex);
    else this.#forbid(step.says, step.data, step.times, this.#since);
  }

  async #expect({
    expect,
    from = 'widget',
    data,
    within,
  }: Extract<ExpectStep, { expect: unknown }>): Promise<void> {
    const isOfWidget = from === 'widget';
    const wanted: Wanted = {
      type: expect,
      direction: isOfWidget ? 'to-host' : 'to-widget',
      data,
      memory: this.#memory,
    };
    const candidates = () =>
      this.#entries(isOfWidget ? this.#cursor : this.#since).filter(({ index }) => !this.#used.has(index));
    const timeout = within ?? (this.#isPrompted ? this.#patience : this.#timeout);
    const found = await waitUntil(this.#host, {
      look: () => candidates().find((entry) => fits(entry, wanted)?.ok),
      timeout,
      otherwise: () => {
        const came = seen(candidates(), wanted);
        return `It did not come within ${String(timeout)} ms. ${came.length > 0 ? `What came: ${came.join(', ')}.` : 'Nothing came.'}`;
      },
    });
    this.#isPrompted = false;
    this.#used.add(found.index);
    if (isOfWidget) this.#cursor = found.index + 1;
    const result = fits(found, wanted);
    if (result?.ok) this.#memory = result.memory;
  }

  async #holds(read: () => unknown, expected: unknown, what: string): Promise<void> {
    const compare = () => match(read(), expected, this.#memory);
    const result = await waitUntil(this.#host, {
      look: () => {
        const compared = compare();
        return compared.ok ? compared : undefined;
      },
      timeout: this.#timeout,
      otherwise: () => {
        const compared = compare();
        return `${what} did not come to be so: ${compared.ok ? '' : compared.why}.`;
      },
    });
    this.#memory = result.memory;
  }

  #forbid(type: string, data: unknown, times: number, since: number): void {
    this.#forbidden.push(() => {
      const wanted: Wanted = { type, direction: 'to-host', data, memory: this.#memory };
      const count = this.#entries(since).filter((entry) => fits(entry, wanted)?.ok).length;
      return count === times ? undefined : `${type} came ${String(count)} times, not ${String(times)}.`;
    });
  }

  get #nextIndex(): number {
    return (this.#host.transcript.at(-1)?.index ?? -1) + 1;
  }

  #entries(since: number): readonly TranscriptEntry[] {
    return this.#host.transcript.filter(({ index }) => index >= since);
  }

  async #inTime(promise: Promise<unknown>, what: string, ms: number): Promise<void> {
    let cancel: () => void = () => undefined;
    const tooLate = new Promise<never>((_, reject) => {
      cancel = this.#host.clock.after(ms, () =>
        reject(new StepFailed(`${what} took longer than ${String(ms)} ms.`)),
      );
    });
    try {
      await Promise.race([promise, tooLate]);
    } finally {
      cancel();
    }
  }

  get #timeout(): number {
    return this.#options.timeout ?? 5000;
  }

  get #patience(): number {
    return this.#options.patience ?? 60_000;
  }
}
