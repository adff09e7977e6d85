/** What differs between the links of the tags and those of the drop-in for the official SDK: one object for each. */
import { callingError, type CallingError, type CallingErrorCode } from '../protocol/index.js';

/** How a link serves the app behind it. */
export interface LinkProfile {
  /**
   * Whether the app gets payloads as they were sent, where an id may be text, or as the table of messages reads them,
   * where it is a number. They have to fit the table either way.
   */
  readonly rawPayloads: boolean;
  /** Whether messages leave as soon as the handshake is done, or wait until the app has sent INITIALIZED. */
  readonly sendsBeforeInitialized: boolean;
  /** Makes the error that the link's owner is told. */
  readonly createError: CreateError;
}

/**
 * Makes an error.
 *
 * @param detail - The value or place at fault.
 * @param isFatal - Whether nothing goes on until it is repaired. Default: as the code says.
 */
export type CreateError = (code: CallingErrorCode, detail?: string, isFatal?: boolean) => CallingError;

/** The profile of the tags and of `CallingBridge`. The drop-in's is `officialProfile` in `src/sdk`. */
export const elementsProfile: LinkProfile = {
  rawPayloads: false,
  sendsBeforeInitialized: false,
  createError: callingError,
};
