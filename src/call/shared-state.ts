/** What all frames of a user have in common. */
import type { WidgetState } from './state.js';

/** What is the same in all frames of a user: what the owner of the calls tells the others. */
export const sharedFields = [
  'user',
  'intent',
  'intendedAt',
  'fromNumber',
  'voice',
  'isVoiceDown',
  'pending',
  'calls',
  'focus',
  'history',
  'historySeenAt',
] as const satisfies readonly (keyof WidgetState)[];

/** The part of the state that is the same in all frames of a user. */
export type SharedState = Pick<WidgetState, (typeof sharedFields)[number]>;

/** What is shared of a state. */
export function sharedOf(state: SharedState): SharedState {
  // Each name stands beside its own value.
  return Object.fromEntries(sharedFields.map((name) => [name, state[name]])) as unknown as SharedState;
}
