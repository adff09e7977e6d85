import type { Scenario } from '../scenario.js';
import { callIsAnswered, hungUpAndCompleted } from '../scenario-steps.js';

export const login: Scenario = {
  name: 'login',
  shows: 'Nobody is logged in: HubSpot alerts instead of dialling. After log-in it dials.',
  official: { passes: true, because: 'The app says userLoggedOut and userLoggedIn.' },
  steps: [
    { widget: 'logOut' },
    { expect: 'LOGGED_OUT' },
    { host: 'dial', record: 101, refused: 'logged-out' },
    { state: { alert: { $matches: 'not logged in' } } },
    { widget: 'logIn' },
    { expect: 'LOGGED_IN' },
    { state: { isLoggedIn: true, alert: { $absent: true } } },
    ...callIsAnswered,
    ...hungUpAndCompleted,
    { log: [{ isCompleted: true }] },
  ],
};
