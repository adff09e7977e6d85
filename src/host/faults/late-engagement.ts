/** HubSpot makes the engagement when the call has ended instead of when it starts, so its id comes late. */
import type { Fault } from '../fault.js';

export const lateEngagement: Fault = {
  wrong: 'The engagement is made only after the call has ended.',
  right: 'Waits for the id before it completes the call.',
  makesEngagement: 'at-call-end',
};
