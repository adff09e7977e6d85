/** HubSpot makes no engagement for the call and does not say so: the widget waits for an id that never comes. */
import type { Fault } from '../fault.js';

export const noEngagement: Fault = {
  wrong: 'The engagement is never made, and nobody says so.',
  right: 'Completes the call without its id after a while: no notes are lost.',
  makesEngagement: 'never',
};
