/** Counts the sounds that begin: each has an audio context of its own. */

/** Counts from now on. `stop` gives the number, and counts no more. */
export function countSounds(): { stop(): number } {
  const { AudioContext: Original } = globalThis;
  let begun = 0;
  globalThis.AudioContext = class extends Original {
    constructor(options?: AudioContextOptions) {
      super(options);
      begun += 1;
    }
  };
  return {
    stop() {
      globalThis.AudioContext = Original;
      return begun;
    },
  };
}
