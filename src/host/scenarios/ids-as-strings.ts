import type { Scenario } from '../scenario.js';
import { oneCallToErin } from '../scenario-steps.js';

export const idsAsStrings: Scenario = {
  name: 'ids-as-strings',
  shows: 'Every id comes as text: the engagement is still the same one.',
  official: { passes: true, because: 'The app has to make numbers of them where it compares.' },
  faults: ['ids-as-strings'],
  steps: [{ host: 'dial', record: 101 }, { expect: 'DIAL_NUMBER', from: 'host' }, ...oneCallToErin],
};
