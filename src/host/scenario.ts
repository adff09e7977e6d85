/** A scenario: a story between HubSpot, an agent and a far end, as plain data. */
import type { MessageType } from '../protocol/index.js';
import type { DialRefusal } from './dial.js';
import type { FaultName } from './faults.js';
import type { Expectation } from './match.js';
import type { CrmRecord } from './records.js';
import type { HostPlace } from './state.js';
import type { WidgetAction, WidgetActionArguments } from './widget-actions.js';

/** What HubSpot, or its user in the CRM, does. Records are named by their objectId. */
export type HostStep =
  /** Presses a number; with `refused` it must not be dialled, for this reason. */
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
  /** Sends anything, as it is. */
  | { readonly host: 'send'; readonly type: string; readonly data?: unknown };

/** What the agent does in the widget, or the far end at its phone. */
export type WidgetStep = {
  [A in WidgetAction]: { readonly widget: A } & Omit<WidgetActionArguments[A], never>;
}[WidgetAction];

/** What must be true. */
export type ExpectStep =
  /** A message comes, of the widget after those before it. `within`: ms, default the run's timeout. */
  | {
      readonly expect: MessageType | 'SYNC' | 'SYNC_ACK';
      readonly from?: 'widget' | 'host';
      readonly data?: Expectation;
      readonly within?: number;
    }
  /** From here to the end the widget does not say this. */
  | { readonly never: MessageType; readonly data?: Expectation }
  /** In the whole scenario the widget says this so often. */
  | { readonly says: MessageType; readonly times: number; readonly data?: Expectation }
  /** The call log comes to be so, oldest call first. */
  | { readonly log: readonly Expectation[] }
  /** The state of the host comes to be so. */
  | { readonly state: Expectation };

export type ScenarioStep = HostStep | WidgetStep | ExpectStep;

export interface Scenario {
  /** Its name, in kebab case. */
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  /** Whether a widget on the official SDK can pass, and why not, or what it has to do for it. */
  readonly official: { readonly passes: boolean; readonly because: string };
  /** What goes wrong. Default: nothing. */
  readonly faults?: readonly FaultName[];
  /** The CRM. Default: the host's. */
  readonly records?: readonly CrmRecord[];
  /** Played once the widget was loaded anew and has said INITIALIZED, logged in and available. */
  readonly steps: readonly ScenarioStep[];
}

/** What became of a step. */
export interface StepResult {
  /** In words. */
  readonly step: string;
  readonly status: 'passed' | 'failed' | 'not-reached';
  /** Why it failed: what was expected, and what came instead. */
  readonly why?: string;
}

export interface ScenarioResult {
  readonly scenario: string;
  readonly ok: boolean;
  /** Ms. */
  readonly duration: number;
  /** The start of the widget, each step, and at the end what must not have come. */
  readonly steps: readonly StepResult[];
}

/** Whether all passed; if not, which step failed and why, in one line. */
export function summary({ scenario, ok, steps }: ScenarioResult): string {
  const failed = steps.find(({ status }) => status === 'failed');
  return ok || !failed ? `${scenario}: passed` : `${scenario}: “${failed.step}” failed. ${failed.why ?? ''}`;
}
