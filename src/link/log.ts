/** The one place that writes messages to the console, and only when somebody asked for it. */
import type { Envelope } from './envelope.js';
import { maskedPayload, maskNumbers } from './mask.js';

/** One line a message, numbers masked. */
export function logMessage(direction: string, { type, data }: Pick<Envelope, 'type' | 'data'>): void {
  console.log(`[hs-calling] ${direction} ${maskNumbers(type)} ${maskedPayload(data)}`);
}
