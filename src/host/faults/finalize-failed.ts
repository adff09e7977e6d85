/** HubSpot cannot close the help desk’s call, and says so. */
import type { Fault } from '../fault.js';

export const finalizeFailed: Fault = {
  wrong: 'FINALIZE_ENGAGEMENT_FAILED after a call of the help desk.',
  right: 'Tells the user.',
  failsAt: 'finalize',
};
