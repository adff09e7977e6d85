/** The simulator: plays HubSpot around any widget. */
export { shareAccount, type AccountChannel, type ShareOptions } from './account-channel.js';
export { checkMessage, type MessageDirection, type Validity } from './check-message.js';
export type { DialRefusal, DialResult } from './dial.js';
export * from './events.js';
export { expectLog } from './expect-log.js';
export { explainStart, StartError, type StartingHost, type StartProblem } from './explain-start.js';
export type { Fault } from './fault.js';
export * from './faults/index.js';
export type { HubSpotHostOptions } from './host-options.js';
export { HubSpotAccount, type HubSpotAccountOptions } from './hubspot-account.js';
export {
  HubSpotFrames,
  openInPage,
  placeNamed,
  startFrames,
  type FrameSetup,
  type OpenedFrame,
  type OpenFrame,
  type StartFramesOptions,
} from './hubspot-frames.js';
export * from './hubspot-host.js';
export { match, type Expectation, type Match, type Memory } from './match.js';
export type { PlayedHost, WatchedHost } from './played-host.js';
export * from './records.js';
export type { ReplayOptions } from './replay.js';
export type { RunOptions } from './run-options.js';
export type { CallFinding } from './said.js';
export * from './scenario.js';
export * from './start-host.js';
export * from './state.js';
export { describeStep } from './step-text.js';
export {
  exportTranscript,
  importTranscript,
  importTranscriptFile,
  TranscriptError,
} from './transcript-file.js';
export {
  filterTranscript,
  payloadOf,
  transcriptPhases,
  typeOf,
  type TranscriptEntry,
  type TranscriptFilter,
} from './transcript.js';
export type { Waited, WaitOptions } from './wait-for-message.js';
export { WaitError } from './wait.js';
export * from './widget-actions.js';
