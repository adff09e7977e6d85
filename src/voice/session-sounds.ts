/** The sounds that go with sessions: ringtone and call waiting for inbound ones, ringback for outbound ones. */
import { CallSound } from './call-sound.js';
import type { VoiceDevices } from './devices.js';
import type { VoiceSession } from './session.js';
import type { Sound } from './sounds.js';

/** The sound of one session. */
interface Followed {
  readonly sound: CallSound;
  /** Plays what belongs to the state of the session. */
  readonly update: () => void;
}

/** Plays the sounds of a provider's sessions on its devices. */
export class SessionSounds {
  readonly #devices: VoiceDevices;
  readonly #onRingSilence: ((isSilent: boolean) => void) | undefined;
  /** Every session that has not ended. */
  readonly #followed = new Map<VoiceSession, Followed>();
  readonly #silenced = new WeakSet<VoiceSession>();
  /** The sessions whose ring the browser keeps silent. */
  readonly #blocked = new Set<VoiceSession>();
  #isRingHeard = true;

  /**
   * @param onRingSilence Called with true if the browser keeps the ring silent until the user touches the page, and with
   * false once it is heard or over.
   */
  constructor(devices: VoiceDevices, onRingSilence?: (isSilent: boolean) => void) {
    this.#devices = devices;
    this.#onRingSilence = onRingSilence;
    devices.addEventListener('devicechange', () => {
      for (const { sound } of this.#followed.values()) sound.adjust();
    });
  }

  /** Plays the sound of each state of a session; `isSecond` says whether the user talks in another call. */
  follow(session: VoiceSession, isSecond: () => boolean): void {
    const sound = new CallSound(
      () => this.#devices,
      (isSilent) => this.#tellSilence(session, isSilent),
    );
    const update = () => {
      const isHeard = session.direction === 'outbound' || (this.#isRingHeard && !this.#silenced.has(session));
      sound.play(isHeard ? soundOf(session, isSecond()) : undefined);
      if (session.state === 'ended') this.#followed.delete(session);
    };
    this.#followed.set(session, { sound, update });
    session.addEventListener('statechange', update);
    update();
  }

  /** Stops the ring of one session for good. */
  silence(session: VoiceSession): void {
    this.#silenced.add(session);
    this.#followed.get(session)?.update();
  }

  /**
   * Whether inbound calls are heard to ring here; another frame of the user rings where not. It counts at once, also for
   * calls that ring. Default: true.
   */
  letRing(isHeard: boolean): void {
    if (isHeard === this.#isRingHeard) return;
    this.#isRingHeard = isHeard;
    for (const { update } of this.#followed.values()) update();
  }

  // Several may ring: one that is over does not make the others heard.
  #tellSilence(session: VoiceSession, isSilent: boolean): void {
    if (isSilent) this.#blocked.add(session);
    else this.#blocked.delete(session);
    this.#onRingSilence?.(this.#blocked.size > 0);
  }
}

function soundOf({ direction, state }: VoiceSession, isSecond: boolean): Sound | undefined {
  if (state !== 'ringing') return undefined;
  if (direction === 'outbound') return 'ringback';
  return isSecond ? 'waiting' : 'ringtone';
}
