/** Two links that are sent anything, one from HubSpot and one from strangers, and a note of whatever must not happen. */
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
  return undefined;
}

export class Siege {
  /** What happened that must not, each with the name of the message. */
  readonly faults: string[] = [];
  /** What became of the messages from HubSpot. */
  readonly counts = { delivered: 0, unknown: 0, answered: 0, 'turned away': 0 };
  readonly #bound = FakeWidget.initialized();
  readonly #unbound = new FakeWidget();
  readonly #inherited = Reflect.ownKeys(Object.prototype).length;
  #shots = 0;

  constructor() {
    this.#bound.window.posted.length = 0;
  }

  /** Sends it to both links. The name tells how to make the same message again. */
  send(data: unknown, name: string): void {
    const from = strangers[this.#shots % strangers.length];
    this.#shots += 1;
    try {
      this.#bound.window.advance(1);
      this.#bound.window.receive(data);
      this.#unbound.window.receive(data, from);
    } catch (error) {
      this.#blame(name, `throws ${String(error)}`);
    }
    this.#inspect(data, name);
  }

  /** Whether a good message still comes through, and a good host still gets its answer. */
  isAlive(): boolean {
    const { window, received } = this.#bound;
    window.receive({ ...dial, messageId: `alive ${String(this.#shots)}` });
    this.#unbound.window.receive(sync);
    return received.splice(0).length === 1 && this.#unbound.window.types[0] === 'SYNC_ACK';
  }

  #inspect(data: unknown, name: string): void {
    const { received, unknown, window } = this.#bound;
    const [known, strange, posted] = [received.splice(0), unknown.splice(0), window.posted.splice(0)];
    for (const message of [...known, ...strange]) {
      const fault = faultOf(message);
      if (fault) this.#blame(name, `was delivered and ${fault}`);
      if (isShared(message, data)) this.#blame(name, 'was delivered, and no copy of it');
      if (inboundMessages.has(message.type) !== known.length > 0) this.#blame(name, 'went the wrong way');
    }
    for (const { message, targetOrigin } of posted) {
      const type = String(message['type']);
      if (targetOrigin !== hubSpot) this.#blame(name, `was answered to ${targetOrigin}`);
      if (!['SYNC_ACK', 'ERROR'].includes(type)) this.#blame(name, `was answered with ${type}`);
    }
    this.#inspectUnbound(name);
    const isAnswered = posted.some(({ message }) => message['type'] === 'SYNC_ACK');
    if (known.length > 0) this.counts.delivered += 1;
    else if (strange.length > 0) this.counts.unknown += 1;
    else if (isAnswered) this.counts.answered += 1;
    else this.counts['turned away'] += 1;
    if (Reflect.ownKeys(Object.prototype).length !== this.#inherited) this.#blame(name, 'pollutes');
  }

  // Strangers get no answer, and the app hears nothing of them but a handful of notices.
  #inspectUnbound(name: string): void {
    const { window, received, unknown, link, rejected } = this.#unbound;
    if (window.posted.length > 0) this.#blame(name, 'was answered to a stranger');
    if (received.length + unknown.length > 0) this.#blame(name, 'was delivered from a stranger');
    if (link.state !== 'connecting') this.#blame(name, `made a stranger's link ${link.state}`);
    if (rejected.length > 14) this.#blame(name, 'made too many notices');
  }

  #blame(name: string, what: string): void {
    // The first few tell enough.
    if (this.faults.length < 20) this.faults.push(`${name} ${what}`);
  }
}

function isShared(message: Envelope, data: unknown): boolean {
  const isObject = typeof message.data === 'object' && message.data !== null;
  return isObject && message.data === Reflect.get(Object(data) as object, 'data');
}
