// The compiler is the test here. The SDK's payload types are written out, because they are the official SDK's; they have
// to name the same messages as the table in src/protocol/messages.ts, and each has to be what its message may carry.
import { expect } from '@open-wc/testing';
import type {
  InboundPayloads,
  InboundType,
  MessageData,
  MessageType,
  messages,
  OutboundPayloads,
  OutboundType,
} from '../protocol/index.js';
import { messageHandlerNames } from './constants.js';
import type { AppPayloads, HostPayloads } from './types.js';

/** A message that the official SDK knows. */
type Official<T extends MessageType> = T extends MessageType
  ? (typeof messages)[T] extends { readonly unofficial: true }
    ? never
    : T
  : never;
type Sent = Official<OutboundType>;
/** There is no handler for an ERROR of HubSpot's. */
type Handled = Exclude<Official<InboundType>, 'ERROR'>;

/** Nothing but a type error, that names the property at fault, if the first cannot stand where the second is wanted. */
type Fits<Given extends Wanted, Wanted> = [Given, Wanted];

/** The fields that a type names, without the index signature for all others. */
type NamesIn<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] };

/** The fields of our payload that its message in the table does not have. `unknown` takes every field. */
type Unknown<Ours, T extends MessageType> =
  unknown extends MessageData<T>
    ? never
    : Exclude<NamesIn<NonNullable<Ours>>, NamesIn<NonNullable<MessageData<T>>>>;

export type HeldToTheTable = [
  // Every message of the table, with a payload that fits its schema.
  Fits<AppPayloads, Pick<OutboundPayloads, Sent>>,
  Fits<HostPayloads, Pick<InboundPayloads, Handled>>,
  // And no message besides. READY is made by the SDK, out of the handshake.
  Fits<Record<Sent, unknown>, Record<keyof AppPayloads, unknown>>,
  Fits<Record<Handled | 'READY', unknown>, Record<keyof HostPayloads, unknown>>,
  // And no field that the table does not name.
  Fits<{ [T in Sent]: Unknown<AppPayloads[T], T> }, Record<Sent, never>>,
  Fits<{ [T in Handled]: Unknown<HostPayloads[T], T> }, Record<Handled, never>>,
];

describe('the SDK’s payload types', () => {
  it('are of the messages that have a handler', () => {
    // Made, so that the compiler also compares the constants, which are made from the table, with the types.
    const handled: readonly (keyof HostPayloads | 'FAILED')[] = Object.keys(
      messageHandlerNames,
    ) as (keyof HostPayloads)[];
    expect(handled).to.include.members(['READY', 'DIAL_NUMBER', 'FAILED']);
  });
});
