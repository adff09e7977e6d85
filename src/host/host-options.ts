/** How a host plays HubSpot. */
import type { HostLinkOptions } from '../link/index.js';
import type { FaultName } from './faults/index.js';
import type { CrmRecord } from './records.js';
import { HubSpotAccount } from './hubspot-account.js';
import { firstState, type HostAccount, type HostPlace, type HostState } from './state.js';

export interface HubSpotHostOptions {
  /** The origin of the widget's address. No other origin is heard or written to. */
  readonly widgetOrigin: string;
  /** The records of the CRM. Default: those of the account; in one of its own, some made-up records of each kind. */
  readonly records?: readonly CrmRecord[];
  /**
   * Who is logged in to HubSpot, where what is left out is made up; or a whole account, which this host then shares with the
   * other hosts that are given it: calls, records, settings. Default: an account of its own.
   */
  readonly account?: Partial<HostAccount> | HubSpotAccount;
  /** What people call the frame, and scenarios: `tab 2`. Default: `window` in a calling window, else the next free tab. */
  readonly frame?: string;
  /** Where the widget is. Default: on a record, without a calling window. */
  readonly place?: Partial<HostPlace>;
  /** The faults that are on from the start. Default: none. */
  readonly faults?: readonly FaultName[];
  /**
   * Whether the app's settings say that it supports inbound calling. Without that, HubSpot ignores INCOMING_CALL: it rings
   * in the widget, and nothing is shown or logged. Default: as the account has it; in one of its own, true.
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

/** The account of a host: the one it shares, or one of its own. */
export function accountFor({ account, records, supportsInboundCalling }: HubSpotHostOptions): HubSpotAccount {
  const settings = {
    ...(records && { records }),
    ...(supportsInboundCalling !== undefined && { supportsInboundCalling }),
  };
  if (!(account instanceof HubSpotAccount)) return new HubSpotAccount({ ...account, ...settings });
  account.change(settings);
  return account;
}

/** What is true of a frame before anything has happened. */
export function stateAtStart({ faults = [], place }: HubSpotHostOptions, account: HubSpotAccount): HostState {
  return {
    ...firstState,
    ...account.state,
    faults,
    place: { ...firstState.place, ...place },
    record: account.state.records[0],
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
