import type { Scenario } from '../scenario.js';
import { callIsAnswered, hungUpAndCompleted } from '../scenario-steps.js';

export const unknownMessage: Scenario = {
  name: 'unknown-message',
  shows: 'HubSpot says something that no widget knows: it is told so, and all goes on.',
  official: { passes: true, because: 'The SDK answers UNKNOWN_MESSAGE_TYPE and calls defaultEventHandler.' },
  steps: [
    { host: 'send', type: 'SOMETHING_NEW', data: { is: 'here' } },
    {
      expect: 'ERROR',
      data: { type: 'UNKNOWN_MESSAGE_TYPE', data: { originalMessage: { type: 'SOMETHING_NEW' } } },
    },
    ...callIsAnswered,
    ...hungUpAndCompleted,
  ],
};
