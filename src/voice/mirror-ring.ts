/** The ring in a frame that mirrors the calls of another one. */
import { isMirror } from '../bridge/index.js';
import { isOffered, type WidgetState } from '../call/index.js';
import { CallSound } from './call-sound.js';
import type { Sound } from './sounds.js';

/** What is heard of inbound calls in a mirror: nothing where it is not to ring, or the voice rings by itself in its frame. */
export function mirrorSound(state: WidgetState): Sound | undefined {
  const { frame, voice, calls } = state;
  const rings = isMirror(state) && frame.rings && voice?.ring;
  if (!rings || !calls.some((call) => isOffered(call) && !call.silenced)) return undefined;
  return calls.some(({ phase }) => phase === 'active') ? 'waiting' : 'ringtone';
}

/** Rings for the calls of a mirror, as the voice of their owner is set to. */
export class MirrorRing {
  #settings: WidgetState['voice'];
  readonly #sound: CallSound;

  /**
   * @param onRingSilence Called with true if the browser keeps the ring silent until the user touches the page, and with
   * false once it is heard or over.
   */
  constructor(onRingSilence: (isSilent: boolean) => void) {
    this.#sound = new CallSound(() => this.#settings?.ring ?? {}, onRingSilence);
  }

  /** Sounds as this state demands. Undefined: the frame follows no calls any more. */
  follow(state: WidgetState | undefined): void {
    const before = this.#settings;
    this.#settings = state?.voice;
    if (before !== this.#settings) this.#sound.adjust();
    this.#sound.play(state && mirrorSound(state));
  }
}
