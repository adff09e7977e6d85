/** What is true in the host at one moment. Plain data: it is replaced as a whole and never changed. */
import { callStatusOf, isBesideWindow } from '../call/index.js';
import type { CallEndStatus, EngagementProperties } from '../protocol/index.js';
import type { FaultName } from './faults/index.js';
import type { CrmRecord, RecordCoordinates } from './records.js';

/** Who is logged in to HubSpot (`userId`, `ownerId`), and to which account (`portalId`). */
export interface HostAccount {
  readonly portalId: number;
  readonly userId: number;
  readonly ownerId: number;
}

/** Where the widget is in HubSpot. */
export interface HostPlace {
  /** `widget`: on a record. `remote`: in the navigation bar. `window`: in a calling window of its own. */
  readonly iframeLocation: 'widget' | 'remote' | 'window';
  /** Whether there is a calling window, which then has the call. */
  readonly usesCallingWindow: boolean;
}

/**
 * How far the widget has started: `idle` before SYNC is sent, `connecting` while it is, `acknowledged` after the answer
 * to it, `initialized` after INITIALIZED, `silent` when no answer came in time.
 */
export type HostConnection = 'idle' | 'connecting' | 'acknowledged' | 'initialized' | 'silent';

/** Where a call can be in its life, as the widget has told it. `ended` calls are not completed yet. */
export const hostCallPhases = ['dialing', 'ringing', 'active', 'ended', 'completed', 'transferred'] as const;

/** Where a call is in its life. */
export type HostCallPhase = (typeof hostCallPhases)[number];

/** What a frame has said of a call, and when in epoch ms. */
export interface SaidOfCall {
  readonly type: string;
  readonly messageId: string;
  /** The name of the frame. */
  readonly frame: string;
  readonly at: number;
}

/** A call that the widget has told of, with what the CRM knows of it. Times are epoch ms. */
export interface HostCall {
  /** What HubSpot knows the call by, in every page that shows the account. */
  readonly id: string;
  readonly externalCallId: string | undefined;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly phase: HostCallPhase;
  /** The number at the far end. */
  readonly number: string;
  /** The record of the far end. Undefined if the CRM has none with this number, or several. */
  readonly record: RecordCoordinates | undefined;
  readonly engagementId: number | undefined;
  /** How far HubSpot has made the engagement of the call. `none`: the widget did not ask for one. */
  readonly engagement: 'none' | 'pending' | 'created' | 'failed';
  /** How the call ended, as CALL_ENDED has said it: its `callEndStatus`. */
  readonly status: CallEndStatus | undefined;
  /** How the call ended, as CALL_COMPLETED has written it: the `hs_call_status` of its `engagementProperties`. */
  readonly writtenStatus: string | undefined;
  readonly startedAt: number;
  readonly answeredAt: number | undefined;
  readonly endedAt: number | undefined;
  /** What the widget has written into the engagement. */
  readonly properties: EngagementProperties;
  /** Whether the widget has closed the call for the help desk. */
  readonly isFinalized: boolean;
  /** Whether HubSpot ignores the call: it shows and logs nothing of it. See `supportsInboundCalling`. */
  readonly isIgnored: boolean;
  /** What each call may be said to have done once, as often as it was said. */
  readonly said: readonly SaidOfCall[];
}

/** A number that is to be dialled, and the record that it was taken from. */
export interface DialTarget {
  readonly record: CrmRecord;
  readonly number: string;
}

/** One frame that shows the widget, as the other frames and HubSpot know it. */
export interface HostFrame {
  /** Names the frame among all frames of all pages. */
  readonly id: string;
  /** What people call it: `tab 1`, `window`. */
  readonly name: string;
  readonly iframeLocation: HostPlace['iframeLocation'];
  readonly connection: HostConnection;
  /** What the frame has told of the agent. Undefined until it has. */
  readonly isLoggedIn: boolean | undefined;
  readonly isAvailable: boolean | undefined;
}

/** The settings of the app at HubSpot. */
export interface AppSettings {
  /** Lets HubSpot take part in inbound calls. Without it, HubSpot ignores INCOMING_CALL. */
  readonly supportsInboundCalling: boolean;
  /** Whether HubSpot shows the widget in the navigation bar of every tab. */
  readonly usesRemote: boolean;
  /** Whether HubSpot has a calling window, which then holds the call. */
  readonly usesCallingWindow: boolean;
  /** The address of the widget's page: what a calling window shows. Undefined until a page has told it. */
  readonly widgetAddress: string | undefined;
}

/** What HubSpot's servers know of an account and its user. All frames of the user share it. */
export interface AccountState extends AppSettings {
  readonly account: HostAccount;
  readonly records: readonly CrmRecord[];
  /** All calls, oldest first. */
  readonly calls: readonly HostCall[];
  /** The id that the next engagement gets. */
  readonly nextEngagementId: number;
  /** The number that the widget was asked to dial and does not call yet. */
  readonly askedToDial: DialTarget | undefined;
  /** The frames that show the widget now. */
  readonly frames: readonly HostFrame[];
}

/** What is true in the host: of its frame, and of the account. */
export interface HostState extends AccountState {
  readonly place: HostPlace;
  readonly faults: readonly FaultName[];
  readonly connection: HostConnection;
  /** Whether the widget's page was loaded anew and has not sent INITIALIZED since. */
  readonly hasReloaded: boolean;
  /** Whether the agent is logged in to the widget. Undefined until the widget has told. */
  readonly isLoggedIn: boolean | undefined;
  /** Whether the agent takes calls. Undefined until the widget has told. */
  readonly isAvailable: boolean | undefined;
  /** The record on view. */
  readonly record: CrmRecord | undefined;
  readonly visibility: { readonly isMinimized: boolean; readonly isHidden: boolean };
  /** The size that the widget has asked for, in px, each side 50 to 5000. Undefined where it has not. */
  readonly size: { readonly width?: number | undefined; readonly height?: number | undefined };
  /** The address that the widget says it has. Undefined until it has. */
  readonly widgetUrl: string | undefined;
  /** What HubSpot's user is alerted of, in words. Undefined if there is nothing. */
  readonly alert: string | undefined;
  /** The numbers that are dialled next, each when the call before is completed. */
  readonly queue: readonly DialTarget[];
  /** Whether the next number of the queue is dialled only when the user closes the widget. Only with a fault. */
  readonly isQueueHeld: boolean;
}

/** A line of the call log. */
export interface LogEntry extends HostCall {
  /** How long they talked, in ms: as the widget has written it, or else from the answer to the end. */
  readonly duration: number;
  /** The notes as rich text, which is HTML. */
  readonly body: string;
  readonly isCompleted: boolean;
  /** The call has ended and is not completed (yet): all that HubSpot can show of it is that there was one. */
  readonly isGhost: boolean;
  /** The `hs_call_status` that goes with `status` and the direction. Undefined without a `status`. */
  readonly rightStatus: string | undefined;
  /** Whether the widget has written another status than the one that goes with what it has said. */
  readonly doStatusesDisagree: boolean;
}

/** What is true of an account before anything has happened, without records. */
export const firstAccountState: AccountState = {
  account: { portalId: 1_234_567, userId: 11, ownerId: 22 },
  records: [],
  supportsInboundCalling: true,
  usesRemote: true,
  usesCallingWindow: false,
  widgetAddress: undefined,
  calls: [],
  nextEngagementId: 9001,
  askedToDial: undefined,
  frames: [],
};

/** What is true before anything has happened, without records. */
export const firstState: HostState = {
  ...firstAccountState,
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
  queue: [],
  isQueueHeld: false,
};

/** Whether the widget has started: it has said INITIALIZED, or only answered SYNC where a calling window says the rest. */
export function hasStarted(state: HostState): boolean {
  const { connection } = state;
  return connection === 'initialized' || (connection === 'acknowledged' && isBesideWindow(state.place));
}

/**
 * Whether the agent can be asked to dial: logged in, as the frame has told. Beside a calling window, that tells it; while
 * there is none yet, the agent can.
 */
export function isAgentReady(state: HostState): boolean {
  if (!isBesideWindow(state.place)) return state.isLoggedIn === true;
  const inWindow = state.frames.find(({ iframeLocation }) => iframeLocation === 'window');
  return (inWindow?.isLoggedIn ?? state.isLoggedIn) !== false;
}

/** Whether the call goes on: it is being dialled, it rings, or somebody talks. */
export function isOnLine({ phase }: HostCall): boolean {
  return phase === 'dialing' || phase === 'ringing' || phase === 'active';
}

/** The call that goes on, of those that HubSpot knows; of several the latest, undefined if there is none. */
export function liveCall(state: AccountState): HostCall | undefined {
  return knownCalls(state).findLast(isOnLine);
}

function knownCalls({ calls }: Pick<AccountState, 'calls'>): readonly HostCall[] {
  return calls.filter(({ isIgnored }) => !isIgnored);
}

/** Where the latest call is in its life; `idle` before the first. */
export function phaseOf(state: AccountState): HostCallPhase | 'idle' {
  return knownCalls(state).at(-1)?.phase ?? 'idle';
}

/** The call log, oldest first. */
export function logOf(state: AccountState): readonly LogEntry[] {
  return knownCalls(state).map((call) => {
    const { answeredAt, endedAt, properties, direction, status, writtenStatus } = call;
    const talked = answeredAt === undefined || endedAt === undefined ? 0 : endedAt - answeredAt;
    const rightStatus = callStatusOf({
      direction: direction === 'INBOUND' ? 'inbound' : 'outbound',
      endStatus: status,
    });
    return {
      ...call,
      duration: Number(properties['hs_call_duration'] ?? talked),
      body: properties['hs_call_body'] ?? '',
      isCompleted: call.phase === 'completed',
      isGhost: call.phase === 'ended',
      rightStatus,
      doStatusesDisagree: rightStatus !== undefined && (writtenStatus ?? rightStatus) !== rightStatus,
    };
  });
}
