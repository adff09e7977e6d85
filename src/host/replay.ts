/** Sends the host's side of a transcript again. */
import type { HubSpotHost } from './hubspot-host.js';
import { payloadOf, typeOf, type TranscriptEntry } from './transcript.js';
import { WaitError, waitUntil } from './wait.js';

/** How to play a transcript. */
export interface ReplayOptions {
  /** How many times as fast as it was. Default: 1, with the same gaps. */
  readonly speed?: number;
  /** Ms that the widget may take to start a call that the next message names. Default: 5000. */
  readonly patience?: number;
}

const starts: readonly string[] = ['OUTGOING_CALL_STARTED', 'INCOMING_CALL'];

/**
 * Sends what the host has sent, with the same gaps or faster. SYNC is left out: the widget has shaken hands. A message
 * that names one of the app's calls names the call that the widget has started in its place this time, and waits for
 * it; an id that no call of the transcript has is left out. Rejects with a `WaitError` if the widget starts no such
 * call in time, or the host is stopped.
 */
export async function replay(
  host: HubSpotHost,
  entries: readonly TranscriptEntry[],
  { speed = 1, patience = 5000 }: ReplayOptions,
): Promise<void> {
  if (!(speed > 0)) throw new RangeError(`speed is ${String(speed)}; right: a number above 0`);
  const since = host.mark();
  const then = callIds(entries);
  const now = () => callIds(host.transcript.filter(({ index }) => index >= since));
  let before = entries[0]?.at ?? 0;
  for (const { direction, message, at } of entries) {
    if (direction !== 'to-widget' || typeOf(message) === 'SYNC') continue;
    await passed(host, Math.max(0, at - before) / speed);
    before = at;
    const type = typeOf(message);
    const data = await withCallId(payloadOf(message), async (id) => {
      const place = then.indexOf(id);
      if (place < 0) return undefined;
      return waitUntil(host, {
        look: () => now()[place],
        timeout: patience,
        otherwise: () =>
          `${type} cannot be sent again: within ${String(patience)} ms the widget has started ` +
          `${String(now().length)} of the ${String(place + 1)} calls that came before it.`,
      });
    });
    host.sendMessage({ type, ...(data !== undefined && { data }) });
  }
}

// The ids of the calls that a widget has started, in order; one that was announced twice is one call.
function callIds(entries: readonly TranscriptEntry[]): readonly unknown[] {
  const ids = entries
    .filter(({ direction, message }) => direction === 'to-host' && starts.includes(typeOf(message)))
    .map(({ message }) => (payloadOf(message) as { externalCallId?: unknown } | undefined)?.externalCallId)
    .filter((id) => id !== undefined);
  return [...new Set(ids)];
}

async function withCallId(data: unknown, find: (id: unknown) => Promise<unknown>): Promise<unknown> {
  if (typeof data !== 'object' || data === null || !('externalCallId' in data)) return data;
  const { externalCallId, ...rest } = data;
  const now = await find(externalCallId);
  return now === undefined ? rest : { ...rest, externalCallId: now };
}

function passed(host: HubSpotHost, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = host.clock.after(ms, () => {
      forget();
      resolve();
    });
    const forget = host.onStop(() => {
      cancel();
      reject(new WaitError('The host was stopped.'));
    });
  });
}
