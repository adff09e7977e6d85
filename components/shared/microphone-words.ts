/**
 * How a microphone's trouble becomes words. Which trouble it is, `troubleOf` in `src/voice/microphone.ts` tells from the
 * voice's error.
 */
import type { MicrophoneTrouble } from '../../src/index.js';
import type { Localize } from './localize.js';

/** What is wrong with the microphone and what to do, as a sentence for the user. */
export function microphoneWords(trouble: MicrophoneTrouble, localize: Localize): string {
  return localize.term(`microphone.${trouble}`);
}

/** Whether trying again can help. Not while the browser waits for the user to allow the microphone. */
export function canRetryMicrophone(trouble: MicrophoneTrouble): boolean {
  return trouble !== 'waiting';
}
