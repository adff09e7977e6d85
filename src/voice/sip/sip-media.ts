/** The media of a SIP call: the microphone, the peer connection that the engine made, the measured quality. */
import type { CallQuality } from '../../call/index.js';
import { CallAudio, type MicrophoneObserver } from '../call-audio.js';
import type { BrowserDevices } from '../devices.js';
import { watchQuality } from '../quality.js';

/** What the session is told, and asked. */
export interface MediaObserver extends MicrophoneObserver {
  /** The state of the connection has changed. */
  onConnectionState(): void;
  onQuality(quality: CallQuality): void;
  /** Whether the session tries to restore a connection that failed. */
  mayReconnect(): boolean;
}

export class SipMedia {
  readonly #audio: CallAudio;
  readonly #observer: MediaObserver;
  #microphoneRequest: Promise<MediaStream> | undefined;
  #connection: RTCPeerConnection | undefined;
  #stopQuality: (() => void) | undefined;

  constructor(devices: BrowserDevices, observer: MediaObserver) {
    this.#audio = new CallAudio(devices, observer);
    this.#observer = observer;
  }

  /** The state of the connection; undefined before there is one. */
  get connectionState(): RTCPeerConnectionState | undefined {
    return this.#connection?.connectionState;
  }

  /** Whether the microphone has been asked for and nobody has answered yet. */
  get isMicrophoneRequested(): boolean {
    return this.#microphoneRequest !== undefined;
  }

  /** Opens the microphone; asked again meanwhile, it gives the same attempt. Rejects with a `VoiceError`. */
  openMicrophone(onWaiting: () => void): Promise<MediaStream> {
    this.#microphoneRequest ??= this.#audio
      .open(onWaiting)
      .finally(() => (this.#microphoneRequest = undefined));
    return this.#microphoneRequest;
  }

  /** Whether the microphone was opened. */
  get hasMicrophone(): boolean {
    return this.#audio.microphone !== undefined;
  }

  /** Opens the microphone again after it has ended. Rejects with a `VoiceError`; may be called again then. */
  reopenMicrophone(onWaiting: () => void): Promise<void> {
    return this.#audio.reopen(onWaiting);
  }

  /** Mutes or unmutes the microphone. */
  setMuted(isMuted: boolean): void {
    this.#audio.setMuted(isMuted);
  }

  /** Takes the connection of the call: plays what it receives, and follows its state. */
  attach(connection: RTCPeerConnection): void {
    this.#connection = connection;
    this.#audio.sendThrough(() => connection.getSenders().find(({ track }) => track?.kind === 'audio'));
    connection.addEventListener('track', ({ track, streams }) => {
      this.#audio.play(streams[0] ?? new MediaStream([track]));
    });
    connection.addEventListener('connectionstatechange', () => this.#observer.onConnectionState());
    // The engine ends a call as soon as it hears that ICE has failed: it does not hear it while we may reconnect.
    const hideFailure = (event: Event) => {
      if (connection.iceConnectionState === 'failed' && this.#observer.mayReconnect())
        event.stopImmediatePropagation();
    };
    connection.addEventListener('iceconnectionstatechange', hideFailure, { capture: true });
  }

  /** Measures the quality from now on, as long as the microphone gives sound. */
  watchQuality(): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#stopQuality ??= watchQuality({ getStats: () => connection.getStats() }, (quality) => {
      if (this.#audio.isSending) this.#observer.onQuality(quality);
    });
  }

  /**
   * Sets the direction of the sound, which counts from the next offer on. Returns the direction before. Once the
   * connection is closed it does nothing.
   */
  setDirection(direction: RTCRtpTransceiverDirection): RTCRtpTransceiverDirection {
    const [transceiver] = this.#connection?.getTransceivers() ?? [];
    const before = transceiver?.direction ?? 'sendrecv';
    if (transceiver && this.#connection?.signalingState !== 'closed') transceiver.direction = direction;
    return before;
  }

  /** Releases microphone and connection. */
  close(): void {
    this.#stopQuality?.();
    this.#connection?.close();
    this.#audio.close();
  }
}
