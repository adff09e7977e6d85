/** The path of a whole Chromium. Throws where there is none. */
export function requireWholeChromium(): string;
