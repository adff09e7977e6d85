/** The sound of one call: the microphone going out, the other end coming in. Opened for the call, released with it. */
import type { BrowserDevices } from './devices.js';
import { closeMicrophone, openMicrophone } from './microphone.js';

export class CallAudio {
  readonly #devices: BrowserDevices;
  readonly #closing = new AbortController();
  #microphone: MediaStream | undefined;
  #speaker: HTMLAudioElement | undefined;
  #sender: (() => RTCRtpSender | undefined) | undefined;
  #leave: (() => void) | undefined;
  #isMuted = false;

  constructor(devices: BrowserDevices) {
    this.#devices = devices;
  }

  /** What goes out; undefined until it is opened. */
  get microphone(): MediaStream | undefined {
    return this.#microphone;
  }

  /** Opens the chosen microphone. Rejects with a `VoiceError`; may be called again then. */
  async open(onWaiting: () => void): Promise<MediaStream> {
    const stream = await openMicrophone({
      deviceId: this.#devices.input,
      onWaiting,
      signal: this.#closing.signal,
    });
    this.send(stream);
    // Only now does the browser tell the names of the devices.
    void this.#devices.refresh();
    return stream;
  }

  /** Takes another stream for the microphone. It is closed with the call. */
  send(stream: MediaStream): void {
    this.#microphone = stream;
    this.#leave ??= this.#devices.use((use, id) => this.#useDevice(use, id));
    this.#applyMute();
  }

  /** Where the microphone's track is sent from: a device that is chosen during the call takes its place. */
  sendThrough(sender: () => RTCRtpSender | undefined): void {
    this.#sender = sender;
  }

  /** Lets the other end be heard. */
  play(stream: MediaStream): void {
    this.#speaker ??= new Audio();
    if (this.#speaker.srcObject === stream) return;
    this.#speaker.srcObject = stream;
    void this.#useDevice('output', this.#devices.output).catch(() => undefined);
    // Where sound needs a gesture first: there was one, the call was started or answered by it.
    void this.#speaker.play().catch(() => undefined);
  }

  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    this.#applyMute();
  }

  /** Lets go of everything. A microphone that is granted later is closed at once. */
  close(): void {
    this.#closing.abort();
    this.#leave?.();
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
