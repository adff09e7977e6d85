/** The widget’s answer to SYNC, and everything it says after that, arrives so late that SYNC was sent again. */
import type { Fault } from '../fault.js';

export const slowAcknowledgement: Fault = {
  wrong: 'SYNC_ACK, and what follows it, takes 350 ms to arrive: SYNC comes again although it was answered.',
  right: 'Is ready once. It may say INITIALIZED again, and begins nothing anew.',
  acknowledgementDelayMs: 350, // more than three times the usual gap between two SYNCs
};
