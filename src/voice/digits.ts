/** DTMF digits: which ones there are, and the pause that a comma stands for. */
import { VoiceError } from './voice-error.js';

/** The pause of a comma, in ms. */
export const commaPauseMs = 2000;

/** Digits one by one, in capitals and without spaces; a comma is a pause. Throws `BAD_DIGITS`. */
export function readDigits(digits: string): readonly string[] {
  const all = Array.from(digits.toUpperCase().replaceAll(/\s/g, ''));
  const areValid = all.length > 0 && all.every((each) => /^[0-9*#A-D,]$/.test(each));
  if (!areValid) throw new VoiceError('BAD_DIGITS');
  return all;
}
