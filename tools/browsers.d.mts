/** The path of a Chromium that can do all that one with a desktop can. Throws where there is none. */
export function requireWholeChromium(): string;
