/** Handing a call over (REFER, RFC 3515), and what becomes of it. */
import { VoiceError } from '../voice-error.js';
import type { EngineCall, SipMessage, SipUri } from './engine.js';

/** A server that has accepted may take this long, in ms, to tell whether somebody answered. */
const patience = 60_000;

/** The two ends of a call, by which it can be replaced. */
export interface Dialog {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
}

/** The ends of a call, from the request that came in or the response to ours. */
export function dialogOf(message: SipMessage, isInbound: boolean): Dialog {
  const { call_id: callId = '', from_tag: from = '', to_tag: to = '' } = message;
  return isInbound ? { callId, localTag: to, remoteTag: from } : { callId, localTag: from, remoteTag: to };
}

/** The address of a person, so that who calls it takes the place of a call with them (RFC 3891). */
export function replacing(person: SipUri, { callId, localTag, remoteTag }: Dialog): SipUri {
  const uri = person.clone();
  uri.clearParams();
  // Tags are named as the one sees them who is called: the far end's own comes second.
  uri.setHeader('Replaces', encodeURIComponent(`${callId};to-tag=${remoteTag};from-tag=${localTag}`));
  return uri;
}

/**
 * Asks the other end to call somebody else, and resolves when it says that somebody has answered. `onAccepted` when
 * it agrees to try: from then on it may hang up any time. Rejects with `TRANSFER_FAILED`.
 */
export async function transfer(
  call: EngineCall,
  target: SipUri,
  { signal, onAccepted }: { readonly signal: AbortSignal; readonly onAccepted: () => void },
): Promise<void> {
  const referral = call.refer(target);
  if (!referral) throw new VoiceError('NOT_POSSIBLE');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(new VoiceError('TRANSFER_FAILED'));
      stop = () => reject(signal.reason as Error);
      signal.addEventListener('abort', stop);
      timer = setTimeout(fail, patience);
      referral.on('requestSucceeded', onAccepted);
      referral.on('requestFailed', fail);
      referral.on('failed', fail);
      referral.on('accepted', () => resolve());
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
