/** Why a loopback call ends: by a refusal of the far end, or by whoever hangs up. */
import { hangUpReason } from '../hang-up-reason.js';
import type { SessionEnd, VoiceSession } from '../session.js';

/** How the far end refuses an outbound call, with the status code of SIP. */
export const refusals = {
  busy: { reason: 'busy', by: 'remote', code: 486, text: 'Busy Here' },
  decline: { reason: 'declined', by: 'remote', code: 603, text: 'Decline' },
  'no-answer': { reason: 'no-answer', by: 'remote', code: 408, text: 'Request Timeout' },
  unavailable: { reason: 'no-answer', by: 'remote', code: 480, text: 'Temporarily Unavailable' },
  'not-found': { reason: 'not-found', by: 'remote', code: 404, text: 'Not Found' },
} as const satisfies Readonly<Record<string, SessionEnd>>;

/** What decides how a call ends that is hung up now. */
type EndingSession = Pick<VoiceSession, 'state' | 'direction' | 'microphone'>;

/** The end when this end hangs up. */
export function localEnd(session: EndingSession): SessionEnd {
  return { reason: hangUpReason(session, isAnswered(session)), by: 'local' };
}

/** The end when the far end hangs up: it declines an outbound call that rings, and cancels an inbound one. */
export function remoteEnd(session: EndingSession): SessionEnd {
  if (isAnswered(session)) return { reason: 'hung-up', by: 'remote' };
  if (session.direction === 'outbound') return refusals.decline;
  return { reason: 'canceled', by: 'remote', code: 487, text: 'Request Terminated' };
}

const isAnswered = ({ state }: EndingSession) => state !== 'dialing' && state !== 'ringing';
