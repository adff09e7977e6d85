/** HubSpot cannot write into the CRM what the agent saved, and says so. */
import type { Fault } from '../fault.js';

export const updateFailed: Fault = {
  wrong: 'UPDATE_ENGAGEMENT_FAILED when a call is completed.',
  right: 'Tells the user, keeps the notes, and can save again.',
  failsAt: 'update-engagement',
};
