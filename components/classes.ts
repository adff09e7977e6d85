/** The class of every element, none of them registered. What works without elements is exported by `core`. */
export * from './registered-classes.js';
export { HsCallHistory } from './call-history/call-history.js';
export { HsCallQueue } from './call-queue/call-queue.js';
export { HsCallingWindow } from './calling-window/calling-window.js';
export * from './loopback-voice/loopback-voice.js';
export * from './sip-voice/sip-voice.js';
