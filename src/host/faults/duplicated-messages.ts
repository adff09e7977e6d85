/** Every message is sent twice in a row, exactly the same. */
import type { Fault } from '../fault.js';

export const duplicatedMessages: Fault = {
  wrong: 'Every message comes twice, with the same messageId.',
  right: 'Does what it says once: one call for one number.',
  sendInstead: (message) => [message, message],
};
