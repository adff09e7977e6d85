/** What can be dialled in the loopback: nobody is reached by it, but it must look like a number. */
import { VoiceError } from '../voice-error.js';

/** The number as it was given. Throws `BAD_NUMBER`. */
export function readNumber(number: string): string {
  if (!/^\+?[\d*#,;]+$/.test(number)) throw new VoiceError('BAD_NUMBER');
  return number;
}
