/** The door to what users test with: the simulator of HubSpot, its scenarios, and the conformance kit for voices. */
export { CheckFailed } from '../voice/conformance/assert.js';
export * from '../host/index.js';
export { findScenario, scenarios } from '../host/scenarios/index.js';
export { voiceConformance } from '../voice/conformance/conformance.js';
export { watchLeftovers, type Leftovers } from '../voice/conformance/leftovers.js';
export type { VoiceCheck, VoiceNumbers, VoiceRig } from '../voice/conformance/rig.js';
