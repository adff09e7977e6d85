/** A host as its players see it: waiting, replaying and playing scenarios need no more than this of `HubSpotHost`. */
import type { Clock } from '../link/index.js';
import type { TypedEventTarget } from '../voice/typed-events.js';
import type { DialResult } from './dial.js';
import type { HubSpotHostEventMap } from './events.js';
import type { FaultName } from './faults/index.js';
import type { CrmRecord } from './records.js';
import type { Scenario } from './scenario.js';
import type { AccountState, HostPlace, HostState, LogEntry } from './state.js';
import type { TranscriptEntry } from './transcript.js';

/** What can be watched of a host, or of several frames at once. It tells of news by the events `message` and `change`. */
export interface WatchedHost extends EventTarget {
  /** The clock and its timers. */
  readonly clock: Clock;
  readonly state: AccountState;
  readonly log: readonly LogEntry[];
  readonly transcript: readonly TranscriptEntry[];
  onStop(action: () => void): () => void;
}

/** What a scenario or a replay does with a host, besides watching it. */
export interface PlayedHost
  extends Omit<WatchedHost, keyof EventTarget>, TypedEventTarget<HubSpotHostEventMap> {
  readonly state: HostState;
  /** What people call the frame. */
  readonly frameName: string;
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

/** Where a scenario is played: in one frame, or in several. */
export interface PlayedScene {
  /** What all messages and calls are looked for in. */
  readonly watched: WatchedHost;
  /** The names of the frames that are there, the first one first. */
  readonly names: readonly string[];
  /** The frame of this name, by default the first. Throws a `RangeError` where there is none. */
  frame(name?: string): PlayedHost;
  /** Sets up what a scenario needs. The returned function takes it back. */
  prepare(scenario: Scenario): () => void;
  /** Forgets all calls. */
  reset(): void;
  /** Makes these frames, and no others, be there and newly loaded. */
  start(names: readonly string[]): Promise<void>;
  open(name: string): Promise<void>;
  close(name: string): Promise<void>;
  crash(name: string): Promise<void>;
}
