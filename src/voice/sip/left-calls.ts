/** Calls that another frame has left on the line when it died: how they are told of, and hung up by BYE (RFC 3261, 15). */
import { read } from '../../protocol/index.js';
import { custom, fields, listOf } from '../../protocol/schema.js';
import type { SipMessage } from './engine.js';
import { isHeaderText } from './header-text.js';
import { headerValues } from './header-values.js';

/** What a BYE of an answered call takes: plain data. Each is the text of a header, or of an address. */
export interface LeftCall {
  readonly callId: string;
  /** Our side of the call and the far end's, with their tags. */
  readonly local: string;
  readonly remote: string;
  /** Where the far end is, and by which servers it is reached. */
  readonly target: string;
  readonly routes: readonly string[];
}

/** The sequence number of the BYE: above those of all requests in a call, of which nobody has counted the others. */
const sequence = 1_000_000_000;

/** What a message of a call tells: the INVITE of an inbound one, or the answer to ours. Undefined if a BYE cannot be made of it. */
export function leftCallOf(message: SipMessage, isInbound: boolean): LeftCall | undefined {
  const routes = headerValues(message, 'record-route');
  const [from, to] = [message.getHeader('from') ?? '', message.getHeader('to') ?? ''];
  const taggedTo = /;\s*tag=/i.test(to) ? to : `${to};tag=${message.to_tag ?? ''}`;
  const call = {
    callId: message.call_id,
    local: isInbound ? taggedTo : from,
    remote: isInbound ? from : taggedTo,
    target: /<([^<>]+)>/.exec(message.getHeader('contact') ?? '')?.[1],
    routes: isInbound ? routes : routes.reverse(),
  };
  const reading = read(leftCall, call, 'call');
  return reading.ok ? reading.data : undefined;
}

const header = custom<string>((text) => isHeaderText(text) && text !== '');

const address = custom<string>((text) => isHeaderText(text) && /^sips?:[^\s<>]+$/i.test(text));

const leftCall = fields({
  callId: header,
  local: header,
  remote: header,
  target: address,
  routes: listOf(header),
});

/** The calls that another frame has told of; none if that cannot be read. */
export function readLeftCalls(kept: unknown): readonly LeftCall[] {
  const reading = read(listOf(leftCall), kept, 'kept');
  return reading.ok ? reading.data : [];
}

/** The request that ends such a call. Nobody waits for the answer: a call that is over already is not known any more. */
export function byeOf({ callId, local, remote, target, routes }: LeftCall, id: string): string {
  return [
    `BYE ${target} SIP/2.0`,
    `Via: SIP/2.0/WS ${id}.invalid;branch=z9hG4bK${id}`,
    'Max-Forwards: 69',
    ...routes.map((route) => `Route: ${route}`),
    `From: ${local}`,
    `To: ${remote}`,
    `Call-ID: ${callId}`,
    `CSeq: ${sequence} BYE`,
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n');
}
