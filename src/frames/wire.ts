/** What frames say to each other. Whatever arrives may be from a strange page of the same origin: it is read as such. */
import type { Forwarded } from '../bridge/index.js';
import type { SharedState } from '../call/index.js';
import { tryClone } from '../link/clone.js';
import type { Envelope } from '../link/index.js';
import { callingError, read, type CallingError } from '../protocol/index.js';
import { anything, flag, kind, maybe, oneOf, text } from '../protocol/fields.js';
import { custom, fields, optional, type Schema } from '../protocol/schema.js';
import { forwarded } from './forwarded-schema.js';
import type { Membership } from './membership.js';
import type { Sight } from './ringer.js';
import { sharedState } from './shared-schema.js';

/** What is true, as the owner of the calls tells it. */
export interface Snapshot<Shared = Partial<Pick<SharedState, 'history'>> & Omit<SharedState, 'history'>> {
  readonly kind: 'snapshot';
  readonly from: string;
  /** Which of all owners tells it, from 1, and the how manieth time. */
  readonly term: number;
  readonly number: number;
  /** Where the owner is. */
  readonly place?: string | undefined;
  readonly rank: number;
  /** The frame in which an inbound call rings. */
  readonly ringer: string;
  /** The number of the last thing that was done for each frame, by its id. */
  readonly heard: ReadonlyMap<string, number>;
  /** The frame that tells HubSpot of a call, by the call's id: where it is not the owner. */
  readonly speakers: ReadonlyMap<string, string>;
  /** What the voice of the owner tells of its calls, for the voice of the next owner. */
  readonly voice?: unknown;
  readonly shared: Shared;
}

/** What a frame says. */
export type FrameMessage =
  | Snapshot
  /** A frame is there, and wants to know what is true; or the user sees more or less of it. */
  | { readonly kind: 'hello'; readonly from: string; readonly sight: Sight }
  /** Something that is the owner's business. Undefined: it cannot be read, and nothing is done. */
  | {
      readonly kind: 'forward';
      readonly from: string;
      readonly number: number;
      readonly what?: Forwarded | undefined;
    }
  /** A message that another frame is to send to HubSpot. */
  | {
      readonly kind: 'relay';
      readonly from: string;
      readonly to: string;
      readonly number: number;
      readonly message: Envelope;
    }
  | { readonly kind: 'relayed'; readonly from: string; readonly number: number }
  /** What was asked for was not done. */
  | {
      readonly kind: 'failed';
      readonly from: string;
      readonly error: CallingError & { readonly request?: string };
    };

type Kind = FrameMessage['kind'];

/** A number that counts something. */
const number = custom<number>(Number.isSafeInteger);

/** How many entries a map may have. */
const maxEntries = 10_000;

const mapTo = <T>(type: 'string' | 'number') =>
  custom<ReadonlyMap<string, T>>(
    (value) =>
      value instanceof Map &&
      value.size <= maxEntries &&
      [...value].every(([name, one]) => typeof name === 'string' && typeof one === type),
  );

const schemas: { readonly [K in Kind]: Schema } = {
  snapshot: fields({
    term: number,
    number,
    place: maybe(text),
    rank: number,
    ringer: text,
    heard: mapTo<number>('number'),
    speakers: mapTo<string>('string'),
    voice: anything,
    shared: sharedState,
  }),
  hello: fields({ sight: fields({ isShown: flag, shownAt: number, canPlay: flag }) }),
  forward: fields({ number, what: optional(forwarded) }),
  relay: fields({
    to: text,
    number,
    message: fields({ type: text, messageId: kind('string', 'number'), data: anything }),
  }),
  relayed: fields({ number }),
  failed: fields({
    error: fields({ code: text, message: text, fatal: flag, request: maybe(text), reason: maybe(text) }),
  }),
};

const head = fields({ kind: oneOf(...(Object.keys(schemas) as Kind[])), from: text });

/** A message of another frame; undefined if it cannot be read. */
export function readMessage(data: unknown): FrameMessage | undefined {
  const start = read(head, data, 'frame');
  if (!start.ok) return undefined;
  const whole = read(schemas[start.data.kind], start.data, start.data.kind);
  return whole.ok ? (whole.data as FrameMessage) : undefined;
}

/** A message without the frame that says it. */
export type Said<M = FrameMessage> = M extends FrameMessage ? Omit<M, 'from'> : never;

/** Says something to all other frames. */
export function say(
  { channel, id, reports }: Pick<Membership, 'channel' | 'id' | 'reports'>,
  said: Said,
): void {
  const message = { ...said, from: id };
  try {
    channel.postMessage(message);
  } catch {
    // An app may have put something into a call that is no plain data.
    const copy = tryClone(message);
    if (copy) channel.postMessage(copy);
    else reports.fail(callingError('NOT_CLONEABLE', said.kind));
  }
}
