/**
 * How a microphone's trouble becomes words. Which trouble it is, `troubleOf` in `src/voice/microphone.ts` tells from the
 * voice's error.
 */
import type { FrameStatus, MicrophoneTrouble } from '../../src/index.js';
import type { Localize } from './localize.js';
import { placeOf } from './where-calls-are.js';

/**
 * What is wrong with the microphone and what to do, for the user.
 *
 * @param frame - Where another frame owns the calls, it is told where the browser asks.
 */
export function microphoneWords(trouble: MicrophoneTrouble, localize: Localize, frame?: FrameStatus): string {
  const words = localize.term(`microphone.${trouble}`);
  const isAsked = frame?.role === 'mirror' && /^(?:waiting|dismissed|denied)$/.test(trouble);
  return isAsked ? `${words} ${localize.term(`asks.${placeOf(frame)}`)}` : words;
}

/** Whether trying again can help. Not while the browser waits for the user to allow the microphone. */
export function canRetryMicrophone(trouble: MicrophoneTrouble): boolean {
  return trouble !== 'waiting';
}

/**
 * What is wrong with the microphone, by the code of a voice's error: `MICROPHONE_IN_USE` is `in-use`. By its name and not by
 * the class of the error, since the voice may come from another file than the elements.
 */
export function microphoneWordsFor(error: unknown, localize: Localize): string | undefined {
  const { code = '' } = error as { readonly code?: string };
  const name = /^MICROPHONE_(\w+)$/.exec(code)?.[1]?.toLowerCase().replace('_', '-');
  return name && microphoneWords(name as MicrophoneTrouble, localize);
}
