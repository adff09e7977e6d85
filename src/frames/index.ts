/** Many frames of one user: one of them owns the calls, and the others mirror it. */
export { Frames } from './frames.js';
export type { FramesPorts } from './membership.js';
export type { Channel, Locks } from './ports.js';
