/** The door to what users test with: the simulator of HubSpot, its scenarios, and the conformance kit for voices. */
export * from '../host/index.js';
export { frameScenarios } from '../host/scenarios/frames/index.js';
export { allScenarios, findScenario, scenarios } from '../host/scenarios/index.js';
export {
  CheckFailed,
  voiceConformance,
  watchLeftovers,
  type Leftovers,
  type VoiceCheck,
  type VoiceNumbers,
  type VoiceRig,
} from '../voice/conformance/index.js';
