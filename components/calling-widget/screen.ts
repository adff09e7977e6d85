/** Which screen belongs to which state. */
import { awaitsWrapUp, isOffered, isTaken, type WidgetState } from '../../src/index.js';

/** What a person meets: one screen at a time. A call that rings beside another is a banner, not a screen. */
export type Screen = 'connecting' | 'login' | 'ready' | 'incoming' | 'call' | 'wrap-up';

/** The screen for a state. Calls come first: they go on whatever happens to HubSpot or the login. */
export function screenOf(state: WidgetState | undefined): Screen {
  if (!state) return 'connecting';
  const { calls } = state;
  if (calls.some(isTaken)) return 'call';
  if (calls.some(isOffered)) return 'incoming';
  if (calls.some(awaitsWrapUp)) return 'wrap-up';
  if (state.connection !== 'connected' && !state.host) return 'connecting';
  return state.user.loggedIn ? 'ready' : 'login';
}
