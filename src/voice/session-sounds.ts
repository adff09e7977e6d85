/** The sounds that go with sessions: ringtone and call waiting for inbound ones, ringback for outbound ones. */
import type { VoiceDevices } from './devices.js';
import type { VoiceSession } from './session.js';
import { playSound, type PlayingSound, type Sound } from './sounds.js';

/** Plays the sounds of a provider's sessions on its devices. */
export class SessionSounds {
  readonly #devices: VoiceDevices;
  readonly #onRingSilence: ((isSilent: boolean) => void) | undefined;
  readonly #playing = new Map<VoiceSession, { readonly sound: Sound; readonly playing: PlayingSound }>();
  /** The sessions whose ring the browser keeps silent. */
  readonly #blocked = new Set<VoiceSession>();

  /**
   * @param onRingSilence Called with true if the browser keeps the ring silent until the user touches the page, and with
   * false once it is heard or over.
   */
  constructor(devices: VoiceDevices, onRingSilence?: (isSilent: boolean) => void) {
    this.#devices = devices;
    this.#onRingSilence = onRingSilence;
    devices.addEventListener('devicechange', () => this.#applyDevices());
  }

  /** Plays the sound of each state of a session; `isSecond` says whether the user talks in another call. */
  follow(session: VoiceSession, isSecond: () => boolean): void {
    const update = () => {
      const wanted = soundOf(session, isSecond());
      if (wanted === this.#playing.get(session)?.sound) return;
      this.silence(session);
      if (wanted) this.#play(session, wanted);
    };
    session.addEventListener('statechange', update);
    update();
  }

  /** Stops the sound of one session until its state changes. */
  silence(session: VoiceSession): void {
    this.#playing.get(session)?.playing.stop();
    this.#playing.delete(session);
  }

  #play(session: VoiceSession, sound: Sound): void {
    const { output, ringer, ringerVolume } = this.#devices;
    const isRing = sound === 'ringtone';
    const playing = playSound(sound, {
      sinkId: isRing ? ringer : output,
      ...(isRing && {
        volume: ringerVolume,
        // A ringer that is turned down is silent anyway.
        onBlocked: (isBlocked) => this.#tellSilence(session, isBlocked && this.#devices.ringerVolume > 0),
      }),
    });
    this.#playing.set(session, { sound, playing });
  }

  // Several may ring: one that is over does not make the others heard.
  #tellSilence(session: VoiceSession, isSilent: boolean): void {
    if (isSilent) this.#blocked.add(session);
    else this.#blocked.delete(session);
    this.#onRingSilence?.(this.#blocked.size > 0);
  }

  #applyDevices(): void {
    const { ringer, ringerVolume } = this.#devices;
    for (const { sound, playing } of this.#playing.values()) {
      if (sound !== 'ringtone') continue;
      playing.setVolume(ringerVolume);
      void playing.setSinkId(ringer).catch(() => undefined);
    }
  }
}

function soundOf({ direction, state }: VoiceSession, isSecond: boolean): Sound | undefined {
  if (state !== 'ringing') return undefined;
  if (direction === 'outbound') return 'ringback';
  return isSecond ? 'waiting' : 'ringtone';
}
