/** The widget’s first answer to SYNC never arrives; the second one does. */
import type { Fault } from '../fault.js';

export const lostAcknowledgement: Fault = {
  wrong: 'The first SYNC_ACK is lost: SYNC comes again until one arrives.',
  right: 'Answers a later SYNC as well.',
  lostAcknowledgements: 1,
};
