/** Counts the sounds that begin: each has an audio context of its own. */

/** Counts from now on. `stop` gives the number, and counts no more. */
export function countSounds(): { readonly playing: number; stop(): number } {
  const { AudioContext: Original } = globalThis;
  let begun = 0;
  let ended = 0;
  globalThis.AudioContext = class extends Original {
    constructor(options?: AudioContextOptions) {
      super(options);
      begun += 1;
    }
    override close(): Promise<void> {
      ended += 1;
      return super.close();
    }
  };
  return {
    /** Those that have begun and go on. */
    get playing() {
      return begun - ended;
    },
    stop() {
      globalThis.AudioContext = Original;
      return begun;
    },
  };
}
