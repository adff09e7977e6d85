/** A re-INVITE: a new offer within a call, for hold or for an ICE restart. */
import { VoiceError } from '../voice-error.js';
import type { EngineCall, SipMessage } from './engine.js';
import { waitForConnection } from './wait-for-connection.js';

/** An offer that still lacks ICE candidates after this time, in ms, is sent with those there are. */
export const iceGatheringTimeoutMs = 1000;

/** An offer of the far end is given this time, in ms, to be answered before ours is made. */
const remoteOfferTimeoutMs = 1000;

/**
 * Sends an offer and applies the answer. Rejects when it is refused or gets lost; the call is then as it was before.
 * The engine's own re-INVITE is not used: it ends the call when the far end refuses.
 */
export async function sendReInvite(call: EngineCall, iceRestart = false): Promise<void> {
  const { connection } = call;
  if (connection) await signalingIsStable(connection);
  if (!connection) throw new VoiceError('NOT_POSSIBLE', 'no connection yet');
  // An offer of the far end is being answered: the two have crossed.
  if (!call.isReadyToReOffer()) throw new ReInviteRefused(491);
  await connection.setLocalDescription(await connection.createOffer({ iceRestart }));
  try {
    await iceIsGathered(connection);
    const answer = await sendOffer(call, connection.localDescription?.sdp ?? '');
    await connection.setRemoteDescription({ type: 'answer', sdp: answer.body ?? '' });
  } catch (error) {
    if (connection.signalingState === 'have-local-offer') {
      await connection.setLocalDescription({ type: 'rollback' });
    }
    throw error;
  }
}

/** A re-INVITE was refused, or nobody answered it. */
export class ReInviteRefused extends Error {
  /** @param status The SIP status; undefined when there was no answer. */
  constructor(readonly status: number | undefined) {
    super(`re-INVITE: ${status ?? 'no answer'}`);
  }
}

function sendOffer(call: EngineCall, body: string): Promise<SipMessage> {
  return new Promise((resolve, reject) => {
    const refuse = (response?: SipMessage) => reject(new ReInviteRefused(response?.status_code));
    call.sendRequest('INVITE', {
      extraHeaders: [`Contact: ${call.contact}`, 'Content-Type: application/sdp'],
      body,
      eventHandlers: {
        onSuccessResponse(response) {
          // Called again for each repetition of the response: its ACK was lost and has to be sent again.
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

const signalingIsStable = (connection: RTCPeerConnection): Promise<void> =>
  waitForConnection(
    connection,
    'signalingstatechange',
    () => connection.signalingState === 'stable',
    remoteOfferTimeoutMs,
  );

const iceIsGathered = (connection: RTCPeerConnection): Promise<void> =>
  waitForConnection(
    connection,
    'icegatheringstatechange',
    () => connection.iceGatheringState === 'complete',
    iceGatheringTimeoutMs,
  );
