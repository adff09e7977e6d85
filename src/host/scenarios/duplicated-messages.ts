import type { Scenario } from '../scenario.js';
import { oneCallToErin } from '../scenario-steps.js';

export const duplicatedMessages: Scenario = {
  name: 'duplicated-messages',
  shows: 'Every message comes twice: one call is made, and completed once.',
  official: { passes: true, because: 'The SDK hands both to the app, which must not dial while it dials.' },
  faults: ['duplicated-messages'],
  steps: [{ host: 'dial', record: 101 }, ...oneCallToErin],
};
