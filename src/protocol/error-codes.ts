/** The codes of all that can go wrong, as lists: apart from the table, so that a page that needs none does not load them. */
import { countedCodes, errorTexts, type CallingErrorCode, type ErrorCode } from './errors.js';

/** Those that are told in words. */
export const callingErrorCodes = Object.keys(errorTexts) as readonly CallingErrorCode[];

/** All codes, for docs and exhaustive handling. */
export const errorCodes: readonly ErrorCode[] = [...countedCodes, ...callingErrorCodes];
