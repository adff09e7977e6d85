/** For tests: what every phone must do, and a HubSpot to try widgets against. */
export { CheckFailed } from './assert.js';
export * from './host/index.js';
export { findScenario, scenarios } from './scenarios/index.js';
export { voiceConformance } from './voice-conformance.js';
export { watchLeftovers, type Leftovers } from './voice-leftovers.js';
export type { VoiceCheck, VoiceNumbers, VoiceRig } from './voice-rig.js';
