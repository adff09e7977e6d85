/** What differs between the links of the tags and those of the drop-in for the official SDK: one object for each. */
import { callingError, type CallingError, type CallingErrorCode } from '../protocol/index.js';

/** How a link serves the app behind it. */
export interface LinkProfile {
  /**
   * Whether the app gets payloads as they were sent, where an id may be text. They have to fit the table of messages all
   * the same, and one of which something is left out comes as the table reads it. Default: false, it gets all of them as
   * the table reads them, where an id is a number.
   */
  readonly rawPayloads?: boolean;
  /** Whether messages leave as soon as the handshake is done. Default: false, they wait for the app's INITIALIZED. */
  readonly sendsBeforeInitialized?: boolean;
  /**
   * Whether several of these links may serve one page at the same time: all of them hear everything, and the first that
   * hears SYNC answers it. Default: false, the first serves, the next takes over when it goes.
   */
  readonly sharesPage?: boolean;
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
export const elementsProfile: LinkProfile = { createError: callingError };
