/** What dialers have done with the numbers that HubSpot asked to dial. */
import type { DialIntent } from '../../src/index.js';

/** Those that a dialer has filled in: one that is moved, or a second one, skips them. */
export const taken = new WeakSet<DialIntent>();

/**
 * Those that came during a call, or while one was being started: they are filled in after it, but `auto-dial` does not call
 * them, as it calls none over an open wrap-up.
 */
export const offered = new WeakSet<DialIntent>();
