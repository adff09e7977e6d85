/** What the bridge is told of a voice. */
import type { VoiceStatus } from '../call/index.js';
import type { VoiceProvider } from './provider.js';
import { problemOf } from './voice-error.js';

export function statusOf(provider: VoiceProvider): VoiceStatus {
  const { state, capabilities, problem, isRingSilent, messages, fromNumbers } = provider;
  return {
    state,
    capabilities,
    problem: problem && problemOf(problem),
    ...(isRingSilent && { isRingSilent }),
    ...(capabilities.voicemailDrop && messages?.length && { messages }),
    ...(fromNumbers?.length && { fromNumbers }),
  };
}
