/** A host as its players see it: waiting, replaying and playing scenarios need no more than this of `HubSpotHost`. */
import type { Clock } from '../link/index.js';
import type { TypedEventTarget } from '../voice/typed-events.js';
import type { DialResult } from './dial.js';
import type { HubSpotHostEventMap } from './events.js';
import type { FaultName } from './faults/index.js';
import type { CrmRecord } from './records.js';
import type { HostPlace, HostState, LogEntry } from './state.js';
import type { TranscriptEntry } from './transcript.js';

/** What can be watched of a host. */
export interface WatchedHost extends TypedEventTarget<HubSpotHostEventMap> {
  /** The clock and its timers. */
  readonly clock: Clock;
  readonly state: HostState;
  readonly log: readonly LogEntry[];
  readonly transcript: readonly TranscriptEntry[];
  onStop(action: () => void): () => void;
}

/** What a scenario or a replay does with a host, besides watching it. */
export interface PlayedHost extends WatchedHost {
  reset(): void;
  reload(): void;
  remount(): void;
  dial(record: CrmRecord | number, number?: string): DialResult;
  endCall(): void;
  setVisibility(visibility: Partial<HostState['visibility']>): void;
  navigate(record: CrmRecord | number): void;
  startQueue(records: readonly (CrmRecord | number)[]): DialResult;
  stopQueue(): void;
  setPlace(place: Partial<HostPlace>): void;
  setFaults(faults: readonly FaultName[]): void;
  setSupportsInboundCalling(supportsInboundCalling: boolean): void;
  setRecords(records: readonly CrmRecord[]): void;
  sendMessage(message: { readonly type: string; readonly data?: unknown }): boolean;
  mark(): number;
}
