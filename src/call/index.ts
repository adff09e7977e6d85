/** Calls: what they are, how they go on, which one is meant, what is known of them. */
export * from './advance.js';
export * from './call-end.js';
export type * from './end-reason.js';
export * from './call.js';
export * from './engagement-properties.js';
export { isMissed, missedCalls, pastCalls } from './history.js';
export * from './number-in-text.js';
export * from './number-text.js';
export * from './outcomes.js';
export * from './party.js';
export type * from './past-call.js';
export * from './pending.js';
export * from './selectors.js';
export { shownText } from './shown-text.js';
export * from './state.js';
export * from './store.js';
export type * from './voice.js';
export * from './widget.js';
