/** The bridge and what it says. */
export * from './calling-bridge.js';
export type * from './commands.js';
export type * from './events.js';
export type * from './voice.js';
export { raise, raiseRequest } from './events.js';
export type * from './party-question.js';
export type * from './requests.js';
export type { BridgeFrames, Forwarded, SharedHappening } from './frames.js';
export type { FrameReach } from './frame-reach.js';
export type { FrameReports } from './frame-reports.js';
export type { KeptCall } from './kept-calls.js';
export { callIdOf, recordOf } from './requests.js';
export * from './page.js';
export type { TurnedAwayCall } from './outbox.js';
export type { BridgeSettings, BridgeSurroundings } from './settings.js';
