/** The two peer connections of a loopback call, both in this page, and their offers and answers. */
import { VoiceError } from '../voice-error.js';

/** An end of the call: `near` is ours. */
export type ConnectionEnd = 'near' | 'far';

export class ConnectionPair {
  readonly near = new RTCPeerConnection();
  readonly far = new RTCPeerConnection();
  readonly #connected: Promise<void>;
  /** Rejects when the connection fails or is closed. */
  readonly #failed: Promise<never>;
  #fail: (reason: VoiceError) => void = () => undefined;
  /** The last negotiation; the next one waits for it. */
  #negotiation: Promise<void> = Promise.resolve();

  /** @param onState Called with each state of the near connection. */
  constructor(onState: (state: RTCPeerConnectionState) => void) {
    const { near } = this;
    this.#failed = new Promise((_, reject) => (this.#fail = reject));
    this.#connected = new Promise((resolve) => {
      near.addEventListener('connectionstatechange', () => {
        onState(near.connectionState);
        if (near.connectionState === 'connected') resolve();
        if (near.connectionState === 'failed') this.#fail(new VoiceError('MEDIA_FAILED', 'no way there'));
      });
    });
    // Without this, a pair that fails while nothing waits for it would raise an unhandled rejection.
    this.#failed.catch(() => undefined);
  }

  /** The sender of the near end's sound; undefined before the pair is open. */
  get sender(): RTCRtpSender | undefined {
    return this.near.getSenders()[0];
  }

  /** The sound that arrives at an end. Its track stays the same until the pair is closed, also over holds. */
  received(end: ConnectionEnd): MediaStream {
    return new MediaStream(this[end].getReceivers().map(({ track }) => track));
  }

  /** Connects both ends. Each sends the tracks that were added to its connection before. */
  async open(): Promise<void> {
    const negotiated = this.#negotiate('near');
    trickle(this.near, this.far, negotiated);
    trickle(this.far, this.near, negotiated);
    await Promise.race([Promise.all([negotiated, this.#connected]), this.#failed]);
  }

  /** Holds or resumes at one end: held, it neither sends nor receives. The other end's hold stays as it is. */
  async hold(end: ConnectionEnd, isHeld: boolean): Promise<void> {
    for (const transceiver of this[end].getTransceivers())
      transceiver.direction = isHeld ? 'inactive' : 'sendrecv';
    await this.#negotiate(end);
  }

  close(): void {
    this.#fail(new VoiceError('NOT_POSSIBLE', 'the connection is closed'));
    this.near.close();
    this.far.close();
  }

  // One offer at a time: a browser refuses the second of two that cross.
  #negotiate(offering: ConnectionEnd): Promise<void> {
    const [offerer, answerer] = offering === 'near' ? [this.near, this.far] : [this.far, this.near];
    const negotiation = this.#negotiation.then(async () => {
      const offer = await offerer.createOffer();
      await offerer.setLocalDescription(offer);
      await answerer.setRemoteDescription(offer);
      const answer = await answerer.createAnswer();
      await answerer.setLocalDescription(answer);
      await offerer.setRemoteDescription(answer);
    });
    this.#negotiation = negotiation.catch(() => undefined);
    // The promises of a connection that is closed meanwhile never settle.
    return Promise.race([negotiation, this.#failed]);
  }
}

/** Passes ICE candidates from one end to the other, once that has the description they belong to. */
function trickle(from: RTCPeerConnection, to: RTCPeerConnection, negotiated: Promise<void>): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (!candidate) return;
    // A candidate that comes after the end is not needed any more.
    negotiated.then(() => to.addIceCandidate(candidate)).catch(() => undefined);
  });
}
