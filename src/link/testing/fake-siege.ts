/**
 * Two links that are sent anything: one hears it from HubSpot, the other from strangers. Whatever must not follow from a
 * message is a fault.
 */
import * as fc from 'fast-check';
import { inboundMessages, parsePayload } from '../../protocol/index.js';
import { tryClone } from '../clone.js';
import { readEnvelope, type Envelope } from '../envelope.js';
import { dial, FakeWidget, sync } from './fake-widget.js';

const hubSpot = 'https://app.hubspot.com';
const strangers = [
  { source: {} },
  { source: null },
  { origin: 'https://evil.example' },
  { origin: 'https://app.hubspot.com.evil.example' },
  { origin: 'null' },
] as const;

/** What a handler may rely on: why this message breaks that, or nothing. */
export function faultOf(message: Envelope): string | undefined {
  const record = inboundMessages.get(message.type);
  if (!readEnvelope(message)) return 'has no good envelope';
  if (message.type === 'SYNC') return 'is a handshake';
  if (!tryClone(message)) return 'is not plain data';
  const parsed = record && parsePayload(message.type, record, message.data);
  if (parsed?.ok === false) return `is wrong at ${parsed.at}`;
  if (parsed?.odd.length) return `is odd at ${parsed.odd.join(' and ')}`;
  return undefined;
}

export class Siege {
  /** What became of the messages from HubSpot. */
  readonly counts = { delivered: 0, unknown: 0, answered: 0, 'turned away': 0 };
  readonly #bound = FakeWidget.initialized();
  readonly #unbound = new FakeWidget();
  readonly #inherited = Reflect.ownKeys(Object.prototype).length;
  #sent = 0;

  constructor() {
    this.#bound.window.posted.length = 0;
  }

  /** Sends a message to both links. Returns what happened that must not. */
  send(data: unknown): string[] {
    const from = strangers[this.#sent % strangers.length];
    this.#sent += 1;
    try {
      this.#bound.window.advance(1);
      this.#bound.window.receive(data);
      this.#unbound.window.receive(data, from);
    } catch (error) {
      return [`It throws ${String(error)}`];
    }
    return [...this.#faultsOfBound(data), ...this.#faultsOfUnbound()];
  }

  /** Whether a good message still comes through, and a good host still gets its answer. */
  isAlive(): boolean {
    const { window, received } = this.#bound;
    window.receive({ ...dial, messageId: `alive ${String(this.#sent)}` });
    this.#unbound.window.receive(sync);
    return received.splice(0).length === 1 && this.#unbound.window.types[0] === 'SYNC_ACK';
  }

  *#faultsOfBound(data: unknown): Generator<string> {
    const { received, unknown, window } = this.#bound;
    const [known, strange, posted] = [received.splice(0), unknown.splice(0), window.posted.splice(0)];
    for (const message of [...known, ...strange]) {
      const fault = faultOf(message);
      if (fault) yield `It was delivered and ${fault}`;
      if (isShared(message, data)) yield 'It was delivered, and no copy of it';
      if (inboundMessages.has(message.type) !== known.length > 0) yield 'It went the wrong way';
    }
    for (const { message, targetOrigin } of posted) {
      const type = String(message['type']);
      if (targetOrigin !== hubSpot) yield `It was answered to ${targetOrigin}`;
      if (!['SYNC_ACK', 'ERROR'].includes(type)) yield `It was answered with ${type}`;
    }
    const isAnswered = posted.some(({ message }) => message['type'] === 'SYNC_ACK');
    if (known.length > 0) this.counts.delivered += 1;
    else if (strange.length > 0) this.counts.unknown += 1;
    else if (isAnswered) this.counts.answered += 1;
    else this.counts['turned away'] += 1;
    if (Reflect.ownKeys(Object.prototype).length !== this.#inherited) yield 'It pollutes';
  }

  // Strangers get no answer, and the app hears nothing of them but a handful of notices.
  *#faultsOfUnbound(): Generator<string> {
    const { window, received, unknown, link, rejected } = this.#unbound;
    if (window.posted.length > 0) yield 'It was answered to a stranger';
    if (received.length + unknown.length > 0) yield 'It was delivered from a stranger';
    if (link.state !== 'connecting') yield `It made a stranger's link ${link.state}`;
    if (rejected.length > 14) yield 'It made too many notices';
  }
}

/**
 * A property of messages, all sent to the same two links: none does any harm. After one that did there are new links, so
 * that smaller ones are tried on their own.
 */
export function harmless(messages: fc.Arbitrary<unknown>) {
  let siege = new Siege();
  const property = fc.property(messages, (message) => {
    const faults = siege.send(message);
    if (faults.length === 0) return;
    siege = new Siege();
    throw new Error(faults.join('. '));
  });
  return { property, counts: siege.counts, isAlive: () => siege.isAlive() };
}

/** A property of sequences of messages, each sent to new links: none does any harm, and the links are alive after it. */
export const harmlessInARow = (messages: fc.Arbitrary<unknown>) =>
  fc.property(fc.array(messages, { maxLength: 40, size: 'max' }), (row) => {
    const siege = new Siege();
    const faults = row.flatMap((message) => siege.send(message));
    if (!siege.isAlive()) faults.push('The links are dead');
    if (faults.length > 0) throw new Error(faults.join('. '));
  });

function isShared(message: Envelope, data: unknown): boolean {
  const isObject = typeof message.data === 'object' && message.data !== null;
  return isObject && message.data === Reflect.get(Object(data) as object, 'data');
}
