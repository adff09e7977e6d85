/** How to play a scenario. */
import type { WidgetDriver } from './widget-actions.js';

export interface RunOptions {
  /**
   * Does in the widget what a person would do; with several frames a function that is given the frame's name. Default: a
   * person is asked to, by `prompt` events.
   */
  readonly driver?: WidgetDriver | ((frame: string) => WidgetDriver);
  /** How many ms anything may take that no person does. Default: 5000. */
  readonly timeoutMs?: number;
  /** How many ms a person may take for what a prompt asks. Default: 60000. */
  readonly personTimeoutMs?: number;
  /** How many ms to go on listening at the end for messages that must not come. Default: 300. */
  readonly silenceMs?: number;
  /** Aborts the scenario: the step that is being played fails. Default: nothing does. */
  readonly signal?: AbortSignal;
}

/** The same, with the defaults where nothing was given. */
export type RunSettings = Required<Omit<RunOptions, 'signal'>>;

export function withDefaults(options: RunOptions): RunSettings {
  return { driver: {}, timeoutMs: 5000, personTimeoutMs: 60_000, silenceMs: 300, ...options };
}
