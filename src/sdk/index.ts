/** A drop-in for `@hubspot/calling-extensions-sdk`: the same names and types, on top of our own link. */
import { CallingExtensions as Extensions } from './calling-extensions.js';
import type * as classes from './classes.js';
import * as constants from './constants.js';
import { IFrameManager as Manager } from './iframe-manager.js';

export * from './types.js';
export type { Anything, AppExtensions, DefaultExport } from './classes.js';
export { constants as Constants };

/** One end of the connection: the host's with `iFrameOptions`, the widget's without. */
export const IFrameManager: typeof classes.IFrameManager = Manager;
export type IFrameManager = classes.IFrameManager;

/** Connects an app to HubSpot. */
export const CallingExtensions: classes.DefaultExport = /* @__PURE__ */ Object.assign(Extensions, {
  default: Extensions,
  Constants: constants,
  IFrameManager,
});
export type CallingExtensions = classes.CallingExtensions;

export default CallingExtensions;
