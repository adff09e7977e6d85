/** The other end of a loopback call: it echoes what it hears or plays a tone, and notes the DTMF digits it is sent. */
import { TypedEventTarget } from '../typed-events.js';
import type { FullScript } from './script.js';

/** The delay of the echo, in seconds. */
const echoDelaySeconds = 0.3;

export interface FarEndEventMap {
  /** A digit has arrived; it is the last one of `digits`. */
  digit: Event;
}

export class FarEnd extends TypedEventTarget<FarEndEventMap> {
  readonly #hangUp: () => void;
  #digits = '';
  #message: string | undefined;
  #context: AudioContext | undefined;
  #output: GainNode | undefined;
  #listener: HTMLAudioElement | undefined;

  /** @param hangUp Ends the call from the far end. */
  constructor(hangUp: () => void) {
    super();
    this.#hangUp = hangUp;
  }

  /** Hangs up at the far end: ends an established call, declines an outbound one that rings, cancels an inbound one. */
  hangUp(): void {
    this.#hangUp();
  }

  /** Every DTMF digit it was sent, in order. */
  get digits(): string {
    return this.#digits;
  }

  /** The id of the recorded message that was left with it; undefined if none was. */
  get message(): string | undefined {
    return this.#message;
  }

  /** Joins a call: sends its sound through a connection, and hears what arrives through it. */
  join(connection: RTCPeerConnection, { plays, quality }: Pick<FullScript, 'plays' | 'quality'>): void {
    const context = (this.#context = new AudioContext());
    const destination = new MediaStreamAudioDestinationNode(context);
    const output = (this.#output = new GainNode(context));
    output.connect(quality === 'poor' ? choppedInto(destination) : destination);
    if (plays === 'tone') toneInto(output);
    connection.addEventListener(
      'track',
      ({ track }) => {
        const heard = new MediaStream([track]);
        // Chromium passes the sound of a connection to Web Audio only while an element plays it.
        this.#listener = new Audio();
        this.#listener.muted = true;
        this.#listener.srcObject = heard;
        void this.#listener.play().catch(() => undefined);
        if (plays === 'echo') {
          const source = new MediaStreamAudioSourceNode(context, { mediaStream: heard });
          source.connect(new DelayNode(context, { delayTime: echoDelaySeconds })).connect(output);
        }
      },
      { once: true },
    );
    for (const track of destination.stream.getTracks()) connection.addTrack(track, destination.stream);
  }

  /** Whether its sound gets through; not while the network is lost. */
  setReachable(isReachable: boolean): void {
    if (this.#output) this.#output.gain.value = isReachable ? 1 : 0;
  }

  /** A DTMF digit arrives. */
  hear(digit: string): void {
    this.#digits += digit;
    this.dispatchEvent(new Event('digit'));
  }

  /** A recorded message is left with it. */
  hearMessage(messageId: string): void {
    this.#message = messageId;
  }

  /** Leaves the call and releases its sound. The digits stay. */
  leave(): void {
    if (this.#listener) this.#listener.srcObject = null;
    this.#listener = undefined;
    this.#output = undefined;
    void this.#context?.close();
    this.#context = undefined;
  }
}

/** A node whose input reaches the destination with a gap four times a second. */
function choppedInto(destination: AudioNode): AudioNode {
  const { context } = destination;
  const gate = new GainNode(context, { gain: 0.5 });
  const clock = new OscillatorNode(context, { type: 'square', frequency: 4 });
  clock.connect(new GainNode(context, { gain: 0.5 })).connect(gate.gain);
  clock.start();
  gate.connect(destination);
  return gate;
}

/** Plays a tone of 440 Hz into a node. */
function toneInto(destination: AudioNode): void {
  const { context } = destination;
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(new GainNode(context, { gain: 0.1 })).connect(destination);
  oscillator.start();
}
