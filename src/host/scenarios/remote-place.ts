import type { Scenario } from '../scenario.js';
import { callIsAnswered, hungUpAndCompleted } from '../scenario-steps.js';

export const remotePlace: Scenario = {
  name: 'remote-place',
  shows: 'The widget stands in the navigation bar, without a calling window: it is told where it is.',
  official: { passes: true, because: 'The SDK hands iframeLocation to onReady.' },
  steps: [
    { host: 'place', place: { iframeLocation: 'remote', usesCallingWindow: false } },
    { expect: 'SYNC', from: 'host', data: { iframeLocation: 'remote', usesCallingWindow: false } },
    { state: { connection: 'initialized' } },
    { host: 'place', place: { iframeLocation: 'widget', usesCallingWindow: false } },
    { state: { connection: 'initialized' } },
    ...callIsAnswered,
    ...hungUpAndCompleted,
  ],
};
