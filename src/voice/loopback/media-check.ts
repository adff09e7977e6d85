/** The media part of the pre-call check: whether sound gets from one peer connection to another. */
import { VoiceError } from '../voice-error.js';
import { ConnectionPair } from './connection-pair.js';

/** Connects a pair of connections for a moment. Resolves with what went wrong, or undefined. */
export async function checkMedia(): Promise<VoiceError | undefined> {
  if (typeof RTCPeerConnection === 'undefined')
    return new VoiceError('NOT_SUPPORTED', 'a browser without WebRTC');
  const connections = new ConnectionPair(() => undefined);
  try {
    connections.near.addTransceiver('audio');
    await connections.open();
    return undefined;
  } catch (thrown) {
    return thrown instanceof VoiceError
      ? thrown
      : new VoiceError('MEDIA_FAILED', undefined, { cause: thrown });
  } finally {
    connections.close();
  }
}
