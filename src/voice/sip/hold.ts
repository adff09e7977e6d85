/** Hold over SIP: the direction of the sound, in a new offer. */
import { VoiceError } from '../voice-error.js';
import type { Negotiation } from './negotiation.js';
import type { SipMedia } from './sip-media.js';

/** Offers to hold or to resume. Rejects `NOT_POSSIBLE` if the far end does not agree; all is as before then. */
export async function offerHold(isHeld: boolean, media: SipMedia, negotiation: Negotiation): Promise<void> {
  const before = media.setDirection(isHeld ? 'sendonly' : 'sendrecv');
  await negotiation.offer().catch((error: unknown) => {
    media.setDirection(before);
    throw new VoiceError('NOT_POSSIBLE', 'the other end does not agree', { cause: error });
  });
}
