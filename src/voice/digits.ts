/** Digits to be sent in a call: what they may be, and how long they take. */
import { VoiceError } from './voice-error.js';

/** How long a comma waits, in ms. */
export const digitPause = 2000;

/** The digits one by one, a comma for a pause. Throws `BAD_DIGITS`. */
export function readDigits(digits: string): readonly string[] {
  const all = Array.from(digits.toUpperCase().replaceAll(/\s/g, ''));
  const isRight = all.length > 0 && all.every((each) => /^[0-9*#A-D,]$/.test(each));
  if (!isRight) throw new VoiceError('BAD_DIGITS');
  return all;
}
