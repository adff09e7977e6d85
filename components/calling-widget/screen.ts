/** Which screen the widget shows in which state. */
import { awaitsWrapUp, isOffered, isTaken, type WidgetState } from '../../src/index.js';

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
