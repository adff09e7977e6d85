/** Says in one line of a test what the call log must come to be. */
import type { HubSpotHost } from './hubspot-host.js';
import { match, type Expectation } from './match.js';
import type { LogEntry } from './state.js';
import { waitUntil, type WaitOptions } from './wait.js';

/**
 * Resolves with the call log as soon as it fits. Rejects with a `WaitError` that names the first place where it does
 * not, after `timeout` ms (default: 5000) or when the host is stopped.
 *
 * @param expected - What each call should be, oldest first, as far as it is named; see `Expectation`.
 */
export function expectLog(
  host: HubSpotHost,
  expected: readonly Expectation[],
  { timeout = 5000 }: Pick<WaitOptions, 'timeout'> = {},
): Promise<readonly LogEntry[]> {
  const compare = () => match(host.log, expected);
  return waitUntil(host, {
    look: () => (compare().ok ? host.log : undefined),
    timeout,
    otherwise: () => {
      const compared = compare();
      return `The call log did not come to be so within ${String(timeout)} ms: ${compared.ok ? '' : compared.why}.`;
    },
  });
}
