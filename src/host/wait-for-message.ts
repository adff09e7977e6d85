/** Waiting for a message, and saying what came instead. */
import type { MessageData, MessageType } from '../protocol/index.js';
import type { MessageDirection } from './check-message.js';
import { describeEntries, matchEntry, readPayload, type WantedMessage } from './find-message.js';
import type { Expectation } from './match.js';
import type { WatchedHost } from './played-host.js';
import type { TranscriptEntry } from './transcript.js';
import { waitUntil } from './wait.js';

/** How to wait for a message. */
export interface WaitOptions {
  /** After how many ms to give up. Default: 5000. */
  readonly timeoutMs?: number;
  /** The mark from which on to look, as `mark` has returned it. Default: the latest mark. */
  readonly since?: number;
  /** Which way the message goes. Default: `to-host`, from the widget. */
  readonly direction?: MessageDirection;
}

/** A message that was waited for. */
export interface Waited<T extends string> {
  readonly type: T;
  /** The payload. Ids are numbers, also where they came as text. */
  readonly data: T extends MessageType ? MessageData<T> : unknown;
  readonly entry: TranscriptEntry;
}

/** See `HubSpotHost.waitFor`. */
export async function waitForMessage<T extends string>(
  host: WatchedHost,
  type: T,
  data: Expectation,
  { timeoutMs = 5000, since = 0, direction = 'to-host' }: WaitOptions,
): Promise<Waited<T>> {
  const wanted: WantedMessage = { type, direction, data };
  const sinceMark = () => host.transcript.filter(({ index }) => index >= since);
  const entry = await waitUntil(host, {
    find: () => sinceMark().find((one) => matchEntry(one, wanted)?.ok),
    timeoutMs,
    explain: () => {
      const sender = direction === 'to-host' ? 'the widget' : 'the host';
      const payload = data === undefined ? '' : ` with ${JSON.stringify(data)}`;
      return (
        `${type}${payload} did not come from ${sender} within ${String(timeoutMs)} ms. ` +
        describeEntries(sinceMark(), wanted)
      );
    },
  });
  return { type, data: readPayload(entry) as Waited<T>['data'], entry };
}
