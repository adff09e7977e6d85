/** Everything without elements: the protocol, both ends of the link, calls, the bridge. */
export * from './bridge/index.js';
export * from './call/index.js';
export * from './link/index.js';
export * from './numbers/index.js';
export * from './protocol/index.js';
export type * from './voice/index.js';
