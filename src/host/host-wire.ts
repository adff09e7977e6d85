/** The host's end of the wire: shakes hands, says and hears, and takes everything down. What it means is not its business. */
import { HostLink, type Clock, type HostLinkOptions, type HostLinkParts, type Wire } from '../link/index.js';
import type { HostContext, Message, OutboundType } from '../protocol/index.js';
import { Ear } from './ear.js';
import type { FaultName } from './faults.js';
import type { MessageDirection } from './judge.js';
import { spoil, spoilContext } from './spoil.js';
import { Tape } from './tape.js';
import type { Timers } from './timers.js';
import type { TranscriptEntry } from './transcript.js';

/** What a wire asks of its owner, and tells it. */
export interface WireOwner {
  readonly timers: Timers;
  faults(): readonly FaultName[];
  /** Where the latest call is in its life. */
  phase(): TranscriptEntry['phase'];
  /** The widget has answered. */
  ready(): void;
  /** The widget stayed silent. */
  timedOut(): void;
  received(message: Message<OutboundType>): void;
  /** A message has passed, either way. */
  passed(entry: TranscriptEntry): void;
}

export class HostWire {
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #owner: WireOwner;
  readonly #ear: Ear;
  readonly #link: HostLink;
  readonly #tape = new Tape();

  constructor({ wire, clock }: HostLinkParts, options: HostLinkOptions, owner: WireOwner) {
    const { widgetOrigin } = options;
    const { timers } = owner;
    this.#wire = wire;
    this.#clock = clock;
    this.#owner = owner;
    this.#ear = new Ear(wire, {
      widgetOrigin,
      timers,
      faults: () => owner.faults(),
      heard: (message) => this.#record('to-host', message),
    });
    this.#link = new HostLink({ wire: this.#ear.wire, clock }, options, {
      ready: () => owner.ready(),
      timedOut: () => owner.timedOut(),
      received: (message) => owner.received(message),
      sent: (message) => this.#record('to-widget', message),
    });
  }

  /** Everything that has passed, oldest first. */
  get transcript(): readonly TranscriptEntry[] {
    return this.#tape.entries;
  }

  /** The index that the next message will have. */
  get next(): number {
    return this.#tape.next;
  }

  /** Origins other than the widget's that the frame has spoken from. */
  get otherOrigins(): readonly string[] {
    return this.#ear.otherOrigins;
  }

  /** Hears the frame before it has loaded: a page that leads elsewhere may never say that it has. */
  listen(): void {
    this.#link.listen();
  }

  /** Says SYNC until the widget answers. */
  connect(context: Partial<HostContext>): void {
    this.#ear.startAnew();
    this.#link.connect(spoilContext(context, this.#owner.faults()));
  }

  disconnect(): void {
    this.#link.disconnect();
  }

  /** Says a message with whatever the faults make of it. False before the widget has answered. */
  say(type: string, data: unknown): boolean {
    const messageId = this.#wire.createId();
    return spoil({ type, messageId, data }, this.#owner.faults())
      .map((message) => this.#link.sendMessage(message))
      .every(Boolean);
  }

  /** Sends anything, as it is. False before the widget has answered. */
  sendMessage(message: Parameters<HostLink['sendMessage']>[0]): boolean {
    return this.#link.sendMessage(message);
  }

  #record(direction: MessageDirection, message: unknown): void {
    const phase = this.#owner.phase();
    this.#owner.passed(this.#tape.record(direction, message, { at: this.#clock.now(), phase }));
  }
}
