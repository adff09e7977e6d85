/** Finds what a provider has taken from the page and not given back: tracks, connections, sound, timers. */

/** A watch over what is taken from a page. */
export interface Leftovers {
  /** What has been taken since the watch began and is still there, one entry in words for each. */
  list(): readonly string[];
  /** Ends the watch: the page has its own functions back. */
  stop(): void;
}

/**
 * Starts a watch: until it is stopped, the page's constructors of connections and audio contexts, its timers and
 * `getUserMedia` are replaced by ones that note each use. What was taken before does not count.
 */
export function watchLeftovers(): Leftovers {
  const found: (() => string | undefined)[] = [];
  const undo: (() => void)[] = [];
  const replace = <K extends keyof typeof globalThis>(name: K, by: (typeof globalThis)[K]) => {
    const before = globalThis[name];
    undo.push(() => Object.assign(globalThis, { [name]: before }));
    Object.assign(globalThis, { [name]: by });
  };

  if ('RTCPeerConnection' in globalThis) {
    replace(
      'RTCPeerConnection',
      class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          found.push(() => (this.signalingState === 'closed' ? undefined : 'an open RTCPeerConnection'));
        }
      },
    );
  }
  if ('AudioContext' in globalThis) {
    replace(
      'AudioContext',
      class extends AudioContext {
        constructor(options?: AudioContextOptions) {
          super(options);
          found.push(() => (this.state === 'closed' ? undefined : `an AudioContext that is ${this.state}`));
        }
      },
    );
  }
  undo.push(watchMicrophone(found));
  undo.push(watchTimers(found, replace));

  return {
    list: () => found.map((look) => look()).filter((words) => words !== undefined),
    stop() {
      for (const step of undo) step();
    },
  };
}

function watchMicrophone(found: (() => string | undefined)[]): () => void {
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) return () => undefined;
  // A test may have put a function of its own there, which has to come back.
  const before = Object.getOwnPropertyDescriptor(media, 'getUserMedia');
  const open = media.getUserMedia.bind(media);
  Object.defineProperty(media, 'getUserMedia', {
    configurable: true,
    value: async (constraints?: MediaStreamConstraints) => {
      const stream = await open(constraints);
      for (const track of stream.getTracks())
        found.push(() => (track.readyState === 'live' ? `a live ${track.kind} track` : undefined));
      return stream;
    },
  });
  return () => {
    if (before) Object.defineProperty(media, 'getUserMedia', before);
    else Reflect.deleteProperty(media, 'getUserMedia');
  };
}

function watchTimers(
  found: (() => string | undefined)[],
  replace: <K extends keyof typeof globalThis>(name: K, by: (typeof globalThis)[K]) => void,
): () => void {
  const running = new Set<unknown>();
  const note = (timer: unknown, words: string) => {
    running.add(timer);
    found.push(() => (running.has(timer) ? words : undefined));
  };
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;
  const start = ((handler: () => void, ms?: number) => {
    const timer = setTimeout(() => {
      running.delete(timer);
      handler();
    }, ms);
    note(timer, `a timer of ${ms ?? 0} ms`);
    return timer;
  }) as typeof setTimeout;
  const repeat = ((handler: () => void, ms?: number) => {
    const timer = setInterval(handler, ms);
    note(timer, `an interval of ${ms ?? 0} ms`);
    return timer;
  }) as typeof setInterval;
  replace('setTimeout', start);
  replace('setInterval', repeat);
  replace('clearTimeout', (timer) => {
    running.delete(timer);
    clearTimeout(timer);
  });
  replace('clearInterval', (timer) => {
    running.delete(timer);
    clearInterval(timer);
  });
  return () => running.clear();
}
