import type { Scenario } from '../scenario.js';
import { oneCallToErin } from '../scenario-steps.js';

export const oldNumberField: Scenario = {
  name: 'old-number-field',
  shows: 'The number comes as phone_number, as older hosts say it.',
  official: { passes: true, because: 'The app has to read phone_number as well.' },
  faults: ['old-number-field'],
  steps: [{ host: 'dial', record: 101 }, ...oneCallToErin],
};
