/** The sound of one call: the microphone that is sent, the other end that is played. Released when the call ends. */
import type { BrowserDevices } from './devices.js';
import { onGesture } from './gestures.js';
import { microphoneTroubleOf } from './microphone-trouble.js';
import { closeMicrophone, openMicrophone } from './microphone.js';

/** What becomes of a microphone while it is sent. */
export interface MicrophoneObserver {
  /** Nothing is sent any more. `ended`: it was unplugged or taken away; `reopen` helps. `muted`: the system mutes it. */
  onSilent(why: 'ended' | 'muted'): void;
  /** Another microphone is sent: what was wrong with the one before is over. */
  onReplaced(): void;
}

export class CallAudio {
  readonly #devices: BrowserDevices;
  readonly #observer: MicrophoneObserver | undefined;
  readonly #closing = new AbortController();
  #microphone: MediaStream | undefined;
  #speaker: HTMLAudioElement | undefined;
  #sender: (() => RTCRtpSender | undefined) | undefined;
  #stopUsingDevices: (() => void) | undefined;
  #stopRetrying: (() => void) | undefined;
  #isMuted = false;
  #hasEnded = false;
  /** The last replacement of the microphone; the next one waits for it. */
  #replacement: Promise<void> = Promise.resolve();

  constructor(devices: BrowserDevices, observer?: MicrophoneObserver) {
    this.#devices = devices;
    this.#observer = observer;
  }

  /** The stream that is sent; undefined until it is opened. */
  get microphone(): MediaStream | undefined {
    return this.#microphone;
  }

  /** Whether the microphone gives sound: it has not ended, and the system does not mute it. */
  get isSending(): boolean {
    const track = this.#microphone?.getAudioTracks()[0];
    return !this.#hasEnded && track?.readyState === 'live' && !track.muted;
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

  /**
   * Opens the microphone again after it has ended, the system's if the chosen one is gone, and sends it. Rejects with a
   * `VoiceError`; may be called again then. Does nothing if it has not ended, or is replaced by now.
   *
   * @param onWaiting Called if the browser seems to be asking the user.
   */
  reopen(onWaiting: () => void = () => undefined): Promise<void> {
    return this.#replace(async () => {
      if (!this.#hasEnded) return undefined;
      const { signal } = this.#closing;
      const deviceId = this.#devices.input;
      return openMicrophone({ deviceId, onWaiting, signal }).catch((error: unknown) => {
        if (deviceId === '' || microphoneTroubleOf(error) !== 'missing') throw error;
        return openMicrophone({ onWaiting, signal });
      });
    });
  }

  /** Sends another stream in place of the microphone. It is released with the call. */
  send(stream: MediaStream): void {
    this.#microphone = stream;
    this.#hasEnded = false;
    this.#watch(stream);
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
    // A call that HubSpot started may have come without the gesture after which a browser lets a page sound.
    this.#stopRetrying ??= onGesture(() => this.#startPlaying());
    this.#startPlaying();
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
    this.#stopRetrying?.();
    if (!this.#speaker) return;
    this.#speaker.pause();
    this.#speaker.srcObject = null;
    this.#speaker = undefined;
  }

  #startPlaying(): void {
    this.#speaker?.play().then(
      () => {
        this.#stopRetrying?.();
        this.#stopRetrying = undefined;
      },
      () => undefined,
    );
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
    await this.#replace(() => openMicrophone({ deviceId: id, signal: this.#closing.signal }));
  }

  // One at a time: a device that is unplugged ends its track and changes the choice, and either opens another.
  #replace(open: () => Promise<MediaStream | undefined>): Promise<void> {
    const replacement = this.#replacement.then(async () => {
      const stream = await open();
      if (!stream) return;
      const { signal } = this.#closing;
      try {
        signal.throwIfAborted();
        // A connection that is closed meanwhile never answers.
        const closed = new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        });
        await Promise.race([closed, this.#sender?.()?.replaceTrack(stream.getAudioTracks()[0] ?? null)]);
      } catch (error) {
        closeMicrophone(stream);
        throw error;
      }
      const before = this.#microphone;
      this.send(stream);
      closeMicrophone(before);
      this.#observer?.onReplaced();
    });
    this.#replacement = replacement.catch(() => undefined);
    return replacement;
  }

  // A track that is stopped here fires no `ended`.
  #watch(stream: MediaStream): void {
    const tell = (why: 'ended' | 'muted') => {
      if (this.#microphone !== stream) return;
      if (why === 'ended') this.#hasEnded = true;
      this.#observer?.onSilent(why);
    };
    const { signal } = this.#closing;
    for (const track of stream.getAudioTracks()) {
      track.addEventListener('ended', () => tell('ended'), { signal });
      track.addEventListener('mute', () => tell('muted'), { signal });
    }
  }
}
