/** What can be dialled in the loopback: nobody is reached, but it has to look like a phone number. */
import { VoiceError } from '../voice-error.js';

/** The number as it was given. Throws `BAD_NUMBER`. */
export function readDialledNumber(number: string): string {
  if (!/^\+?[\d*#,;]+$/.test(number)) throw new VoiceError('BAD_NUMBER');
  return number;
}
