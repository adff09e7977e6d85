/** Writes messages to the console. Called only with `debug` on; nothing else in the link writes there. */
import type { Envelope } from './envelope.js';
import { maskedPayload, maskNumbers } from './mask.js';

/** Writes one line for a message, phone numbers masked. `direction` is such as `to HubSpot`. */
export function logMessage(direction: string, { type, data }: Pick<Envelope, 'type' | 'data'>): void {
  console.log(`[hs-calling] ${direction} ${maskNumbers(type)} ${maskedPayload(data)}`);
}
