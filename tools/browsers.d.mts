/** The path of a whole Chromium. Throws where there is none. */
export function requireWholeChromium(): string;

/** Flags for a Chromium without a desktop; the microphone is a fake that is always granted. */
export const CHROMIUM_FLAGS: readonly string[];

/** The path of the Chromium of the tests. Throws where there is none. */
export function requireChromium(): string;
