/** A drop-in for `@hubspot/calling-extensions-sdk`: the same names, on top of our own link. */
import { CallingExtensions } from './calling-extensions.js';

export default CallingExtensions;
export { CallingExtensions };
export * as Constants from './constants.js';
export { IFrameManager } from './iframe-manager.js';
export type * from './types.js';
