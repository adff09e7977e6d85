/** Waiting for a message, with a word on what came instead. */
import {
  inboundMessages,
  outboundMessages,
  parsePayload,
  type MessageData,
  type MessageType,
} from '../protocol/index.js';
import type { HubSpotHost } from './hubspot-host.js';
import type { MessageDirection } from './judge.js';
import { match, type Expectation, type Memory } from './match.js';
import { payloadOf, typeOf, type TranscriptEntry } from './transcript.js';

/** How to wait. */
export interface WaitOptions {
  /** Ms until it is given up. Default: 5000. */
  readonly timeout?: number;
  /** A place that `mark` returned. Default: the last one. */
  readonly since?: number;
  /** Who sends it. Default: the widget. */
  readonly direction?: MessageDirection;
}

/** A message that was waited for. */
export interface Waited<T extends string> {
  readonly type: T;
  /** The payload: ids are numbers, also where they came as text. */
  readonly data: T extends MessageType ? MessageData<T> : unknown;
  readonly entry: TranscriptEntry;
}

/** A message has not come. */
export class WaitError extends Error {
  override readonly name = 'WaitError';
}

/** What is looked for. */
export interface Wanted {
  readonly type: string;
  readonly direction: MessageDirection;
  readonly data?: Expectation;
  readonly memory?: Memory;
}

/** Whether an entry is what is looked for; if it is of the right type only, why not. */
export function fits(entry: TranscriptEntry, wanted: Wanted): ReturnType<typeof match> | undefined {
  const { direction, message, validity } = entry;
  if (direction !== wanted.direction || typeOf(message) !== wanted.type) return undefined;
  const isKnown = (direction === 'to-host' ? outboundMessages : inboundMessages).has(wanted.type);
  if (!validity.ok && isKnown) return { ok: false, why: validity.reason };
  const { data, memory = {} } = wanted;
  return data === undefined ? { ok: true, memory } : match(readPayload(entry), data, memory);
}

/** What came, in words. */
export function seen(entries: readonly TranscriptEntry[], wanted: Wanted): readonly string[] {
  return entries
    .filter(({ direction, message }) => direction === wanted.direction && typeOf(message) !== 'SYNC')
    .map((entry) => {
      const result = fits(entry, wanted);
      const type = typeOf(entry.message);
      return result && !result.ok ? `${type} (${result.why})` : type;
    });
}

/** See `HubSpotHost.waitFor`. */
export function waitForMessage<T extends string>(
  host: HubSpotHost,
  type: T,
  data: Expectation,
  { timeout = 5000, since = 0, direction = 'to-host' }: WaitOptions,
): Promise<Waited<T>> {
  const wanted: Wanted = { type, direction, data };
  const sinceMark = () => host.transcript.filter(({ index }) => index >= since);
  return waitUntil(host, {
    look: () => sinceMark().find((entry) => fits(entry, wanted)?.ok),
    timeout,
    otherwise: () => {
      const from = direction === 'to-host' ? 'the widget' : 'the host';
      const all = seen(sinceMark(), wanted);
      const like = data === undefined ? '' : ` with ${JSON.stringify(data)}`;
      return (
        `${type}${like} did not come from ${from} within ${String(timeout)} ms. ` +
        (all.length > 0 ? `What came: ${all.join(', ')}.` : 'Nothing came.')
      );
    },
  }).then((entry) => ({ type, data: readPayload(entry) as Waited<T>['data'], entry }));
}

/** What to look for, how long, and what to say if it is in vain. */
export interface Look<T> {
  readonly look: () => T | undefined;
  readonly timeout: number;
  readonly otherwise: () => string;
}

/** Looks now and after everything that happens in a host. Rejects with a `WaitError`, also when the host is stopped. */
export function waitUntil<T>(host: HubSpotHost, { look, timeout, otherwise }: Look<T>): Promise<T> {
  const found = look();
  if (found !== undefined) return Promise.resolve(found);
  return new Promise((resolve, reject) => {
    const end = () => {
      host.removeEventListener('message', lookAgain);
      host.removeEventListener('change', lookAgain);
      cancel();
      forget();
    };
    const lookAgain = () => {
      const one = look();
      if (one === undefined) return;
      end();
      resolve(one);
    };
    const fail = (why: string) => {
      end();
      reject(new WaitError(why));
    };
    const cancel = host.clock.after(timeout, () => fail(otherwise()));
    const forget = host.onStop(() => fail(`The host was stopped. ${otherwise()}`));
    host.addEventListener('message', lookAgain);
    host.addEventListener('change', lookAgain);
  });
}

function readPayload({ direction, message }: TranscriptEntry): unknown {
  const payload = payloadOf(message);
  const type = typeOf(message);
  const record = (direction === 'to-host' ? outboundMessages : inboundMessages).get(type);
  const parsed = record && parsePayload(type, record, payload);
  return parsed?.ok ? parsed.data : payload;
}
