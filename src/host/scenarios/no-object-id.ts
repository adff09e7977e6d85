import type { Scenario } from '../scenario.js';
import { oneCallToErin } from '../scenario-steps.js';

export const noObjectId: Scenario = {
  name: 'no-object-id',
  shows: 'DIAL_NUMBER names no record: the number is dialled all the same.',
  official: { passes: true, because: 'The app must not rely on objectId.' },
  faults: ['no-object-id'],
  steps: [
    { host: 'dial', record: 101 },
    {
      expect: 'DIAL_NUMBER',
      from: 'host',
      data: { objectId: { $absent: true }, calleeInfo: { $absent: true } },
    },
    ...oneCallToErin,
  ],
};
