/** The media of a loopback call: the microphone or a tone, the peer connections, DTMF, the measured quality. */
import type { CallQuality } from '../../call/index.js';
import { CallAudio, type MicrophoneObserver } from '../call-audio.js';
import type { BrowserDevices } from '../devices.js';
import { VoiceError } from '../voice-error.js';
import { ConnectionPair, type ConnectionEnd } from './connection-pair.js';
import { DtmfQueue } from './dtmf-queue.js';
import type { FarEnd } from './far-end.js';
import { watchLoopbackQuality } from './loopback-quality.js';
import type { FullScript } from './script.js';
import type { ScriptClock } from './script-clock.js';
import { openTone, type Tone } from './tone.js';

/** Whether the microphone is used; see `LoopbackSettings`. */
export type MicrophoneUse = 'preferred' | 'required' | 'none';

export class LoopbackMedia {
  readonly #microphoneUse: MicrophoneUse;
  readonly #audio: CallAudio;
  readonly #dtmf: DtmfQueue;
  #tone: Tone | undefined;
  #connections: ConnectionPair | undefined;
  #stopQuality: (() => void) | undefined;
  #isClosed = false;

  /** @param onDigit Called with each DTMF digit as it goes out. */
  constructor(
    devices: BrowserDevices,
    microphoneUse: MicrophoneUse,
    onDigit: (digit: string) => void,
    observer: MicrophoneObserver,
  ) {
    this.#microphoneUse = microphoneUse;
    this.#audio = new CallAudio(devices, observer);
    this.#dtmf = new DtmfQueue(onDigit);
  }

  /** Whether a microphone, or a tone in its place, was opened. */
  get hasMicrophone(): boolean {
    return this.#audio.microphone !== undefined;
  }

  /** Opens the microphone again after it has ended. Rejects with a `VoiceError`; may be called again then. */
  reopenMicrophone(onWaiting: () => void): Promise<void> {
    return this.#audio.reopen(onWaiting);
  }

  /**
   * Opens the microphone, or a tone in its place where it is not wanted, or only preferred and not to be had. Rejects
   * with a `VoiceError` where it is required and not to be had; may be called again then.
   */
  async openMicrophone(onWaiting: () => void): Promise<void> {
    if (this.#microphoneUse !== 'none') {
      try {
        await this.#audio.open(onWaiting);
        return;
      } catch (thrown) {
        if (this.#microphoneUse === 'required' || this.#isClosed) throw thrown;
      }
    }
    this.#tone = openTone();
    this.#audio.send(this.#tone.stream);
  }

  /** Connects both ends, and plays what the far end sends. Rejects when there is no connection. */
  async connect(
    farEnd: FarEnd,
    script: FullScript,
    onState: (state: RTCPeerConnectionState) => void,
  ): Promise<void> {
    const connections = (this.#connections = new ConnectionPair(onState));
    this.#audio.sendThrough(() => connections.sender);
    connections.near.addTransceiver(this.#audio.microphone?.getAudioTracks()[0] ?? 'audio');
    farEnd.join(connections.far, script);
    await connections.open();
    if (!this.#isClosed) this.#audio.play(connections.received('near'));
  }

  /** Reports the quality from now on, as long as the microphone gives sound. */
  watchQuality(script: FullScript, clock: ScriptClock, onQuality: (quality: CallQuality) => void): void {
    if (!this.#connections) return;
    this.#stopQuality = watchLoopbackQuality(script, this.#connections.near, clock, (quality) => {
      if (this.#audio.isSending) onQuality(quality);
    });
  }

  setMuted(isMuted: boolean): void {
    this.#audio.setMuted(isMuted);
  }

  /** Holds or resumes at one end. Digits that wait are dropped: a held call sends no sound. */
  async hold(end: ConnectionEnd, isHeld: boolean): Promise<void> {
    if (!this.#connections) throw new VoiceError('NOT_POSSIBLE', 'not connected');
    if (isHeld) this.#dtmf.interrupt();
    try {
      await this.#connections.hold(end, isHeld);
    } catch (thrown) {
      throw new VoiceError('MEDIA_FAILED', 'hold', { cause: thrown });
    }
  }

  sendDigits(digits: string): Promise<void> {
    return this.#dtmf.send(this.#connections?.sender, digits);
  }

  /** Releases microphone, tone and connections. */
  close(): void {
    this.#isClosed = true;
    this.#dtmf.interrupt();
    this.#stopQuality?.();
    this.#connections?.close();
    this.#connections = undefined;
    this.#audio.close();
    this.#tone?.close();
  }
}
