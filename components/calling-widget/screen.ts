/** Which screen the widget shows in which state. */
import {
  awaitsWrapUp,
  callOffered,
  callOnLine,
  callToWrapUp,
  isOffered,
  isTaken,
  type WidgetState,
} from '../../src/index.js';

export const screens = ['connecting', 'login', 'ready', 'incoming', 'call', 'wrap-up'] as const;

/** The widget shows one screen at a time. A second call that rings during a call is a banner, not a screen. */
export type Screen = (typeof screens)[number];

/**
 * The screen for a state; without a state there is no bridge yet. Calls come first: they go on even if HubSpot does not
 * answer or the user is logged out.
 */
export function screenOf(state: WidgetState | undefined): Screen {
  if (!state) return 'connecting';
  const { calls } = state;
  if (calls.some(isTaken)) return 'call';
  if (calls.some(isOffered)) return 'incoming';
  if (calls.some(awaitsWrapUp)) return 'wrap-up';
  if (state.connection !== 'connected' && !state.host) return 'connecting';
  return state.user.loggedIn ? 'ready' : 'login';
}

/** The screen and the calls that its buttons are about: when this changes, pressing them means something else. */
export function subjectsOf(state: WidgetState | undefined): string {
  const calls = [callOnLine(state), callOffered(state), callToWrapUp(state)];
  return [screenOf(state), ...calls.map((call) => call?.externalCallId)].join(' ');
}

/**
 * Whether there is something to say beside what the screen shows. A phone that is ready says so by its keys, and has a call
 * that was missed under them.
 */
export function hasStatus(state: WidgetState | undefined): boolean {
  const screen = screenOf(state);
  if (screen !== 'ready') return screen === 'connecting' || screen === 'call';
  if (!state) return false;
  return state.problem !== undefined || (state.voice?.state ?? 'ready') !== 'ready';
}
