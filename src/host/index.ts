/** A HubSpot to try widgets against. */
export type { DialRefusal, DialResult } from './dial.js';
export * from './events.js';
export { expectLog } from './expect-log.js';
export * from './faults.js';
export type { HubSpotHostOptions } from './host-options.js';
export * from './hubspot-host.js';
export { judge, type MessageDirection, type Validity } from './judge.js';
export { match, type Expectation, type Match, type Memory } from './match.js';
export * from './records.js';
export type { ReplayOptions } from './replay.js';
export type { RunOptions } from './run-scenario.js';
export * from './scenario.js';
export * from './start-host.js';
export * from './state.js';
export { describeStep } from './step-text.js';
export {
  exportTranscript,
  filterTranscript,
  importTranscript,
  payloadOf,
  TranscriptError,
  typeOf,
  type TranscriptEntry,
  type TranscriptFilter,
} from './transcript.js';
export { WaitError, type Waited, type WaitOptions } from './wait.js';
export * from './widget-actions.js';
