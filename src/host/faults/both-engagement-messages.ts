/** The engagement is announced twice: by the old message, with a messageId of its own, and by the new one. */
import type { Fault } from '../fault.js';

export const bothEngagementMessages: Fault = {
  wrong: 'ENGAGEMENT_CREATED comes besides CREATE_ENGAGEMENT_SUCCEEDED.',
  right: 'Takes both for one engagement.',
  sendInstead: (message) =>
    message.type === 'CREATE_ENGAGEMENT_SUCCEEDED'
      ? [{ ...message, type: 'ENGAGEMENT_CREATED', messageId: `${message.messageId}-old` }, message]
      : [message],
};
