/** Transfers a call: REFER (RFC 3515), blind, or with Replaces (RFC 3891) to the far end of another call. */
import { VoiceError } from '../voice-error.js';
import { leftCallOf, type LeftCall } from './left-calls.js';
import type { EngineCall, SipMessage, SipUri } from './engine.js';

/** A transfer fails when nobody has answered it this long after the REFER, in ms. */
const transferTimeoutMs = 60_000;

/** What identifies the dialog of a call, and lets another call replace it. */
export interface Dialog {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  /** What it takes to hang the call up in another frame. Undefined if the message does not tell it. */
  readonly left: LeftCall | undefined;
}

/** The dialog of an inbound call from its INVITE, or of an outbound call from the response to ours. */
export function dialogOf(message: SipMessage, isInbound: boolean): Dialog {
  const { call_id: callId = '', from_tag: from = '', to_tag: to = '' } = message;
  const [localTag, remoteTag] = isInbound ? [to, from] : [from, to];
  return { callId, localTag, remoteTag, left: leftCallOf(message, isInbound) };
}

/** The address of a person, such that whoever calls it replaces a call with them (RFC 3891). */
export function withReplaces(person: SipUri, { callId, localTag, remoteTag }: Dialog): SipUri {
  const uri = person.clone();
  uri.clearParams();
  // The tags are named from the point of view of the person who is called.
  uri.setHeader('Replaces', encodeURIComponent(`${callId};to-tag=${remoteTag};from-tag=${localTag}`));
  return uri;
}

/**
 * Asks the far end to call somebody else. Resolves when it reports that they have answered; rejects with
 * `TRANSFER_FAILED`, or with the signal's reason. `onAccepted` is called when the far end agrees to try: from then on
 * it may hang up at any time.
 */
export async function transfer(
  call: EngineCall,
  target: SipUri,
  { signal, onAccepted }: { readonly signal: AbortSignal; readonly onAccepted: () => void },
): Promise<void> {
  const referral = call.refer(target);
  if (!referral) throw new VoiceError('NOT_POSSIBLE');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(new VoiceError('TRANSFER_FAILED'));
      onAbort = () => reject(signal.reason as Error);
      signal.addEventListener('abort', onAbort);
      timer = setTimeout(fail, transferTimeoutMs);
      referral.on('requestSucceeded', onAccepted);
      referral.on('requestFailed', fail);
      referral.on('failed', fail);
      referral.on('accepted', () => resolve());
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
