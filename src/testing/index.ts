/** For tests of adapters: what every phone must do. */
export { CheckFailed } from './assert.js';
export { voiceConformance } from './voice-conformance.js';
export { watchLeftovers, type Leftovers } from './voice-leftovers.js';
export type { VoiceCheck, VoiceNumbers, VoiceRig } from './voice-rig.js';
