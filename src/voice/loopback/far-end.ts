/** The other end of a loopback call: it listens, echoes or plays a tone, and notes the digits it is sent. */
import { TypedEventTarget } from '../typed-events.js';
import type { FullScript } from './script.js';

/** Seconds until one hears oneself. */
const delayTime = 0.3;

export interface FarEndEventMap {
  /** A digit has come; it is the last one of `digits`. */
  digit: Event;
}

export class FarEnd extends TypedEventTarget<FarEndEventMap> {
  readonly #hangUp: () => void;
  #digits = '';
  #context: AudioContext | undefined;
  #reach: GainNode | undefined;
  #listener: HTMLAudioElement | undefined;

  /** @param hangUp - Ends the call from this end. */
  constructor(hangUp: () => void) {
    super();
    this.#hangUp = hangUp;
  }

  /** Ends the call from the other end: hangs up, declines while it rings there, gives up while it rings here. */
  hangUp(): void {
    this.#hangUp();
  }

  /** All digits it was sent. */
  get digits(): string {
    return this.#digits;
  }

  /** Takes part in a call: sends its sound through a connection, and hears what comes in by it. */
  join(connection: RTCPeerConnection, { plays, quality }: Pick<FullScript, 'plays' | 'quality'>): void {
    const context = (this.#context = new AudioContext());
    const destination = new MediaStreamAudioDestinationNode(context);
    const reach = (this.#reach = new GainNode(context));
    reach.connect(quality === 'poor' ? choppedInto(destination) : destination);
    if (plays === 'tone') toneInto(reach);
    connection.addEventListener(
      'track',
      ({ track }) => {
        const heard = new MediaStream([track]);
        // Chromium lets the sound of a connection into Web Audio only while an element plays it.
        this.#listener = new Audio();
        this.#listener.muted = true;
        this.#listener.srcObject = heard;
        void this.#listener.play().catch(() => undefined);
        if (plays === 'echo') {
          const source = new MediaStreamAudioSourceNode(context, { mediaStream: heard });
          source.connect(new DelayNode(context, { delayTime })).connect(reach);
        }
      },
      { once: true },
    );
    for (const track of destination.stream.getTracks()) connection.addTrack(track, destination.stream);
  }

  /** Lets its sound through, or not, as when the network is lost. */
  setReachable(isReachable: boolean): void {
    if (this.#reach) this.#reach.gain.value = isReachable ? 1 : 0;
  }

  /** Notes a digit. */
  hear(digit: string): void {
    this.#digits += digit;
    this.dispatchEvent(new Event('digit'));
  }

  /** Lets go of everything but the digits. */
  leave(): void {
    if (this.#listener) this.#listener.srcObject = null;
    this.#listener = undefined;
    this.#reach = undefined;
    void this.#context?.close();
    this.#context = undefined;
  }
}

// Four times a second nothing comes through.
function choppedInto(destination: AudioNode): AudioNode {
  const { context } = destination;
  const gate = new GainNode(context, { gain: 0.5 });
  const clock = new OscillatorNode(context, { type: 'square', frequency: 4 });
  clock.connect(new GainNode(context, { gain: 0.5 })).connect(gate.gain);
  clock.start();
  gate.connect(destination);
  return gate;
}

function toneInto(destination: AudioNode): void {
  const { context } = destination;
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(new GainNode(context, { gain: 0.1 })).connect(destination);
  oscillator.start();
}
