/** For tests: what every voice provider must do, and a HubSpot to try widgets against. */
export * from '../host/index.js';
export { findScenario, scenarios } from '../host/scenarios/index.js';
export {
  CheckFailed,
  voiceConformance,
  watchLeftovers,
  type Leftovers,
  type VoiceCheck,
  type VoiceNumbers,
  type VoiceRig,
} from '../voice/conformance/index.js';
