/** Notes every peer connection, every microphone track and every sound of a page, for the tests. */

/** What a window has opened. */
export interface OpenedMedia {
  readonly connections: RTCPeerConnection[];
  readonly tracks: MediaStreamTrack[];
  /** Whether a microphone track was enabled while it was watched. */
  wasOpen: boolean;
  /** How often the microphone was asked for. */
  asked: number;
  /** The name of the error by which `getUserMedia` is to reject; undefined: it opens the microphone. */
  refusal: string | undefined;
  /** What was played on the speakers: of each audio context, how loud it was so far. */
  readonly sounds: { peak: number }[];
}

/** Runs in the page before anything else. */
export function spyOnMedia(): void {
  const seen: OpenedMedia = {
    connections: [],
    tracks: [],
    wasOpen: false,
    asked: 0,
    refusal: undefined,
    sounds: [],
  };
  Object.assign(window, { seen });
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      seen.connections.push(this);
    }
  };
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      const sound = { peak: 0 };
      const meter = new AnalyserNode(this, { fftSize: 32_768 });
      const { destination } = this;
      Object.defineProperty(this, 'destination', { value: meter });
      meter.connect(destination);
      seen.sounds.push(sound);
      const levels = new Float32Array(meter.fftSize);
      const measuring = setInterval(() => {
        if (this.state === 'closed') clearInterval(measuring);
        meter.getFloatTimeDomainData(levels);
        sound.peak = Math.max(sound.peak, ...levels.map(Math.abs));
      }, 250);
    }
  };
  // Undefined outside a secure context.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) return;
  const ask = media.getUserMedia.bind(media);
  media.getUserMedia = async (constraints) => {
    seen.asked += 1;
    if (seen.refusal !== undefined) throw new DOMException('', seen.refusal);
    const stream = await ask(constraints);
    seen.tracks.push(...stream.getTracks());
    return stream;
  };
}
