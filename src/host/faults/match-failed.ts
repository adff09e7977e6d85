/** HubSpot cannot look for the caller among the records, and says so. */
import type { Fault } from '../fault.js';

export const matchFailed: Fault = {
  wrong: 'CALLER_ID_MATCH_FAILED for a caller that the CRM has.',
  right: 'Shows the number, and not the caller before.',
  failsAt: 'match-caller',
};
