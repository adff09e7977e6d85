/** HubSpot cannot make the engagement, and says so: the call has no id in the CRM. */
import type { Fault } from '../fault.js';

export const engagementFailed: Fault = {
  wrong: 'CREATE_ENGAGEMENT_FAILED instead of an engagement.',
  right: 'Goes on with the call, and completes it at once when it has ended.',
  failsAt: 'create-engagement',
};
