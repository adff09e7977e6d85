/** Microphones, speakers and the ringer: which there are, which is chosen. */
import { playSound, type PlayingSound } from './sounds.js';
import { TypedEventTarget } from './typed-events.js';
import { VoiceError } from './voice-error.js';

/** What a device is for. */
export type DeviceUse = 'input' | 'output' | 'ringer';

/** One device. Before the microphone was allowed once, browsers hide its name. */
export interface VoiceDevice {
  readonly id: string;
  readonly label: string;
}

export interface VoiceDevicesEventMap {
  /** Devices came or went, or another was chosen. */
  devicechange: Event;
}

/** The devices of a phone. What is chosen counts at once, also for calls that go on. */
export interface VoiceDevices extends TypedEventTarget<VoiceDevicesEventMap> {
  /** Microphones. */
  readonly inputs: readonly VoiceDevice[];
  /** Speakers; empty where the browser leaves no choice. */
  readonly outputs: readonly VoiceDevice[];
  /** The chosen device's id; empty for the system's. */
  readonly input: string;
  readonly output: string;
  readonly ringer: string;
  /** How loud it rings, 0 to 1. 0 is silent. */
  readonly ringerVolume: number;
  /** Looks which devices there are. */
  refresh(): Promise<void>;
  /** Chooses a device, `''` for the system's. Rejects `DEVICE_MISSING`, and the one before stays. */
  choose(use: DeviceUse, id: string): Promise<void>;
  setRingerVolume(volume: number): void;
  /** Plays a sound on a speaker, to try it, until it is stopped. */
  play?(use: Exclude<DeviceUse, 'input'>): PlayingSound;
}

/** Applies a choice to what goes on; rejects if it cannot be. */
export type DeviceUser = (use: DeviceUse, id: string) => Promise<void>;

/** The browser's devices. */
export class BrowserDevices extends TypedEventTarget<VoiceDevicesEventMap> implements VoiceDevices {
  inputs: readonly VoiceDevice[] = [];
  outputs: readonly VoiceDevice[] = [];
  #chosen: Readonly<Record<DeviceUse, string>> = { input: '', output: '', ringer: '' };
  #ringerVolume = 0.6;
  readonly #users = new Set<DeviceUser>();
  #isWatching = false;

  get input(): string {
    return this.#chosen.input;
  }

  get output(): string {
    return this.#chosen.output;
  }

  get ringer(): string {
    return this.#chosen.ringer;
  }

  get ringerVolume(): number {
    return this.#ringerVolume;
  }

  /** Somebody uses the devices. The returned function ends it. */
  use(user: DeviceUser): () => void {
    this.#users.add(user);
    return () => this.#users.delete(user);
  }

  /** Notices from now on when a device comes or goes. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    media()?.addEventListener('devicechange', this.#onDeviceChange);
  }

  /** Notices no more. */
  unwatch(): void {
    this.#isWatching = false;
    media()?.removeEventListener('devicechange', this.#onDeviceChange);
  }

  async refresh(): Promise<void> {
    const all = (await media()?.enumerateDevices()) ?? [];
    const of = (kind: MediaDeviceKind) =>
      all
        // Before it was allowed once, the list holds one without an id.
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map(({ deviceId: id, label }) => ({ id, label }));
    this.inputs = of('audioinput');
    this.outputs = canChooseOutput() ? of('audiooutput') : [];
    this.dispatchEvent(new Event('devicechange'));
  }

  async choose(use: DeviceUse, id: string): Promise<void> {
    if (id === this.#chosen[use]) return;
    if (use !== 'input' && !canChooseOutput()) throw new VoiceError('NOT_SUPPORTED', use);
    const before = this.#chosen;
    this.#chosen = { ...before, [use]: id };
    try {
      await Promise.all([...this.#users].map((user) => user(use, id)));
    } catch (error) {
      this.#chosen = before;
      throw new VoiceError('DEVICE_MISSING', use, { cause: error });
    }
    this.dispatchEvent(new Event('devicechange'));
  }

  setRingerVolume(volume: number): void {
    const next = Math.min(1, Math.max(0, volume));
    if (Number.isNaN(next) || next === this.#ringerVolume) return;
    this.#ringerVolume = next;
    this.dispatchEvent(new Event('devicechange'));
  }

  play(use: Exclude<DeviceUse, 'input'>): PlayingSound {
    const sinkId = this.#chosen[use];
    return use === 'ringer'
      ? playSound('ringtone', { sinkId, volume: this.#ringerVolume })
      : playSound('ringback', { sinkId });
  }

  // A device that was pulled out makes way for the system's.
  readonly #onDeviceChange = async (): Promise<void> => {
    await this.refresh();
    for (const use of ['input', 'output', 'ringer'] as const) {
      const there = use === 'input' ? this.inputs : this.outputs;
      const chosen = this.#chosen[use];
      if (chosen !== '' && !there.some(({ id }) => id === chosen))
        await this.choose(use, '').catch(() => undefined);
    }
  };
}

/** Whether the browser lets a page choose where its sound goes. */
export function canChooseOutput(): boolean {
  return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}

// Outside a secure context, and outside a browser, there is none.
function media(): MediaDevices | undefined {
  return (globalThis.navigator as Navigator | undefined)?.mediaDevices;
}
