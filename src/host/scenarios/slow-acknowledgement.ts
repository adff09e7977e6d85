import type { Scenario } from '../scenario.js';
import { callIsAnswered } from '../scenario-steps.js';

export const slowAcknowledgement: Scenario = {
  name: 'slow-acknowledgement',
  shows: 'The answer to SYNC takes so long that SYNC comes again: the widget can be used all the same.',
  official: { passes: true, because: 'The SDK answers the first SYNC, and that answer arrives.' },
  faults: ['slow-acknowledgement'],
  steps: [...callIsAnswered, { says: 'OUTGOING_CALL_STARTED', times: 1 }],
};
