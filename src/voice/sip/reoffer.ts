/** A new offer within a call (re-INVITE): for hold, and to find the way back to the other end. */
import { VoiceError } from '../voice-error.js';
import type { EngineCall, SipMessage } from './engine.js';

/** After this long without the last candidate, in ms, an offer goes out with those there are. */
export const gatherTime = 1000;

/**
 * Offers anew and applies the answer. Rejects when it is refused or gets lost; the call is then as it was before.
 * The engine's own way to do this ends the call whenever the other end says no.
 */
export async function reoffer(call: EngineCall, iceRestart = false): Promise<void> {
  const { connection } = call;
  if (connection) await stable(connection);
  if (!connection || !call.isReadyToReOffer()) {
    throw new VoiceError('NOT_POSSIBLE', 'another change is under way');
  }
  await connection.setLocalDescription(await connection.createOffer({ iceRestart }));
  try {
    await gathered(connection);
    const answer = await invite(call, connection.localDescription?.sdp ?? '');
    await connection.setRemoteDescription({ type: 'answer', sdp: answer.body ?? '' });
  } catch (error) {
    if (connection.signalingState === 'have-local-offer') {
      await connection.setLocalDescription({ type: 'rollback' });
    }
    throw error;
  }
}

/** A re-INVITE was not accepted. */
export class ReofferRefused extends Error {
  /** @param status SIP's; undefined when there was no answer. */
  constructor(readonly status: number | undefined) {
    super(`re-INVITE: ${status ?? 'no answer'}`);
  }
}

function invite(call: EngineCall, body: string): Promise<SipMessage> {
  return new Promise((resolve, reject) => {
    const refuse = (response?: SipMessage) => reject(new ReofferRefused(response?.status_code));
    call.sendRequest('INVITE', {
      extraHeaders: [`Contact: ${call.contact}`, 'Content-Type: application/sdp'],
      body,
      eventHandlers: {
        onSuccessResponse(response) {
          // Comes again if the acknowledgement was lost.
          call.sendRequest('ACK');
          resolve(response);
        },
        onErrorResponse: refuse,
        onDialogError: refuse,
        onTransportError: () => refuse(),
        onRequestTimeout: () => refuse(),
      },
    });
  });
}

// An offer of the other end is answered first.
const stable = (connection: RTCPeerConnection): Promise<void> =>
  comesTrue(connection, 'signalingstatechange', () => connection.signalingState === 'stable');

const gathered = (connection: RTCPeerConnection): Promise<void> =>
  comesTrue(connection, 'icegatheringstatechange', () => connection.iceGatheringState === 'complete');

/** Waits until something is true of a connection, or for some time. */
export async function comesTrue(
  connection: RTCPeerConnection,
  event: 'signalingstatechange' | 'icegatheringstatechange' | 'connectionstatechange',
  isTrue: () => boolean,
  ms = gatherTime,
): Promise<void> {
  if (isTrue()) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      connection.removeEventListener(event, look);
      resolve();
    };
    const look = () => {
      if (isTrue()) done();
    };
    const timer = setTimeout(done, ms);
    connection.addEventListener(event, look);
  });
}
