/** One sound of a call, where and as loud as the user has chosen. */
import type { RingSettings } from '../call/index.js';
import { playSound, type PlayingSound, type Sound } from './sounds.js';

/** Plays one sound at a time, or none. */
export class CallSound {
  readonly #settings: () => RingSettings;
  readonly #onRingSilence: ((isSilent: boolean) => void) | undefined;
  #now: { readonly sound: Sound; readonly playing: PlayingSound } | undefined;

  /**
   * @param settings Where it sounds, and how loud it rings, now.
   * @param onRingSilence Called with true if the browser keeps the ring silent until the user touches the page, and with
   * false once it is heard or over.
   */
  constructor(settings: () => RingSettings, onRingSilence?: (isSilent: boolean) => void) {
    this.#settings = settings;
    this.#onRingSilence = onRingSilence;
  }

  /** From now on this is heard, until something else is; undefined: nothing. */
  play(sound: Sound | undefined): void {
    if (sound === this.#now?.sound) return;
    this.#now?.playing.stop();
    this.#now = sound && { sound, playing: this.#start(sound) };
  }

  /** The settings have changed: a ring that sounds follows them. */
  adjust(): void {
    if (this.#now?.sound !== 'ringtone') return;
    const { playing } = this.#now;
    const { ringer = '', ringerVolume = 1 } = this.#settings();
    playing.setVolume(ringerVolume);
    void playing.setSinkId(ringer).catch(() => undefined);
  }

  #start(sound: Sound): PlayingSound {
    const { output = '', ringer = '', ringerVolume = 1 } = this.#settings();
    if (sound !== 'ringtone') return playSound(sound, { sinkId: output });
    return playSound(sound, {
      sinkId: ringer,
      volume: ringerVolume,
      // A ringer that is turned down is silent anyway.
      onBlocked: (isBlocked) => this.#onRingSilence?.(isBlocked && (this.#settings().ringerVolume ?? 1) > 0),
    });
  }
}
