/** Sends the host's side of a transcript again. */
import type { HubSpotHost } from './hubspot-host.js';
import { payloadOf, typeOf, type TranscriptEntry } from './transcript.js';

/** How to play a transcript. */
export interface ReplayOptions {
  /** How many times as fast as it was. Default: 1, with the same gaps. */
  readonly speed?: number;
}

const starts: readonly string[] = ['OUTGOING_CALL_STARTED', 'INCOMING_CALL'];

/**
 * Sends what the host has sent, with the same gaps or faster. SYNC is left out: the widget has shaken hands. A message
 * that names one of the app's calls names the call that the widget has started in its place this time.
 */
export async function replay(
  host: HubSpotHost,
  entries: readonly TranscriptEntry[],
  { speed = 1 }: ReplayOptions,
): Promise<void> {
  if (!(speed > 0)) throw new RangeError(`speed is ${String(speed)}; right: a number above 0`);
  const since = host.mark();
  const then = callIds(entries);
  let before = entries[0]?.at ?? 0;
  for (const { direction, message, at } of entries) {
    if (direction !== 'to-widget' || typeOf(message) === 'SYNC') continue;
    await passed(host, Math.max(0, at - before) / speed);
    before = at;
    const now = callIds(host.transcript.filter(({ index }) => index >= since));
    const data = withCallId(payloadOf(message), (id) => now[then.indexOf(id)]);
    host.sendMessage({ type: typeOf(message), ...(data !== undefined && { data }) });
  }
}

// The ids of the calls that a widget has started, in order.
function callIds(entries: readonly TranscriptEntry[]): readonly unknown[] {
  return entries
    .filter(({ direction, message }) => direction === 'to-host' && starts.includes(typeOf(message)))
    .map(({ message }) => (payloadOf(message) as { externalCallId?: unknown } | undefined)?.externalCallId);
}

function withCallId(data: unknown, find: (id: unknown) => unknown): unknown {
  if (typeof data !== 'object' || data === null || !('externalCallId' in data)) return data;
  const { externalCallId, ...rest } = data;
  const now = find(externalCallId);
  return now === undefined ? rest : { ...rest, externalCallId: now };
}

function passed(host: HubSpotHost, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = host.port.after(ms, () => {
      forget();
      resolve();
    });
    const forget = host.onStop(() => {
      cancel();
      reject(new Error('The host was stopped.'));
    });
  });
}
