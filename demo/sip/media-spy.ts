/** Notes every peer connection and every microphone track that a page opens, for the tests. */

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
}

/** Runs in the page before anything else. */
export function spyOnMedia(): void {
  const seen: OpenedMedia = { connections: [], tracks: [], wasOpen: false, asked: 0, refusal: undefined };
  Object.assign(window, { seen });
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      seen.connections.push(this);
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
