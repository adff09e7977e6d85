/** Messages come in another form than expected, or twice. */
import type { Scenario, ScenarioStep } from '../scenario.js';

const call = { $as: 'call' };
const number = '+12025550101';

const wholeCall: readonly ScenarioStep[] = [
  { widget: 'takeDial' },
  { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call, toNumber: number } },
  { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
  { widget: 'hangUp' },
  { expect: 'CALL_ENDED', data: { externalCallId: call } },
  { widget: 'skip' },
  { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: { $any: 'number' } } },
  { log: [{ number, isCompleted: true }] },
  { says: 'OUTGOING_CALL_STARTED', times: 1 },
  { says: 'CALL_COMPLETED', times: 1 },
];

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
    ...wholeCall,
  ],
};

export const zeroObjectId: Scenario = {
  name: 'zero-object-id',
  shows: 'DIAL_NUMBER has objectId 0: whom to call is in calleeInfo.',
  official: { passes: true, because: 'The app has to read calleeInfo first.' },
  faults: ['zero-object-id'],
  steps: [
    { host: 'dial', record: 101 },
    { expect: 'DIAL_NUMBER', from: 'host', data: { objectId: 0, calleeInfo: { calleeId: 101 } } },
    ...wholeCall,
  ],
};

export const oldNumberField: Scenario = {
  name: 'old-number-field',
  shows: 'The number comes as phone_number, as older hosts say it.',
  official: { passes: true, because: 'The app has to read phone_number as well.' },
  faults: ['old-number-field'],
  steps: [{ host: 'dial', record: 101 }, ...wholeCall],
};

export const idsAsStrings: Scenario = {
  name: 'ids-as-strings',
  shows: 'Every id comes as text: the engagement is still the same one.',
  official: { passes: true, because: 'The app has to make numbers of them where it compares.' },
  faults: ['ids-as-strings'],
  steps: [{ host: 'dial', record: 101 }, { expect: 'DIAL_NUMBER', from: 'host' }, ...wholeCall],
};

export const duplicatedMessages: Scenario = {
  name: 'duplicated-messages',
  shows: 'Every message comes twice: one call is made, and completed once.',
  official: { passes: true, because: 'The SDK hands both to the app, which must not dial while it dials.' },
  faults: ['duplicated-messages'],
  steps: [{ host: 'dial', record: 101 }, ...wholeCall],
};

export const bothEngagementMessages: Scenario = {
  name: 'both-engagement-messages',
  shows: 'The engagement is announced by its old and its new message: it is one engagement.',
  official: { passes: true, because: 'The app must not count the two.' },
  faults: ['both-engagement-messages'],
  steps: [
    { host: 'dial', record: 101 },
    ...wholeCall,
    { expect: 'ENGAGEMENT_CREATED', from: 'host', data: { engagementId: { $as: 'engagement' } } },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: { $as: 'engagement' } } },
  ],
};
