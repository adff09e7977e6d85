/** What the tests see of the browser's phone parts: every connection and every track that was opened. */

/** What has been opened in a window. */
export interface Seen {
  readonly connections: RTCPeerConnection[];
  readonly tracks: MediaStreamTrack[];
  /** How often the microphone was asked for. */
  asked: number;
  /** The name of the error by which the microphone is refused. */
  refusal: string | undefined;
}

/** Runs in the page before anything else. */
export function spy(): void {
  const seen: Seen = { connections: [], tracks: [], asked: 0, refusal: undefined };
  Object.assign(window, { seen });
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      seen.connections.push(this);
    }
  };
  // Where there is no secure context there is none.
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
