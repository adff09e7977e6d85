/** The sound of one call: the microphone that is sent, the other end that is played. Released when the call ends. */
import type { BrowserDevices } from './devices.js';
import { closeMicrophone, openMicrophone } from './microphone.js';

export class CallAudio {
  readonly #devices: BrowserDevices;
  readonly #closing = new AbortController();
  #microphone: MediaStream | undefined;
  #speaker: HTMLAudioElement | undefined;
  #sender: (() => RTCRtpSender | undefined) | undefined;
  #stopUsingDevices: (() => void) | undefined;
  #isMuted = false;

  constructor(devices: BrowserDevices) {
    this.#devices = devices;
  }

  /** The stream that is sent; undefined until it is opened. */
  get microphone(): MediaStream | undefined {
    return this.#microphone;
  }

  /**
   * Opens the chosen microphone. Rejects with a `VoiceError`; may be called again then.
   *
   * @param onWaiting Called if the browser seems to be asking the user.
   */
  async open(onWaiting: () => void): Promise<MediaStream> {
    const stream = await openMicrophone({
      deviceId: this.#devices.input,
      onWaiting,
      signal: this.#closing.signal,
    });
    this.send(stream);
    // Browsers hide the names of devices until the microphone is granted.
    void this.#devices.refresh();
    return stream;
  }

  /** Sends another stream in place of the microphone. It is released with the call. */
  send(stream: MediaStream): void {
    this.#microphone = stream;
    this.#stopUsingDevices ??= this.#devices.use((use, id) => this.#useDevice(use, id));
    this.#applyMute();
  }

  /** Names the sender of the microphone's track: when another device is chosen, its track is replaced there. */
  sendThrough(sender: () => RTCRtpSender | undefined): void {
    this.#sender = sender;
  }

  /** Plays the stream of the other end. */
  play(stream: MediaStream): void {
    this.#speaker ??= new Audio();
    if (this.#speaker.srcObject === stream) return;
    this.#speaker.srcObject = stream;
    void this.#useDevice('output', this.#devices.output).catch(() => undefined);
    // A browser that allows sound only after a user's gesture had one: the call was started or answered by it.
    void this.#speaker.play().catch(() => undefined);
  }

  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    this.#applyMute();
  }

  /** Releases everything. A microphone that is granted later is released at once. */
  close(): void {
    this.#closing.abort();
    this.#stopUsingDevices?.();
    closeMicrophone(this.#microphone);
    this.#microphone = undefined;
    if (!this.#speaker) return;
    this.#speaker.pause();
    this.#speaker.srcObject = null;
    this.#speaker = undefined;
  }

  #applyMute(): void {
    for (const track of this.#microphone?.getAudioTracks() ?? []) track.enabled = !this.#isMuted;
  }

  async #useDevice(use: 'input' | 'output' | 'ringer', id: string): Promise<void> {
    if (use === 'output') {
      const speaker = this.#speaker as { setSinkId?: (id: string) => Promise<void> } | undefined;
      await speaker?.setSinkId?.(id);
    }
    if (use !== 'input' || !this.#sender) return;
    const before = this.#microphone;
    const stream = await openMicrophone({ deviceId: id, signal: this.#closing.signal });
    await this.#sender()?.replaceTrack(stream.getAudioTracks()[0] ?? null);
    this.send(stream);
    closeMicrophone(before);
  }
}
