/** The host's end of the wire: shakes hands, sends, receives, and writes everything down. It does not react to anything. */
import { HostLink, type Clock, type HostLinkOptions, type HostLinkParts, type Wire } from '../link/index.js';
import type { HostContext, Message, OutboundType } from '../protocol/index.js';
import { contextInstead, messagesInstead } from './apply-faults.js';
import { ArrivalFilter } from './arrival-filter.js';
import type { MessageDirection } from './check-message.js';
import type { FaultName } from './faults/index.js';
import type { Timers } from './timers.js';
import { TranscriptRecorder } from './transcript-recorder.js';
import type { TranscriptEntry } from './transcript.js';

/** What the wire asks of the host, and tells it. */
export interface WireObserver {
  readonly timers: Timers;
  /** The faults that are on now. */
  faults(): readonly FaultName[];
  /** Where the latest call is in its life. */
  phase(): TranscriptEntry['phase'];
  /** What people should know about a message of the widget that has come. */
  remarks(message: unknown): Pick<TranscriptEntry, 'remark' | 'warning'>;
  /** The widget has answered SYNC. */
  ready(): void;
  /** The widget has not answered SYNC in time. */
  timedOut(): void;
  /** A message of the widget has come that fits the protocol. */
  received(message: Message<OutboundType>): void;
  /** A message has passed, either way, and is in the transcript. */
  recorded(entry: TranscriptEntry): void;
}

export class HostWire {
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #observer: WireObserver;
  readonly #arrivals: ArrivalFilter;
  readonly #link: HostLink;
  readonly #recorder = new TranscriptRecorder();

  constructor({ wire, clock }: HostLinkParts, options: HostLinkOptions, observer: WireObserver) {
    const { widgetOrigin } = options;
    const { timers } = observer;
    this.#wire = wire;
    this.#clock = clock;
    this.#observer = observer;
    this.#arrivals = new ArrivalFilter(wire, {
      widgetOrigin,
      timers,
      faults: () => observer.faults(),
      onMessage: (message) => this.#record('to-host', message),
    });
    this.#link = new HostLink({ wire: this.#arrivals.wire, clock }, options, {
      ready: () => observer.ready(),
      timedOut: () => observer.timedOut(),
      received: (message) => observer.received(message),
      sent: (message) => this.#record('to-widget', message),
    });
  }

  /** Everything that has passed, oldest first. */
  get transcript(): readonly TranscriptEntry[] {
    return this.#recorder.entries;
  }

  /** The index that the next message will have in the transcript. */
  get nextIndex(): number {
    return this.#recorder.nextIndex;
  }

  /** Origins other than the widget's that the frame has spoken from. */
  get otherOrigins(): readonly string[] {
    return this.#arrivals.otherOrigins;
  }

  /** Listens to the frame before it has loaded: a page that leads elsewhere may never tell that it has loaded. */
  listen(): void {
    this.#link.listen();
  }

  /** Sends SYNC again and again until the widget answers. */
  connect(context: Partial<HostContext>): void {
    this.#arrivals.startHandshake();
    this.#link.connect(contextInstead(context, this.#observer.faults()));
  }

  /** Listens no more, and sends nothing more. */
  disconnect(): void {
    this.#link.disconnect();
  }

  /** Sends a message, or what the faults make of it. False before the widget has answered SYNC. */
  say(type: string, data: unknown): boolean {
    const messageId = this.#wire.createId();
    return messagesInstead({ type, messageId, data }, this.#observer.faults())
      .map((message) => this.#link.sendMessage(message))
      .every(Boolean);
  }

  /** Sends anything, as it is. False before the widget has answered SYNC. */
  sendMessage(message: Parameters<HostLink['sendMessage']>[0]): boolean {
    return this.#link.sendMessage(message);
  }

  #record(direction: MessageDirection, message: unknown): void {
    const phase = this.#observer.phase();
    const remarks = direction === 'to-host' ? this.#observer.remarks(message) : {};
    const seen = { at: this.#clock.now(), phase, ...remarks };
    this.#observer.recorded(this.#recorder.record(direction, message, seen));
  }
}
