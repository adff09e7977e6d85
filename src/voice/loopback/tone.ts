/** A tone that is sent in place of the microphone. */

/** A tone that is played until it is closed. */
export interface Tone {
  readonly stream: MediaStream;
  close(): void;
}

/** Starts a soft tone. Where the browser allows sound only after a user's gesture, it is silent until then. */
export function openTone(hertz = 330, volume = 0.1): Tone {
  const context = new AudioContext();
  const destination = new MediaStreamAudioDestinationNode(context);
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  oscillator.connect(new GainNode(context, { gain: volume })).connect(destination);
  oscillator.start();
  return {
    stream: destination.stream,
    close() {
      oscillator.stop();
      void context.close();
    },
  };
}
