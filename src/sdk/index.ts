/** A drop-in for `@hubspot/calling-extensions-sdk`: the same names and types, on top of our own link. */
import { CallingExtensions as Extensions } from './calling-extensions.js';
import type * as classes from './classes.js';
import * as constants from './constants.js';
import { IFrameManager as Manager } from './iframe-manager.js';

export * from './types.js';

/** One end of the connection. What its `createIFrame` and other functions do, a subclass or an app may change. */
export const IFrameManager: classes.IFrameManagerClass = Manager;
export type IFrameManager = classes.IFrameManager;

export { constants as Constants };

/** Connects an app to HubSpot. */
export const CallingExtensions: classes.DefaultExport = /* @__PURE__ */ Object.assign(Extensions, {
  default: Extensions,
  Constants: constants,
  IFrameManager,
});
export type CallingExtensions = classes.CallingExtensions;

export default CallingExtensions;
