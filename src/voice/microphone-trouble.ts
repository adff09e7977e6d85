/** What a microphone's trouble is: the browser's error becomes a `VoiceError`, and that the trouble of a session. */
import type { MicrophoneTrouble, VoiceErrorCode } from '../call/index.js';
import { VoiceError } from './voice-error.js';

/** The trouble that each code stands for. */
const troubles: Partial<Record<VoiceErrorCode, MicrophoneTrouble>> = {
  MICROPHONE_BLOCKED: 'blocked',
  MICROPHONE_DENIED: 'denied',
  MICROPHONE_DISMISSED: 'dismissed',
  MICROPHONE_MISSING: 'missing',
  MICROPHONE_IN_USE: 'in-use',
};

/** The trouble that an error of `openMicrophone` stands for; undefined if it is not about the microphone. */
export function microphoneTroubleOf(error: unknown): MicrophoneTrouble | undefined {
  return error instanceof VoiceError ? troubles[error.code] : undefined;
}

/** Whether there will be no microphone unless somebody does something: any trouble but the browser's open question. */
export function isMicrophoneRefused(trouble: MicrophoneTrouble | undefined): boolean {
  return trouble !== undefined && trouble !== 'waiting';
}

/** What `getUserMedia` rejected with, as a `VoiceError`. */
export async function microphoneErrorOf(error: unknown): Promise<VoiceError> {
  return new VoiceError(await codeOf(error), undefined, { cause: error });
}

async function codeOf(error: unknown): Promise<VoiceErrorCode> {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'MICROPHONE_MISSING';
    case 'NotReadableError':
    case 'AbortError':
      return 'MICROPHONE_IN_USE';
    case 'NotAllowedError':
    case 'SecurityError':
      return refusalCode();
    default:
      return 'MEDIA_FAILED';
  }
}

// One error has three causes: the frame may not use the microphone, the user refused it, the user closed the question.
async function refusalCode(): Promise<VoiceErrorCode> {
  if (!isAllowedByPolicy()) return 'MICROPHONE_BLOCKED';
  return (await permission()) === 'prompt' ? 'MICROPHONE_DISMISSED' : 'MICROPHONE_DENIED';
}

interface FeaturePolicy {
  allowsFeature(name: string): boolean;
}

// Chromium still calls it `featurePolicy`; other browsers have neither, and the frame is taken to be allowed.
function isAllowedByPolicy(): boolean {
  const { permissionsPolicy, featurePolicy } = document as {
    permissionsPolicy?: FeaturePolicy;
    featurePolicy?: FeaturePolicy;
  };
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature('microphone') ?? true;
}

async function permission(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state;
  } catch {
    return undefined; // not every browser knows this permission
  }
}
