/** HubSpot cannot open the record that the widget asks for, and says so. */
import type { Fault } from '../fault.js';

export const navigationFailed: Fault = {
  wrong: 'NAVIGATE_TO_RECORD_FAILED for a record that is there.',
  right: 'Tells the user, and goes on with the call.',
  failsAt: 'open-record',
};
