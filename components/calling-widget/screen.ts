/** Which screen belongs to which state. */
import { focusedCall, isLive, isOffered, isUnsaved, type Call, type WidgetState } from '../../src/index.js';

/** What a person meets: one screen at a time. A call that rings beside another is a banner, not a screen. */
export type Screen = 'connecting' | 'login' | 'ready' | 'incoming' | 'call' | 'wrap-up';

/** The screen for a state. Calls come first: they go on whatever happens to HubSpot or the login. */
export function screenOf(state: WidgetState | undefined): Screen {
  if (!state) return 'connecting';
  const focused = focusedCall(state);
  const calls = focused ? [focused, ...state.calls] : state.calls;
  if (calls.some(isTaken)) return 'call';
  if (calls.some(isOffered)) return 'incoming';
  if (calls.some((call) => isUnsaved(call) && !call.internal)) return 'wrap-up';
  if (state.connection !== 'connected' && !state.host) return 'connecting';
  return state.user.loggedIn ? 'ready' : 'login';
}

/** The call on the line, if there is one. */
export function takenCall(state: WidgetState | undefined): Call | undefined {
  const focused = state && focusedCall(state);
  return focused && isTaken(focused) ? focused : state?.calls.findLast(isTaken);
}

const isTaken = (call: Call) => isLive(call) && !isOffered(call);
