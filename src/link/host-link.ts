/** The host's end of the connection: what HubSpot does around a widget, ours or one with the official SDK. */
import { outboundMessages, type HostContext, type Message, type OutboundType } from '../protocol/index.js';
import type { Clock } from './clock.js';
import type { Envelope } from './envelope.js';
import { passGates, type GateResult } from './gates.js';
import { messageIds } from './message-ids.js';
import type { LinkProfile } from './profile.js';
import { RecentMessages } from './recent-messages.js';
import { Rejections, type Rejection } from './rejections.js';
import type { Arrival } from './arrival.js';
import type { Wire } from './wire.js';

/** The name of CREATE_ENGAGEMENT_SUCCEEDED up to 0.1.4 of the official SDK, which calls itself 0.0.1 in SYNC_ACK. */
const olderName = 'ENGAGEMENT_CREATED';

/** What only the connection itself tells a host's page: nothing that a widget says. */
const ownTypes = ['READY', 'SYNC', 'SYNC_ACK_FAILED', 'FAILED'];

/** What a host's link works with. */
export interface HostLinkParts {
  readonly wire: Wire;
  readonly clock: Clock;
  /** How the page is served. Default: payloads as the table of messages reads them. */
  readonly profile?: Pick<LinkProfile, 'rawPayloads'> | undefined;
}

/** How a host behaves. */
export interface HostLinkOptions {
  /** The origin of the widget's address. Only it is listened to and sent to. */
  readonly widgetOrigin: string;
  /** What the widget is told in the handshake. */
  readonly context?: Partial<HostContext>;
  /** Ms between two SYNCs. Default: 100, as HubSpot does. */
  readonly syncInterval?: number;
  /** Ms until the host gives up on a silent widget. Default: 30000. */
  readonly syncTimeout?: number;
}

/** What a host's link tells its owner. */
export interface HostLinkObserver {
  /** The widget answered SYNC. */
  ready?(acknowledgement: Envelope): void;
  /** The widget did not answer SYNC in time. */
  timedOut?(): void;
  /** The widget sent a message of a known type. */
  received?(message: Message<OutboundType>): void;
  /** The widget sent a message of an unknown type. */
  receivedUnknown?(message: Envelope): void;
  /** A message was sent to the widget just now. */
  sent?(message: Envelope): void;
  /** Messages were turned away. */
  rejected?(rejection: Rejection): void;
}

export class HostLink {
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #profile: HostLinkParts['profile'];
  readonly #options: HostLinkOptions;
  readonly #observer: HostLinkObserver;
  readonly #createMessageId: () => string;
  readonly #recent = new RecentMessages();
  readonly #rejections = new Rejections((rejection) => this.#observer.rejected?.(rejection));
  #syncIds = new Set<string | number>();
  #stopListening: (() => void) | undefined;
  #stopSync: (() => void) | undefined;
  #isReady = false;
  #isOldWidget = false;
  #lastSent: string | undefined;

  constructor(
    { wire, clock, profile }: HostLinkParts,
    options: HostLinkOptions,
    observer: HostLinkObserver = {},
  ) {
    this.#wire = wire;
    this.#clock = clock;
    this.#profile = profile;
    this.#options = options;
    this.#observer = observer;
    this.#createMessageId = messageIds(wire.createId());
  }

  /** Whether the widget has answered SYNC. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** The origin of the widget: only it is listened to and sent to. */
  get boundOrigin(): string {
    return this.#options.widgetOrigin;
  }

  /** Starts to listen, so that what the frame sends before `connect` is noticed and turned away. */
  listen(): void {
    this.#stopListening ??= this.#wire.listen(
      (arrival) => {
        this.#onArrival(arrival);
      },
      () => undefined,
    );
  }

  /**
   * Sends SYNC until the widget answers. To be called whenever the frame has loaded: a widget that was loaded again has
   * forgotten the handshake.
   */
  connect(context: Partial<HostContext> = this.#options.context ?? {}): void {
    this.listen();
    this.#isReady = false;
    this.#syncIds = new Set();
    this.#recent.clear();
    this.#stopSync?.();
    const givesUpAt = this.#clock.now() + (this.#options.syncTimeout ?? 30_000);
    this.#sync(context, givesUpAt);
  }

  /** Stops listening and sending. */
  disconnect(): void {
    this.#stopSync?.();
    this.#stopListening?.();
    this.#stopSync = this.#stopListening = undefined;
    this.#isReady = false;
  }

  /**
   * Sends any message, also one that HubSpot would not send, to try out faults. A widget on the official SDK before 0.2 is
   * told its engagement by the older name too, which is the only one that it knows. False before the widget has answered
   * SYNC: nothing is sent.
   */
  sendMessage(message: {
    readonly type: string;
    readonly data?: unknown;
    readonly messageId?: string | number;
  }): boolean {
    if (!this.#isReady) return false;
    const isNewName = message.type === 'CREATE_ENGAGEMENT_SUCCEEDED';
    if (isNewName && this.#isOldWidget && this.#lastSent !== olderName) {
      this.#post({ ...message, type: olderName, messageId: this.#createMessageId() });
    }
    this.#post({ messageId: this.#createMessageId(), ...message });
    return true;
  }

  #sync(context: Partial<HostContext>, givesUpAt: number): void {
    if (this.#clock.now() >= givesUpAt) {
      this.#observer.timedOut?.();
      return;
    }
    const messageId = this.#createMessageId();
    this.#syncIds.add(messageId);
    this.#post({ hostUrl: this.#wire.origin, ...context, type: 'SYNC', messageId });
    this.#stopSync = this.#clock.after(this.#options.syncInterval ?? 100, () => {
      this.#sync(context, givesUpAt);
    });
  }

  #onArrival(arrival: Arrival): void {
    const { widgetOrigin } = this.#options;
    const result = passGates(arrival, {
      wire: this.#wire,
      isTrusted: (origin) => origin === widgetOrigin,
      boundOrigin: this.#isReady ? widgetOrigin : undefined,
      recent: this.#recent,
      handshakeType: 'SYNC_ACK',
      records: outboundMessages,
      profile: this.#profile,
    });
    const isOwn = result.kind === 'unknown' && ownTypes.includes(result.envelope.type);
    const taken: GateResult = isOwn
      ? { kind: 'rejected', code: 'BAD_MESSAGE', type: result.envelope.type }
      : result;
    this.#rejections.count(taken, arrival.origin);
    if (taken.kind === 'rejected') return;
    if (taken.kind === 'handshake') this.#onAcknowledged(taken.envelope);
    else if (taken.kind === 'known') this.#observer.received?.(taken.envelope as Message<OutboundType>);
    else this.#observer.receivedUnknown?.(taken.envelope);
  }

  // Counts only if it answers a SYNC sent since `connect`, and only once.
  #onAcknowledged(acknowledgement: Envelope): void {
    if (this.#isReady || !this.#syncIds.has(acknowledgement.messageId)) return;
    this.#isReady = true;
    const { version } = acknowledgement as { readonly version?: unknown };
    this.#isOldWidget = /^0\.[01]\./.test(String(version));
    this.#stopSync?.();
    this.#observer.ready?.(acknowledgement);
  }

  #post(message: Envelope): void {
    this.#lastSent = message.type;
    this.#wire.post(message, this.#options.widgetOrigin);
    this.#observer.sent?.(message);
  }
}
