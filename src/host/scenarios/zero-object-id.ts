import type { Scenario } from '../scenario.js';
import { oneCallToErin } from '../scenario-steps.js';

export const zeroObjectId: Scenario = {
  name: 'zero-object-id',
  shows: 'DIAL_NUMBER has objectId 0: whom to call is in calleeInfo.',
  official: { passes: true, because: 'The app has to read calleeInfo first.' },
  faults: ['zero-object-id'],
  steps: [
    { host: 'dial', record: 101 },
    { expect: 'DIAL_NUMBER', from: 'host', data: { objectId: 0, calleeInfo: { calleeId: 101 } } },
    ...oneCallToErin,
  ],
};
