/** Calls: what they are, how they go on, what is known of them. */
export * from './advance.js';
export * from './call.js';
export * from './engagement.js';
export type * from './voice.js';
export * from './state.js';
export * from './store.js';
export * from './widget.js';
