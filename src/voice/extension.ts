/** Numbers with an extension: the number is dialled, the extension is sent as DTMF once the call is answered. */
import type { VoiceSession } from './session.js';
import { VoiceError } from './voice-error.js';

export { splitNumber as splitExtension, type SplitNumber } from '../call/index.js';

/** Sends digits once the call is answered. Rejects if that fails; a call that ends before it takes none. */
export function sendOnceActive(session: VoiceSession, digits: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const send = () => {
      if (session.state !== 'active') return;
      session.removeEventListener('statechange', send);
      if (session.sendDigits) session.sendDigits(digits).then(resolve, reject);
      else reject(new VoiceError('NOT_SUPPORTED', 'an extension'));
    };
    session.addEventListener('statechange', send);
    send();
  });
}
