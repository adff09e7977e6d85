/** The try before the first call: is there a microphone, and does sound get from one connection to another. */
import { closeMicrophone, openMicrophone } from '../microphone.js';
import { VoiceError } from '../voice-error.js';
import { Line } from './line.js';

/** Opens the microphone for a moment; gives what is wrong with it. */
export async function tryMicrophone(deviceId: string): Promise<VoiceError | undefined> {
  try {
    closeMicrophone(await openMicrophone({ deviceId }));
    return undefined;
  } catch (thrown) {
    return VoiceError.from(thrown);
  }
}

/** Connects two connections for a moment; gives what is wrong with that. */
export async function tryMedia(): Promise<VoiceError | undefined> {
  if (typeof RTCPeerConnection === 'undefined')
    return new VoiceError('NOT_SUPPORTED', 'a browser without WebRTC');
  const line = new Line(() => undefined);
  try {
    line.near.addTransceiver('audio');
    await line.open();
    return undefined;
  } catch (thrown) {
    return thrown instanceof VoiceError
      ? thrown
      : new VoiceError('MEDIA_FAILED', undefined, { cause: thrown });
  } finally {
    line.close();
  }
}
