/** The sounds that go with sessions: ringtone and call waiting for inbound ones, ringback for outbound ones. */
import type { VoiceDevices } from './devices.js';
import type { VoiceSession } from './session.js';
import { playSound, type PlayingSound, type Sound } from './sounds.js';

/** Plays the sounds of a provider's sessions on its devices. */
export class SessionSounds {
  readonly #devices: VoiceDevices;
  readonly #playing = new Map<VoiceSession, { readonly sound: Sound; readonly playing: PlayingSound }>();

  constructor(devices: VoiceDevices) {
    this.#devices = devices;
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
      ...(isRing && { volume: ringerVolume }),
    });
    this.#playing.set(session, { sound, playing });
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
