/** HubSpot names every contact and company as a possible caller, whatever their numbers. */
import type { Fault } from '../fault.js';

export const severalMatches: Fault = {
  wrong: 'Every contact and company of the CRM is said to match a caller.',
  right: 'Lets the user choose; takes none of them by itself.',
  callerMatches: 'every-record',
};
