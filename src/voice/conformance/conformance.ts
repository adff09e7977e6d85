/**
 * What every phone must do, as checks that run in any test runner:
 *
 *     for (const check of voiceConformance) it(check.name, () => check.run(rig));
 *
 * A check resolves, or rejects with what is wrong. One that is about a capability the provider lacks, or a number the
 * rig does not have, resolves with nothing looked at: `needs` and `uses` say which.
 *
 * Every session in every check is held to the rules of its events: a property has its value when its event fires, a
 * change is told once, states do not go back, `ended` is the last.
 */
import { featureChecks } from './checks-features.js';
import { inboundChecks } from './checks-inbound.js';
import { microphoneChecks } from './checks-microphone.js';
import { outboundChecks } from './checks-outbound.js';
import { providerChecks } from './checks-provider.js';
import { releaseChecks } from './checks-release.js';
import { restoreChecks } from './checks-restore.js';
import type { VoiceCheck } from './rig.js';

export const voiceConformance: readonly VoiceCheck[] = [
  ...providerChecks,
  ...outboundChecks,
  ...inboundChecks,
  ...microphoneChecks,
  ...featureChecks,
  ...restoreChecks,
  ...releaseChecks,
];
