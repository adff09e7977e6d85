/** The host's end of the wire: what HubSpot does around a widget. Speaks to ours and to the official SDK's. */
import {
  outboundMessages,
  type HostContext,
  type InboundType,
  type Message,
  type MessageInput,
  type OutboundType,
} from '../protocol/index.js';
import type { Envelope } from './envelope.js';
import { admit } from './gates.js';
import type { Arrival, Port } from './port.js';
import { RecentMessages } from './recent.js';
import { Rejections, type Rejection } from './rejections.js';

/** How a host behaves. */
export interface HostLinkOptions {
  /** The origin of the widget's address. Nothing else is heard or written to. */
  readonly widgetOrigin: string;
  /** What the widget is told in the handshake. */
  readonly context?: Partial<HostContext>;
  /** Ms between two SYNCs. Default: 100, as HubSpot does. */
  readonly syncInterval?: number;
  /** Ms until the host gives up on a silent widget. Default: 30000. */
  readonly syncTimeout?: number;
  /** Hand payloads over as the widget sent them, once they have passed the gates. Default: as they were read. */
  readonly asItCame?: boolean;
}

/** What a host link tells its owner. */
export interface HostLinkObserver {
  /** The widget has answered. */
  ready?(acknowledgement: Envelope): void;
  /** The widget stayed silent. */
  timedOut?(): void;
  received?(message: Message<OutboundType>): void;
  receivedUnknown?(message: Envelope): void;
  sent?(message: Envelope): void;
  rejected?(rejection: Rejection): void;
}

export class HostLink {
  readonly #port: Port;
  readonly #options: HostLinkOptions;
  readonly #observer: HostLinkObserver;
  readonly #idPrefix: string;
  readonly #recent = new RecentMessages();
  readonly #rejections = new Rejections();
  #ids = 0;
  #syncIds = new Set<string | number>();
  #stopListening: (() => void) | undefined;
  #stopSync: (() => void) | undefined;
  #isReady = false;

  constructor(port: Port, options: HostLinkOptions, observer: HostLinkObserver = {}) {
    this.#port = port;
    this.#options = options;
    this.#observer = observer;
    this.#idPrefix = port.createId();
  }

  /** Whether the widget has answered. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Hears what is said from now on. `connect` does that too; before it, nothing is let in. */
  listen(): void {
    this.#stopListening ??= this.#port.listen(
      (arrival) => {
        this.#onArrival(arrival);
      },
      () => undefined,
    );
  }

  /** Says SYNC until the widget answers. Call it whenever the frame has loaded: a reloaded widget knows nothing. */
  connect(context: Partial<HostContext> = this.#options.context ?? {}): void {
    this.listen();
    this.#isReady = false;
    this.#syncIds = new Set();
    this.#recent.clear();
    this.#stopSync?.();
    const giveUpAt = this.#port.now() + (this.#options.syncTimeout ?? 30_000);
    this.#sync(context, giveUpAt);
  }

  /** Stops listening and saying SYNC. */
  disconnect(): void {
    this.#stopSync?.();
    this.#stopListening?.();
    this.#stopSync = this.#stopListening = undefined;
    this.#isReady = false;
  }

  /** Sends a message to the widget; false before it has answered. */
  send<T extends InboundType>(type: T, data?: MessageInput<T>): boolean {
    return this.sendMessage({ type, data });
  }

  /** Sends anything, also what no host would: for trying faults. False before the widget has answered. */
  sendMessage(message: {
    readonly type: string;
    readonly data?: unknown;
    readonly messageId?: string | number;
  }): boolean {
    if (!this.#isReady) return false;
    this.#post({ messageId: this.#createMessageId(), ...message });
    return true;
  }

  #sync(context: Partial<HostContext>, giveUpAt: number): void {
    if (this.#port.now() >= giveUpAt) {
      this.#observer.timedOut?.();
      return;
    }
    const messageId = this.#createMessageId();
    this.#syncIds.add(messageId);
    this.#post({ hostUrl: this.#port.origin, ...context, type: 'SYNC', messageId });
    this.#stopSync = this.#port.after(this.#options.syncInterval ?? 100, () => {
      this.#sync(context, giveUpAt);
    });
  }

  #onArrival(arrival: Arrival): void {
    const { widgetOrigin } = this.#options;
    const passage = admit(arrival, {
      port: this.#port,
      boundOrigin: this.#isReady ? widgetOrigin : undefined,
      recent: this.#recent,
      handshake: 'SYNC_ACK',
      known: outboundMessages,
      isTrusted: (origin) => origin === widgetOrigin,
      asItCame: this.#options.asItCame,
    });
    if (passage.to === 'rejected') {
      const rejection = this.#rejections.add(passage.code, arrival.origin, passage.type, passage.at);
      if (rejection) this.#observer.rejected?.(rejection);
    } else if (passage.to === 'handshake') this.#onAcknowledged(passage.envelope);
    else if (passage.to === 'known') this.#observer.received?.(passage.envelope as Message<OutboundType>);
    else this.#observer.receivedUnknown?.(passage.envelope);
  }

  // Only an answer to a SYNC of this round counts, and only the first.
  #onAcknowledged(acknowledgement: Envelope): void {
    if (this.#isReady || !this.#syncIds.has(acknowledgement.messageId)) return;
    this.#isReady = true;
    this.#stopSync?.();
    this.#observer.ready?.(acknowledgement);
  }

  #post(message: Envelope): void {
    this.#port.post(message, this.#options.widgetOrigin);
    this.#observer.sent?.(message);
  }

  #createMessageId(): string {
    this.#ids += 1;
    return `${this.#idPrefix}-${String(this.#ids)}`;
  }
}
