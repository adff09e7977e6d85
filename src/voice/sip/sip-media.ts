/** The sound of a SIP call: what goes out and comes in, and over which connection. */
import type { CallQuality } from '../../call/index.js';
import { CallAudio } from '../call-audio.js';
import type { BrowserDevices } from '../devices.js';
import { watchQuality } from '../quality.js';

/** What the call is told. */
export interface MediaObserver {
  /** The connection came about, or got lost. */
  changed(state: RTCPeerConnectionState): void;
  measured(quality: CallQuality): void;
  /** Whether a connection that failed is looked for. */
  keeps(): boolean;
}

export class SipMedia {
  readonly audio: CallAudio;
  readonly #observer: MediaObserver;
  #connection: RTCPeerConnection | undefined;
  #stopQuality: (() => void) | undefined;

  constructor(devices: BrowserDevices, observer: MediaObserver) {
    this.audio = new CallAudio(devices);
    this.#observer = observer;
  }

  /** The state of the connection; undefined before there is one. */
  get state(): RTCPeerConnectionState | undefined {
    return this.#connection?.connectionState;
  }

  /** The call has its connection. */
  follow(connection: RTCPeerConnection): void {
    this.#connection = connection;
    this.audio.sendThrough(() => connection.getSenders().find(({ track }) => track?.kind === 'audio'));
    connection.addEventListener('track', ({ track, streams }) => {
      this.audio.play(streams[0] ?? new MediaStream([track]));
    });
    connection.addEventListener('connectionstatechange', () => {
      this.#observer.changed(connection.connectionState);
    });
    // The engine ends a call whose connection fails; while there is hope it must not hear of that.
    const keep = (event: Event) => {
      if (connection.iceConnectionState === 'failed' && this.#observer.keeps())
        event.stopImmediatePropagation();
    };
    connection.addEventListener('iceconnectionstatechange', keep, { capture: true });
  }

  /** Measures from now on how well the other end is heard. */
  watchQuality(): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#stopQuality ??= watchQuality({ getStats: () => connection.getStats() }, (quality) =>
      this.#observer.measured(quality),
    );
  }

  /** Which way the sound goes from the next offer on. Returns what was before. */
  turn(direction: RTCRtpTransceiverDirection): RTCRtpTransceiverDirection {
    const [transceiver] = this.#connection?.getTransceivers() ?? [];
    const before = transceiver?.direction ?? 'sendrecv';
    if (transceiver) transceiver.direction = direction;
    return before;
  }

  /** Lets go of everything. */
  close(): void {
    this.#stopQuality?.();
    this.#connection?.close();
    this.audio.close();
  }
}
