/** The way between the two ends of a loopback call: two peer connections in one page, and what they agree on. */
import { VoiceError } from '../voice-error.js';

/** One end of the line. */
export type LineEnd = 'near' | 'far';

export class Line {
  readonly near = new RTCPeerConnection();
  readonly far = new RTCPeerConnection();
  readonly #connected: Promise<void>;
  readonly #lost: Promise<never>;
  #lose: (reason: VoiceError) => void = () => undefined;
  #agreeing: Promise<void> = Promise.resolve();

  /** @param onState Told how the way to the far end is, as often as that changes. */
  constructor(onState: (state: RTCPeerConnectionState) => void) {
    const { near } = this;
    this.#lost = new Promise((_, reject) => (this.#lose = reject));
    this.#connected = new Promise((resolve) => {
      near.addEventListener('connectionstatechange', () => {
        onState(near.connectionState);
        if (near.connectionState === 'connected') resolve();
        if (near.connectionState === 'failed') this.#lose(new VoiceError('MEDIA_FAILED', 'no way there'));
      });
    });
    // Nobody need wait for it.
    this.#lost.catch(() => undefined);
  }

  /** What sends from the near end, once it is open. */
  get sender(): RTCRtpSender | undefined {
    return this.near.getSenders()[0];
  }

  /** What is heard at an end. The same track as long as the line is open, also over holds. */
  heard(end: LineEnd): MediaStream {
    return new MediaStream(this[end].getReceivers().map(({ track }) => track));
  }

  /** Brings both ends together. Each sends what was added to its connection before. */
  async open(): Promise<void> {
    const agreed = this.#agree('near');
    carry(this.near, this.far, agreed);
    carry(this.far, this.near, agreed);
    await Promise.race([Promise.all([agreed, this.#connected]), this.#lost]);
  }

  /** One end holds: it neither sends nor receives. The other end's hold stays as it is. */
  async hold(end: LineEnd, isHeld: boolean): Promise<void> {
    for (const transceiver of this[end].getTransceivers())
      transceiver.direction = isHeld ? 'inactive' : 'sendrecv';
    await this.#agree(end);
  }

  close(): void {
    this.#lose(new VoiceError('NOT_POSSIBLE', 'the line is closed'));
    this.near.close();
    this.far.close();
  }

  // One after the other: two offers that cross would be refused.
  #agree(offering: LineEnd): Promise<void> {
    const [offerer, answerer] = offering === 'near' ? [this.near, this.far] : [this.far, this.near];
    const agreeing = this.#agreeing.then(async () => {
      const offer = await offerer.createOffer();
      await offerer.setLocalDescription(offer);
      await answerer.setRemoteDescription(offer);
      const answer = await answerer.createAnswer();
      await answerer.setLocalDescription(answer);
      await offerer.setRemoteDescription(answer);
    });
    this.#agreeing = agreeing.catch(() => undefined);
    // What a connection was asked before it was closed, it never answers.
    return Promise.race([agreeing, this.#lost]);
  }
}

// A candidate is of use only to an end that knows of the other.
function carry(from: RTCPeerConnection, to: RTCPeerConnection, agreed: Promise<void>): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (!candidate) return;
    // One that comes too late, after the line was closed, is not missed.
    agreed.then(() => to.addIceCandidate(candidate)).catch(() => undefined);
  });
}
