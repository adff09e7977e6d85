/** Microphones, speakers and the ringer: which ones there are, and which one is chosen. */
import { closeMicrophone, openMicrophone } from './microphone.js';
import { playSound, type PlayingSound } from './sounds.js';
import { TypedEventTarget } from './typed-events.js';
import { VoiceError } from './voice-error.js';

/** What a device is for. */
export type DeviceUse = 'input' | 'output' | 'ringer';

/** A microphone or speaker. */
export interface VoiceDevice {
  readonly id: string;
  /** Its name; empty until the microphone is granted, since browsers hide it before. */
  readonly label: string;
}

export interface VoiceDevicesEventMap {
  /** Devices came or went, another one was chosen, or the ringer's volume changed. */
  devicechange: Event;
}

/** The devices of a provider. A choice counts at once, also for live calls. */
export interface VoiceDevices extends TypedEventTarget<VoiceDevicesEventMap> {
  /** Microphones. */
  readonly inputs: readonly VoiceDevice[];
  /** Speakers; empty where the browser does not let a page choose one. */
  readonly outputs: readonly VoiceDevice[];
  /** The id of the chosen microphone; empty for the system's. */
  readonly input: string;
  /** The id of the chosen speaker; empty for the system's. */
  readonly output: string;
  /** The id of the speaker that rings; empty for the system's. */
  readonly ringer: string;
  /** How loud it rings, from 0, silent, to 1. */
  readonly ringerVolume: number;
  /** Reads the list of devices anew. */
  refresh(): Promise<void>;
  /** Chooses a device, `''` for the system's. Rejects `DEVICE_MISSING`; the choice before then stays. */
  choose(use: DeviceUse, id: string): Promise<void>;
  /** Sets how loud it rings, from 0, silent, to 1. */
  setRingerVolume(volume: number): void;
  /** Plays a sound on a speaker, to try it, until it is stopped. */
  play?(use: Exclude<DeviceUse, 'input'>): PlayingSound;
  /**
   * Listens to the chosen microphone, to try it, until it is stopped: `onLevel` gets from 0, silent, to 1 how loud it is,
   * some ten times a second. Rejects with a `VoiceError` that names the microphone's trouble.
   */
  listen?(onLevel: (level: number) => void): Promise<{ stop(): void }>;
}

/** How often a level is told, in ms. */
const levelIntervalMs = 100;

/** Applies the choice of a device to a live call; rejects if that cannot be done. */
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

  /** Has a function applied to each choice from now on, until the returned function is called. */
  use(user: DeviceUser): () => void {
    this.#users.add(user);
    return () => this.#users.delete(user);
  }

  /** From now on the lists follow the devices that come and go. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    media()?.addEventListener('devicechange', this.#onDeviceChange);
  }

  /** Ends `watch`. */
  unwatch(): void {
    this.#isWatching = false;
    media()?.removeEventListener('devicechange', this.#onDeviceChange);
  }

  async refresh(): Promise<void> {
    const all = (await media()?.enumerateDevices()) ?? [];
    const of = (kind: MediaDeviceKind) =>
      all
        // Until the microphone is granted, the browser lists one device of each kind, without an id.
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

  async listen(onLevel: (level: number) => void): Promise<{ stop(): void }> {
    const stream = await openMicrophone({ deviceId: this.input });
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 1024 });
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // Speech at a usual distance is about a quarter of what a microphone can take.
      onLevel(Math.min(1, 4 * Math.sqrt(power)));
    }, levelIntervalMs);
    return {
      stop: () => {
        clearInterval(timer);
        closeMicrophone(stream);
        void context.close();
      },
    };
  }

  // When a chosen device is unplugged, the system's is used instead.
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

// Undefined outside a secure context and outside a browser.
function media(): MediaDevices | undefined {
  return (globalThis.navigator as Navigator | undefined)?.mediaDevices;
}
