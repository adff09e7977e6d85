/** Waits until the call log is as a test expects it, in one line of that test. */
import { match, type Expectation } from './match.js';
import type { WatchedHost } from './played-host.js';
import type { LogEntry } from './state.js';
import type { WaitOptions } from './wait-for-message.js';
import { waitUntil } from './wait.js';

/**
 * Resolves with the call log as soon as it fits. Rejects with a `WaitError` that names the first place where it does
 * not, when the time is over or the host is stopped.
 *
 * @param host - The host whose log it is.
 * @param expected - What each call should be, oldest first. Only the fields that are named count; see `Expectation`.
 * @param options - `timeoutMs`: after how many ms to give up. Default: 5000.
 */
export function expectLog(
  host: WatchedHost,
  expected: readonly Expectation[],
  { timeoutMs = 5000 }: Pick<WaitOptions, 'timeoutMs'> = {},
): Promise<readonly LogEntry[]> {
  return waitUntil(host, {
    find: () => (match(host.log, expected).ok ? host.log : undefined),
    timeoutMs,
    explain: () => {
      const compared = match(host.log, expected);
      const why = compared.ok ? '' : compared.why;
      return `The call log did not come to be so within ${String(timeoutMs)} ms: ${why}.`;
    },
  });
}
