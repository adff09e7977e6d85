/**
 * The conformance kit: what every voice provider must do, as checks that run in any test runner:
 *
 *     for (const check of voiceConformance) it(check.name, () => check.run(rig));
 *
 * A check resolves, or rejects with what is wrong. One that is about a capability the provider lacks, or a number the
 * rig does not have, resolves with nothing looked at: `needs` and `uses` say which.
 *
 * Every session in every check is held to the rules of its events: a property has its value when its event fires, a
 * change is told once, states do not go back, `ended` is the last.
 */
import { inboundChecks } from './checks/inbound.js';
import { inCallChecks } from './checks/in-call.js';
import { microphoneChecks } from './checks/microphone.js';
import { outboundChecks } from './checks/outbound.js';
import { providerChecks } from './checks/provider.js';
import { releaseChecks } from './checks/release.js';
import { restoreChecks } from './checks/restore.js';
import type { VoiceCheck } from './rig.js';

export { CheckFailed } from './assert.js';
export { watchLeftovers, type Leftovers } from './leftovers.js';
export type { VoiceCheck, VoiceNumbers, VoiceRig } from './rig.js';

/** Every check, in the order in which a failure says most: the provider first, what is left behind last. */
export const voiceConformance: readonly VoiceCheck[] = [
  ...providerChecks,
  ...outboundChecks,
  ...inboundChecks,
  ...microphoneChecks,
  ...inCallChecks,
  ...restoreChecks,
  ...releaseChecks,
];
