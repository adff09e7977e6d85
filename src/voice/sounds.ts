/** The sounds of a call: ringtone, call waiting, ringback, busy. Made of sine waves; no file is loaded. */
import { onGesture } from './gestures.js';

/** A sound. `waiting`: the soft ring of a second call while the user talks in another. */
export type Sound = 'ringtone' | 'waiting' | 'ringback' | 'busy';

/** Parts of a sound that is repeated: for how many seconds, with which frequencies in Hz. Without any it is silence. */
type Pattern = readonly (readonly [seconds: number, ...frequencies: number[]])[];

// Ringback and busy are the tones of ITU-T E.180 that most of the world uses.
const patterns: Readonly<Record<Sound, Pattern>> = {
  ringtone: [[0.18, 659], [0.18, 784], [0.18, 659], [0.18, 784], [1.8]],
  waiting: [[0.15, 425], [0.15], [0.15, 425], [4]],
  ringback: [[1, 425], [4]],
  busy: [[0.48, 425], [0.48]],
};

/** How to play a sound. */
export interface SoundOptions {
  /** 0 to 1. Default: 0.3. */
  readonly volume?: number;
  /** The speaker's id, `''` for the system's. Default: the system's. */
  readonly sinkId?: string;
  /** Called with true if the browser lets nothing be heard before a gesture of the user, with false once that is over. */
  readonly onBlocked?: (isBlocked: boolean) => void;
}

/** A browser that lets a page sound has begun after this long, in ms. */
const startTimeoutMs = 500;

/** A sound that is being played. */
export interface PlayingSound {
  setVolume(volume: number): void;
  setSinkId(id: string): Promise<void>;
  /** Stops it and releases the audio context. */
  stop(): void;
}

/** Plays a sound over and over until it is stopped. Where the browser wants a user's gesture first, it starts with that. */
export function playSound(
  sound: Sound,
  { volume = 0.3, sinkId = '', onBlocked }: SoundOptions = {},
): PlayingSound {
  const context: AudioContext & { setSinkId?: (id: string) => Promise<void> } = new AudioContext();
  const gain = new GainNode(context, { gain: volume });
  const source = new AudioBufferSourceNode(context, { buffer: render(patterns[sound], context), loop: true });
  source.connect(gain).connect(context.destination);
  source.start();
  const setSinkId = async (id: string) => {
    await context.setSinkId?.(id);
  };
  const stopWaking = wake(context, onBlocked);
  // Needed because `context.state` becomes `closed` only some time after `close()`.
  let isStopped = false;
  if (sinkId !== '') void setSinkId(sinkId).catch(() => undefined);
  return {
    setVolume: (next) => gain.gain.setTargetAtTime(next, context.currentTime, 0.02),
    setSinkId,
    stop() {
      if (isStopped) return;
      isStopped = true;
      stopWaking();
      source.stop();
      void context.close();
    },
  };
}

/** Has a context sound, now or with the next gesture that the browser accepts, until the returned function is called. */
function wake(context: AudioContext, onBlocked: SoundOptions['onBlocked']): () => void {
  let isBlocked = false;
  const tell = (next: boolean) => {
    if (next === isBlocked) return;
    isBlocked = next;
    onBlocked?.(next);
  };
  const resume = () => void context.resume().catch(() => undefined);
  const stopListening = onGesture(resume);
  const timer = setTimeout(() => tell(true), startTimeoutMs);
  const stop = () => {
    stopListening();
    clearTimeout(timer);
    context.removeEventListener('statechange', look);
    tell(false);
  };
  const look = () => {
    if (context.state === 'running') stop();
  };
  context.addEventListener('statechange', look);
  look();
  return stop;
}

/** Each tone fades in and out, in seconds: without that it would click. */
const fadeSeconds = 0.01;

/** One round of a pattern as samples. */
function render(pattern: Pattern, { sampleRate }: AudioContext): AudioBuffer {
  const total = pattern.reduce((sum, [seconds]) => sum + seconds, 0);
  const buffer = new AudioBuffer({ length: Math.round(total * sampleRate), sampleRate });
  const samples = buffer.getChannelData(0);
  let start = 0;
  for (const [seconds, ...frequencies] of pattern) {
    const length = Math.round(seconds * sampleRate);
    if (frequencies.length > 0) {
      for (let i = 0; i < length; i += 1) {
        const at = i / sampleRate;
        const waves = frequencies.reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * at), 0);
        const envelope = Math.min(1, at / fadeSeconds, (seconds - at) / fadeSeconds);
        samples[start + i] = (waves / frequencies.length) * envelope;
      }
    }
    start += length;
  }
  return buffer;
}
