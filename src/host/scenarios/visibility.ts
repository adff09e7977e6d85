import type { Scenario } from '../scenario.js';
import { callIsAnswered, hungUpAndCompleted } from '../scenario-steps.js';

export const visibility: Scenario = {
  name: 'visibility',
  shows: 'The user minimises the widget during a call and brings it back: the call goes on.',
  official: { passes: true, because: 'The SDK hands it to onVisibilityChanged.' },
  steps: [
    ...callIsAnswered,
    { never: 'ERROR' },
    { host: 'minimise' },
    { expect: 'VISIBILITY_CHANGED', from: 'host', data: { isMinimized: true, isHidden: false } },
    { host: 'hide' },
    { expect: 'VISIBILITY_CHANGED', from: 'host', data: { isMinimized: false, isHidden: true } },
    { host: 'show' },
    { expect: 'VISIBILITY_CHANGED', from: 'host', data: { isMinimized: false, isHidden: false } },
    ...hungUpAndCompleted,
    { log: [{ status: 'COMPLETED', isCompleted: true }] },
  ],
};
