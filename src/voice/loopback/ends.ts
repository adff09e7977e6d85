/** How a loopback call ends when somebody hangs up: that depends on who, and on where the call is. */
import type { SessionEnd, VoiceSession } from '../session.js';
import { refusals } from './script.js';

type Ending = Pick<VoiceSession, 'state' | 'direction' | 'microphone'>;

/** This end hangs up. */
export function endByUs(session: Ending): SessionEnd {
  return { reason: reasonOfHangUp(session), by: 'local' };
}

/** The other end hangs up, declines, or gives up. */
export function endByThem(session: Ending): SessionEnd {
  if (!isEarly(session)) return { reason: 'hung-up', by: 'remote' };
  if (session.direction === 'outbound') return refusals.decline;
  return { reason: 'canceled', by: 'remote', code: 487, text: 'Request Terminated' };
}

function reasonOfHangUp(session: Ending): SessionEnd['reason'] {
  if (!isEarly(session)) return 'hung-up';
  if (session.direction === 'inbound') return 'declined';
  return session.microphone === undefined || session.microphone === 'waiting' ? 'canceled' : 'microphone';
}

const isEarly = ({ state }: Ending) => state === 'dialing' || state === 'ringing';
