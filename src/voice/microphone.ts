/** The microphone: asked for when a call needs it, and what keeps it from being heard told apart. */
import type { MicrophoneTrouble, VoiceErrorCode } from '../call/index.js';
import { VoiceError } from './voice-error.js';

/** After this long without an answer, in ms, the browser is taken to be asking the user. */
const patience = 1000;

/** How to ask for the microphone. */
export interface MicrophoneRequest {
  /** The device's id; empty for the browser's choice. Default: empty. */
  readonly deviceId?: string;
  /** Called if the browser seems to be asking the user and nobody has answered yet. */
  readonly onWaiting?: () => void;
  /** Gives up: a microphone that comes later is closed at once. */
  readonly signal?: AbortSignal;
}

/** Opens the microphone. Rejects with a `VoiceError` that says what is in the way. */
export async function openMicrophone({
  deviceId = '',
  onWaiting,
  signal,
}: MicrophoneRequest = {}): Promise<MediaStream> {
  // Outside a secure context there is none.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) throw new VoiceError('MICROPHONE_BLOCKED', 'a page that is not served by https');
  const waiting = setTimeout(() => onWaiting?.(), patience);
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
    throw error instanceof VoiceError
      ? error
      : new VoiceError(await reasonOf(error), undefined, { cause: error });
  } finally {
    clearTimeout(waiting);
  }
}

/** Lets the microphone go. */
export function closeMicrophone(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

const troubles: Partial<Record<VoiceErrorCode, MicrophoneTrouble>> = {
  MICROPHONE_BLOCKED: 'blocked',
  MICROPHONE_DENIED: 'denied',
  MICROPHONE_DISMISSED: 'dismissed',
  MICROPHONE_MISSING: 'missing',
  MICROPHONE_IN_USE: 'in-use',
};

/** What an error says of the microphone; undefined if it is about something else. */
export function troubleOf(error: unknown): MicrophoneTrouble | undefined {
  return error instanceof VoiceError ? troubles[error.code] : undefined;
}

async function reasonOf(error: unknown): Promise<VoiceErrorCode> {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'MICROPHONE_MISSING';
    case 'NotReadableError':
    case 'AbortError':
      return 'MICROPHONE_IN_USE';
    case 'NotAllowedError':
    case 'SecurityError':
      return refusalOf();
    default:
      return 'MEDIA_FAILED';
  }
}

// One error stands for three reasons: the frame may not, the user will not, the user did not say.
async function refusalOf(): Promise<VoiceErrorCode> {
  if (!isAllowedByPolicy()) return 'MICROPHONE_BLOCKED';
  return (await permission()) === 'prompt' ? 'MICROPHONE_DISMISSED' : 'MICROPHONE_DENIED';
}

interface FeaturePolicy {
  allowsFeature(name: string): boolean;
}

// Chromium calls it featurePolicy still; the others do not tell.
function isAllowedByPolicy(): boolean {
  const { permissionsPolicy, featurePolicy } = document as {
    permissionsPolicy?: FeaturePolicy;
    featurePolicy?: FeaturePolicy;
  };
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature('microphone') ?? true;
}

async function permission(): Promise<PermissionState | undefined> {
  try {
    // Not every browser knows the name.
    return (await navigator.permissions.query({ name: 'microphone' })).state;
  } catch {
    return undefined;
  }
}
