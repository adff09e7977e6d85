/** How a host plays HubSpot. */
import type { HostLinkOptions } from '../link/index.js';
import type { FaultName } from './faults.js';
import { defaultRecords, type CrmRecord } from './records.js';
import { firstState, type HostAccount, type HostPlace, type HostState } from './state.js';

export interface HubSpotHostOptions {
  /** The origin of the widget's address. Nothing else is heard or written to. */
  readonly widgetOrigin: string;
  /** The CRM. Default: some made-up records of each kind. */
  readonly records?: readonly CrmRecord[];
  /** Who is logged in. Default: made up. */
  readonly account?: Partial<HostAccount>;
  /** Where the widget is. Default: on a record, without a calling window. */
  readonly place?: Partial<HostPlace>;
  /** What goes wrong from the start. Default: nothing. */
  readonly faults?: readonly FaultName[];
  /** Ms that HubSpot takes to answer. Default: 150. */
  readonly delay?: number;
  /** Ms between two SYNCs. Default: 100. */
  readonly syncInterval?: number;
  /** Ms until the host gives up on a silent widget. Default: 30000. */
  readonly syncTimeout?: number;
  /** Loads the widget's page anew; `connect` is due when it has loaded. Default: connects at once. */
  readonly reload?: () => void;
}

/** What is true before anything has happened. */
export function stateAtStart(options: HubSpotHostOptions): HostState {
  const { records = defaultRecords, faults = [], account, place } = options;
  return {
    ...firstState,
    records,
    faults,
    account: { ...firstState.account, ...account },
    place: { ...firstState.place, ...place },
    record: records[0],
  };
}

/** What of it the link is told. */
export function linkOptions({
  widgetOrigin,
  syncInterval,
  syncTimeout,
}: HubSpotHostOptions): HostLinkOptions {
  return {
    widgetOrigin,
    ...(syncInterval !== undefined && { syncInterval }),
    ...(syncTimeout !== undefined && { syncTimeout }),
  };
}
