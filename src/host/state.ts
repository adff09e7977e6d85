/** What is true in the host at one moment: plain data, replaced and never changed. */
import type { CallEndStatus, EngagementProperties } from '../protocol/index.js';
import type { FaultName } from './faults.js';
import type { CrmRecord, RecordCoordinates } from './records.js';

/** Who is logged in to HubSpot, and where. */
export interface HostAccount {
  readonly portalId: number;
  readonly userId: number;
  readonly ownerId: number;
}

/** Where the widget is: `widget` on a record, `remote` in the navigation bar, `window` the calling window. */
export interface HostPlace {
  readonly iframeLocation: 'widget' | 'remote' | 'window';
  /** Whether a detached calling window owns the call. */
  readonly usesCallingWindow: boolean;
}

/**
 * How far the widget is: `connecting` while SYNC is said, `acknowledged` after its answer, `initialized` after
 * INITIALIZED, `silent` when the host has given up.
 */
export type HostConnection = 'idle' | 'connecting' | 'acknowledged' | 'initialized' | 'silent';

/** Where a call is in its life, as far as the widget has told. */
export type HostCallPhase = 'dialing' | 'ringing' | 'active' | 'ended' | 'completed' | 'transferred';

/** A call that the widget told of, and its record in the CRM. Times are epoch ms. */
export interface HostCall {
  readonly externalCallId: string | undefined;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly phase: HostCallPhase;
  /** The number at the other end. */
  readonly number: string;
  /** The record that the call is with, if the CRM knows one and no other. */
  readonly record: RecordCoordinates | undefined;
  readonly engagementId: number | undefined;
  /** Whether HubSpot makes the call's record: the app does it itself with `none`. */
  readonly engagement: 'none' | 'pending' | 'created' | 'failed';
  readonly status: CallEndStatus | undefined;
  readonly startedAt: number;
  readonly answeredAt: number | undefined;
  readonly endedAt: number | undefined;
  /** What the widget wrote into the record. */
  readonly properties: EngagementProperties;
  readonly isFinalized: boolean;
}

/** A number that is to be called. */
export interface NumberOfRecord {
  readonly record: CrmRecord;
  readonly number: string;
}

export interface HostState {
  readonly records: readonly CrmRecord[];
  readonly account: HostAccount;
  readonly place: HostPlace;
  readonly faults: readonly FaultName[];
  readonly connection: HostConnection;
  /** The widget's page was loaded anew and has not said INITIALIZED since. */
  readonly hasReloaded: boolean;
  /** Undefined until the widget has told. */
  readonly isLoggedIn: boolean | undefined;
  readonly isAvailable: boolean | undefined;
  /** The record on view. */
  readonly record: CrmRecord | undefined;
  readonly visibility: { readonly isMinimized: boolean; readonly isHidden: boolean };
  /** The size the widget asked for, in px. */
  readonly size: { readonly width?: number | undefined; readonly height?: number | undefined };
  /** The address that the widget said it has. */
  readonly widgetUrl: string | undefined;
  /** What the user is told at once, if anything. */
  readonly alert: string | undefined;
  /** The number that the widget was asked to dial and has not called yet. */
  readonly asked: NumberOfRecord | undefined;
  /** Numbers that are dialled one after the other, each when the call before is completed. */
  readonly queue: readonly NumberOfRecord[];
  /** Oldest first. */
  readonly calls: readonly HostCall[];
  readonly nextEngagementId: number;
}

/** A line of the call log. */
export interface LogEntry extends HostCall {
  /** How long they talked, in ms, as the widget told when it completed the call; before that, as it looked. */
  readonly duration: number;
  /** The notes: rich text. */
  readonly body: string;
  readonly isCompleted: boolean;
  /** It ended and was not completed (yet): HubSpot shows a call that nobody knows anything about. */
  readonly isGhost: boolean;
}

/** What a host starts with. */
export const firstState: HostState = {
  records: [],
  account: { portalId: 1_234_567, userId: 11, ownerId: 22 },
  place: { iframeLocation: 'widget', usesCallingWindow: false },
  faults: [],
  connection: 'idle',
  hasReloaded: false,
  isLoggedIn: undefined,
  isAvailable: undefined,
  record: undefined,
  visibility: { isMinimized: false, isHidden: false },
  size: {},
  widgetUrl: undefined,
  alert: undefined,
  asked: undefined,
  queue: [],
  calls: [],
  nextEngagementId: 9001,
};

/** Whether somebody is, or may soon be, on the line. */
export function isOnLine({ phase }: HostCall): boolean {
  return phase === 'dialing' || phase === 'ringing' || phase === 'active';
}

/** The call that goes on, if one does: the latest. */
export function liveCall({ calls }: HostState): HostCall | undefined {
  return calls.findLast(isOnLine);
}

/** Where the latest call is in its life; `idle` before the first. */
export function phaseOf({ calls }: HostState): HostCallPhase | 'idle' {
  return calls.at(-1)?.phase ?? 'idle';
}

/** The call log, oldest first. */
export function logOf({ calls }: HostState): readonly LogEntry[] {
  return calls.map((call) => {
    const { answeredAt, endedAt, properties } = call;
    const talked = answeredAt === undefined || endedAt === undefined ? 0 : endedAt - answeredAt;
    return {
      ...call,
      duration: Number(properties['hs_call_duration'] ?? talked),
      body: properties['hs_call_body'] ?? '',
      isCompleted: call.phase === 'completed',
      isGhost: call.phase === 'ended',
    };
  });
}
