/** What a scenario is: a story between HubSpot, an agent and a far end, as plain data. `scenarios/` has one file for each. */
import type { MessageType } from '../protocol/index.js';
import type { DialRefusal } from './dial.js';
import type { FaultName } from './faults/index.js';
import type { Expectation } from './match.js';
import type { CrmRecord } from './records.js';
import type { HostPlace } from './state.js';
import type { WidgetAction, WidgetActionArguments } from './widget-actions.js';

/** Which frame is meant, by its name. Default: the first one; for what is expected, any. */
export interface InFrame {
  readonly in?: string;
}

/** What HubSpot does, or its user in the CRM. Records are named by their objectId. */
export type HostStep = InFrame & (HostAct | FrameAct);

/** Only with `in`: the user opens a tab or the calling window, closes it, or it crashes. */
export interface FrameAct {
  readonly host: 'open' | 'close' | 'crash';
}

/** What happens in a frame that is there. */
export type HostAct =
  /** The user presses a number. With `refused`, the host must refuse to dial it, for this reason. */
  | {
      readonly host: 'dial';
      readonly record: number;
      readonly number?: string;
      readonly refused?: DialRefusal;
    }
  | { readonly host: 'endCall' | 'minimise' | 'hide' | 'show' | 'reload' | 'remount' | 'stopQueue' }
  | { readonly host: 'navigate'; readonly record: number }
  | { readonly host: 'startQueue'; readonly records: readonly number[] }
  | { readonly host: 'place'; readonly place: Partial<HostPlace> }
  /** HubSpot sends anything, as it is. */
  | { readonly host: 'send'; readonly type: string; readonly data?: unknown };

/** What the agent does in the widget, or the far end at its own phone. See `widgetActions`. */
export type WidgetStep = InFrame &
  {
    [A in WidgetAction]: { readonly widget: A } & Omit<WidgetActionArguments[A], never>;
  }[WidgetAction];

/** What must be true. */
export type ExpectStep = InFrame & Expected;

/** What is expected of the widget. */
export type Expected =
  /**
   * A message comes. One of the widget has to come after those that earlier steps have expected. `from`: who sends it,
   * by default the widget. `withinMs`: after how many ms it is too late, by default the `timeoutMs` of the run.
   */
  | {
      readonly expect: MessageType | 'SYNC' | 'SYNC_ACK';
      readonly from?: 'widget' | 'host';
      readonly data?: Expectation;
      readonly withinMs?: number;
    }
  /** From here to the end of the scenario the widget does not send this. */
  | { readonly never: MessageType; readonly data?: Expectation }
  /** In the whole scenario the widget sends this so many times. */
  | { readonly says: MessageType; readonly times: number; readonly data?: Expectation }
  /** The call log becomes like this, oldest call first. */
  | { readonly log: readonly Expectation[] }
  /** The state of the host becomes like this; with several frames and without `in`, that of the account. */
  | { readonly state: Expectation };

/** One step of a scenario. */
export type ScenarioStep = HostStep | WidgetStep | ExpectStep;

/** One scenario. */
export interface Scenario {
  /** Its name in kebab case; its file has the same. */
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  /** Whether a widget on the official SDK can pass; and why it cannot, or what it has to do for it. */
  readonly official: { readonly passes: boolean; readonly because: string };
  /** The faults that are on while it is played. Default: none. */
  readonly faults?: readonly FaultName[];
  /**
   * The frames that are there at first: `record` is on a record page, `window` a calling window, and every other name is that
   * of a tab with the widget in its navigation bar. Default: the one frame that the host has.
   */
  readonly frames?: readonly string[];
  /** Whether the app uses a calling window. Default: whether there is a frame named `window`. */
  readonly usesCallingWindow?: boolean;
  /** The records that the CRM has while it is played. Default: those that the host has. */
  readonly records?: readonly CrmRecord[];
  /** Before the first step the widget is loaded anew and has sent INITIALIZED, logged in and available. */
  readonly steps: readonly ScenarioStep[];
}

/** What became of one step. */
export interface StepResult {
  /** The step in words. */
  readonly step: string;
  readonly status: 'passed' | 'failed' | 'not-reached';
  /** Why it has failed: what was expected, and what came instead. */
  readonly why?: string;
}

/** What became of a scenario. */
export interface ScenarioResult {
  /** Its name. */
  readonly scenario: string;
  /** Whether all steps have passed. */
  readonly ok: boolean;
  readonly durationMs: number;
  /** The start of the widget, then the steps of the scenario, then the silence at the end. */
  readonly steps: readonly StepResult[];
}

/** One line: that the scenario has passed, or which step has failed and why. */
export function summary({ scenario, ok, steps }: ScenarioResult): string {
  const failed = steps.find(({ status }) => status === 'failed');
  return ok || !failed ? `${scenario}: passed` : `${scenario}: “${failed.step}” failed. ${failed.why ?? ''}`;
}
