/** What a scenario expects of the widget and of the host, checked while it is played. */
import { describeEntries, matchEntry, type WantedMessage } from './find-message.js';
import { match, type Memory } from './match.js';
import type { PlayedScene, WatchedHost } from './played-host.js';
import type { ExpectStep } from './scenario.js';
import type { TranscriptEntry } from './transcript.js';
import { waitUntil } from './wait.js';

type MessageStep = Extract<ExpectStep, { readonly expect: unknown }>;

/** A number of messages that has to be right at the end of the scenario. */
interface Count {
  readonly type: string;
  readonly data: unknown;
  readonly times: number;
  /** Only what this frame says counts; undefined for all frames. */
  readonly frame: string | undefined;
  /** Messages count from this index of the transcript on. */
  readonly since: number;
}

/** Checks the steps of one scenario, in order: it remembers names and which messages earlier steps have taken. */
export class StepChecks {
  readonly #host: WatchedHost;
  readonly #scene: PlayedScene;
  readonly #startIndex: number;
  readonly #takenIndexes = new Set<number>();
  readonly #counts: Count[] = [];
  #memory: Memory = {};
  /** Where in the transcript the next message of the widget is looked for: after the one before. */
  #widgetIndex: number;

  constructor(scene: PlayedScene) {
    this.#scene = scene;
    this.#host = scene.watched;
    this.#startIndex = this.#widgetIndex = this.#nextIndex;
  }

  /** Whether something has to be counted at the end, after a silence. */
  get hasCounts(): boolean {
    return this.#counts.length > 0;
  }

  /** Resolves when the step holds, rejects with a `WaitError` if it does not within so many ms. */
  async check(step: ExpectStep, timeoutMs: number): Promise<void> {
    if ('expect' in step) await this.#expectMessage(step, step.withinMs ?? timeoutMs);
    else if ('log' in step) await this.#expectLike('The call log', () => this.#host.log, step.log, timeoutMs);
    else if ('state' in step) {
      const host = step.in === undefined ? this.#host : this.#scene.frame(step.in);
      await this.#expectLike('The host', () => host.state, step.state, timeoutMs);
    } else {
      const [type, times, since] =
        'never' in step ? [step.never, 0, this.#nextIndex] : [step.says, step.times, this.#startIndex];
      this.#counts.push({ type, times, since, data: step.data, frame: step.in });
    }
  }

  /** What came too often or too seldom, in words; undefined if every number is right. */
  miscount(): string | undefined {
    for (const { type, data, times, since, frame } of this.#counts) {
      const wanted: WantedMessage = { type, direction: 'to-host', data, memory: this.#memory };
      const count = this.#entries(since, frame).filter((entry) => matchEntry(entry, wanted)?.ok).length;
      if (count !== times) return `${type} came ${String(count)} times, not ${String(times)}.`;
    }
    return undefined;
  }

  async #expectMessage(
    { expect, from = 'widget', data, in: frame }: MessageStep,
    timeoutMs: number,
  ): Promise<void> {
    const isFromWidget = from === 'widget';
    const wanted: WantedMessage = {
      type: expect,
      direction: isFromWidget ? 'to-host' : 'to-widget',
      data,
      memory: this.#memory,
    };
    const candidates = () =>
      this.#entries(isFromWidget ? this.#widgetIndex : this.#startIndex, frame).filter(
        ({ index }) => !this.#takenIndexes.has(index),
      );
    const found = await waitUntil(this.#host, {
      find: () => candidates().find((entry) => matchEntry(entry, wanted)?.ok),
      timeoutMs,
      explain: () =>
        `It did not come within ${String(timeoutMs)} ms. ${describeEntries(candidates(), wanted)}`,
    });
    this.#takenIndexes.add(found.index);
    if (isFromWidget) this.#widgetIndex = found.index + 1;
    const result = matchEntry(found, wanted);
    if (result?.ok) this.#memory = result.memory;
  }

  async #expectLike(what: string, read: () => unknown, expected: unknown, timeoutMs: number): Promise<void> {
    const compare = () => match(read(), expected, this.#memory);
    const { memory } = await waitUntil(this.#host, {
      find: () => {
        const compared = compare();
        return compared.ok ? compared : undefined;
      },
      timeoutMs,
      explain: () => {
        const compared = compare();
        return `${what} did not come to be so: ${compared.ok ? '' : compared.why}.`;
      },
    });
    this.#memory = memory;
  }

  get #nextIndex(): number {
    return (this.#host.transcript.at(-1)?.index ?? -1) + 1;
  }

  // Where there is one frame only, its entries need not name it.
  #entries(since: number, wanted: string | undefined): readonly TranscriptEntry[] {
    return this.#host.transcript.filter(
      ({ index, frame = wanted }) => index >= since && (wanted === undefined || frame === wanted),
    );
  }
}
