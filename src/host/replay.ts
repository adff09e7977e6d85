/** Sends the host's side of a transcript again. */
import type { PlayedHost } from './played-host.js';
import { payloadOf, typeOf, type TranscriptEntry } from './transcript.js';
import { pause, waitUntil } from './wait.js';

/** How to replay a transcript. */
export interface ReplayOptions {
  /** How many times as fast as it was; above 0. Default: 1, with the same gaps between messages. */
  readonly speed?: number;
  /** How many ms the widget may take to start a call that the next message names. Default: 5000. */
  readonly callStartTimeoutMs?: number;
}

const callStarts: readonly string[] = ['OUTGOING_CALL_STARTED', 'INCOMING_CALL'];

/**
 * Sends what the host has sent, with the same gaps or faster.
 *
 * SYNC is left out: the widget has shaken hands already. The ids of calls are new each time. So where a message names a
 * call of the transcript, say its second one, it is sent with the id of the second call that the widget starts now, and
 * only once that has started. An id that no call of the transcript has is left out.
 *
 * Rejects with a `RangeError` for a speed that is not above 0, and with a `WaitError` if the widget does not start a
 * call in time or the host is stopped.
 */
export async function replay(
  host: PlayedHost,
  entries: readonly TranscriptEntry[],
  { speed = 1, callStartTimeoutMs = 5000 }: ReplayOptions,
): Promise<void> {
  if (!(speed > 0)) throw new RangeError(`speed is ${String(speed)}; right: a number above 0`);
  const since = host.mark();
  const idsThen = startedCalls(entries);
  const idsNow = () => startedCalls(host.transcript.filter(({ index }) => index >= since));
  let previousAt = entries[0]?.at ?? 0;
  for (const { direction, message, at } of entries) {
    if (direction !== 'to-widget' || typeOf(message) === 'SYNC') continue;
    await pause(host, Math.max(0, at - previousAt) / speed);
    previousAt = at;
    const type = typeOf(message);
    const data = await replaceCallId(payloadOf(message), async (idThen) => {
      const position = idsThen.indexOf(idThen);
      if (position < 0) return undefined;
      return waitUntil(host, {
        find: () => idsNow()[position],
        timeoutMs: callStartTimeoutMs,
        explain: () =>
          `${type} cannot be sent again: within ${String(callStartTimeoutMs)} ms the widget has started ` +
          `${String(idsNow().length)} of the ${String(position + 1)} calls that came before it.`,
      });
    });
    host.sendMessage({ type, ...(data !== undefined && { data }) });
  }
}

// The ids of the calls that the widget has started, in order. A call may be announced twice; its id is listed once.
function startedCalls(entries: readonly TranscriptEntry[]): readonly unknown[] {
  const ids = entries
    .filter(({ direction, message }) => direction === 'to-host' && callStarts.includes(typeOf(message)))
    .map(({ message }) => (payloadOf(message) as { externalCallId?: unknown } | undefined)?.externalCallId)
    .filter((id) => id !== undefined);
  return [...new Set(ids)];
}

async function replaceCallId(
  data: unknown,
  findIdNow: (idThen: unknown) => Promise<unknown>,
): Promise<unknown> {
  if (typeof data !== 'object' || data === null || !('externalCallId' in data)) return data;
  const { externalCallId, ...rest } = data;
  const idNow = await findIdNow(externalCallId);
  return idNow === undefined ? rest : { ...rest, externalCallId: idNow };
}
