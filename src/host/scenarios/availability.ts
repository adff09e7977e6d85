import type { Scenario } from '../scenario.js';

export const availability: Scenario = {
  name: 'availability',
  shows: 'The agent takes no calls for a while.',
  official: { passes: true, because: 'The app says userUnavailable and userAvailable.' },
  steps: [
    { widget: 'goUnavailable' },
    { expect: 'USER_UNAVAILABLE' },
    { state: { isAvailable: false } },
    { widget: 'goAvailable' },
    { expect: 'USER_AVAILABLE' },
    { state: { isAvailable: true, isLoggedIn: true } },
  ],
};
