/** Writes messages, and what was not taken, to the console. Called only with `debug` on; nothing else writes there. */
import type { Envelope } from './envelope.js';
import { maskedPayload, maskNumbers } from './mask.js';

/** Writes which call the `callId` of a message names: HubSpot does not document it. It is an id, and no phone number. */
export function logCallId(type: string, callId: string | number, named: string): void {
  const id = typeof callId === 'number' ? String(callId) : maskNumbers(callId);
  console.log(`[hs-calling] callId ${id} of ${type} names ${named}`);
}

/** Writes one line for a message, phone numbers masked. `direction` is such as `to HubSpot`. */
export function logMessage(direction: string, { type, data }: Pick<Envelope, 'type' | 'data'>): void {
  console.log(`[hs-calling] ${direction} ${maskNumbers(type)} ${maskedPayload(data)}`);
}

/** Writes one line for what was refused or left out: its code, and where it was. Neither holds a phone number. */
export function logProblem(code: string, ...where: readonly (string | undefined)[]): void {
  console.log(['[hs-calling]', code, ...where].filter((part) => part !== undefined).join(' '));
}
