/** How a host plays HubSpot. */
import type { HostLinkOptions } from '../link/index.js';
import type { FaultName } from './faults/index.js';
import { defaultRecords, type CrmRecord } from './records.js';
import { firstState, type HostAccount, type HostPlace, type HostState } from './state.js';

export interface HubSpotHostOptions {
  /** The origin of the widget's address. No other origin is heard or written to. */
  readonly widgetOrigin: string;
  /** The records of the CRM. Default: some made-up records of each kind. */
  readonly records?: readonly CrmRecord[];
  /** Who is logged in to HubSpot. What is left out is made up. */
  readonly account?: Partial<HostAccount>;
  /** Where the widget is. Default: on a record, without a calling window. */
  readonly place?: Partial<HostPlace>;
  /** The faults that are on from the start. Default: none. */
  readonly faults?: readonly FaultName[];
  /**
   * Whether the app's settings say that it supports inbound calling. Without that, HubSpot ignores INCOMING_CALL: it rings
   * in the widget, and nothing is shown or logged. Default: true.
   */
  readonly supportsInboundCalling?: boolean;
  /** How many ms HubSpot takes to answer. Default: 150. */
  readonly delayMs?: number;
  /** Ms between two SYNCs. Default: 100. */
  readonly syncIntervalMs?: number;
  /** Ms after which the host gives up on a widget that does not answer SYNC. Default: 30000. */
  readonly syncTimeoutMs?: number;
  /** Loads the widget's page anew, and has `connect` called when it has loaded. Default: connects at once. */
  readonly reload?: () => void;
}

/** What is true before anything has happened. */
export function stateAtStart(options: HubSpotHostOptions): HostState {
  const { records = defaultRecords, faults = [], supportsInboundCalling = true, account, place } = options;
  return {
    ...firstState,
    records,
    faults,
    supportsInboundCalling,
    account: { ...firstState.account, ...account },
    place: { ...firstState.place, ...place },
    record: records[0],
  };
}

/** The options of the link, out of those of the host. */
export function linkOptions({
  widgetOrigin,
  syncIntervalMs,
  syncTimeoutMs,
}: HubSpotHostOptions): HostLinkOptions {
  return {
    widgetOrigin,
    ...(syncIntervalMs !== undefined && { syncInterval: syncIntervalMs }),
    ...(syncTimeoutMs !== undefined && { syncTimeout: syncTimeoutMs }),
  };
}
