/** Opens the microphone for a call, and releases it. */
import { microphoneErrorOf } from './microphone-trouble.js';
import { VoiceError } from './voice-error.js';

/** After this long without an answer, in ms, the browser is taken to be asking the user. */
const promptDelayMs = 1000;

/** How to ask for the microphone. */
export interface MicrophoneRequest {
  /** The device's id; empty for the browser's choice. Default: empty. */
  readonly deviceId?: string;
  /** Called if the browser seems to be asking the user and nobody has answered yet. */
  readonly onWaiting?: () => void;
  /** Gives up: a microphone that is granted later is released at once. */
  readonly signal?: AbortSignal;
}

/** Opens the microphone. Rejects with a `VoiceError` whose code says what the trouble is. */
export async function openMicrophone({
  deviceId = '',
  onWaiting,
  signal,
}: MicrophoneRequest = {}): Promise<MediaStream> {
  // Outside a secure context there is none.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) throw new VoiceError('MICROPHONE_BLOCKED', 'a page that is not served by https');
  const waiting = setTimeout(() => onWaiting?.(), promptDelayMs);
  signal?.addEventListener('abort', () => clearTimeout(waiting), { once: true });
  try {
    const stream = await media.getUserMedia({
      audio: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...(deviceId !== '' && { deviceId: { exact: deviceId } }),
      },
    });
    if (!signal?.aborted) return stream;
    closeMicrophone(stream);
    throw new VoiceError('NOT_POSSIBLE', 'the call is over');
  } catch (error) {
    throw error instanceof VoiceError ? error : await microphoneErrorOf(error);
  } finally {
    clearTimeout(waiting);
  }
}

/** Releases the microphone: stops every track of its stream. */
export function closeMicrophone(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Opens the microphone for a moment. Resolves with what went wrong, or undefined. For a provider's `check`. */
export async function checkMicrophone(deviceId: string): Promise<VoiceError | undefined> {
  try {
    closeMicrophone(await openMicrophone({ deviceId }));
    return undefined;
  } catch (error) {
    return VoiceError.from(error);
  }
}
