/** `hs-calling-elements/frames`: one phone in many frames, for the drop-in of the official SDK and for `CallingBridge`. */
export { SharedFrames, type SharedFramesOptions } from './shared-frames.js';
export type { FramesPorts } from './membership.js';
export type { Channel, Locks } from './ports.js';
export type { WindowResult } from './calling-window.js';
export type { RestoreCall } from './restoring-phone.js';
