/** The reason of a call that this end hangs up. */
import { isMicrophoneRefused } from './microphone-trouble.js';
import type { EndReason, VoiceSession } from './session.js';

/** `hung-up` after the answer; before it an inbound call is declined, an outbound one canceled or lacks a microphone. */
export function hangUpReason(
  { direction, microphone }: Pick<VoiceSession, 'direction' | 'microphone'>,
  isAnswered: boolean,
): EndReason {
  if (isAnswered) return 'hung-up';
  if (direction === 'inbound') return 'declined';
  return isMicrophoneRefused(microphone) ? 'microphone' : 'canceled';
}
