/** The widget's end of the connection to HubSpot: shakes hands, lets messages in, sends messages out. */
import {
  inboundMessages,
  isSameContext,
  outboundMessages,
  type CallingError,
  type CallingErrorCode,
  type InboundType,
  type Message,
} from '../protocol/index.js';
import type { Clock } from './clock.js';
import { tryClone } from './clone.js';
import type { Envelope } from './envelope.js';
import { passGates, type GateResult } from './gates.js';
import { Handshake } from './handshake.js';
import { logMessage } from './log.js';
import { maskNumbers } from './mask.js';
import { messageIds } from './message-ids.js';
import { OutboundQueue } from './outbound-queue.js';
import type { KeptHandshake, PageLock } from './page-links.js';
import { runPreflight } from './preflight.js';
import type { LinkProfile } from './profile.js';
import { RecentMessages } from './recent-messages.js';
import { Rejections } from './rejections.js';
import { trustedOrigins } from './trusted-origins.js';
import { unknownTypeError } from './unknown-types.js';
import type { ConnectionState, WidgetLinkObserver } from './widget-link-observer.js';
import type { WidgetLinkOptions } from './widget-link-options.js';
import type { Arrival } from './arrival.js';
import type { Wire } from './wire.js';

/** What a link works with. */
export interface WidgetLinkParts {
  readonly wire: Wire;
  readonly clock: Clock;
  /** How the app is served: `elementsProfile`, or the drop-in's. */
  readonly profile: LinkProfile;
}

/** The id of a message that was sent or is queued, or why it was refused. */
export type SendResult =
  | { readonly ok: true; readonly messageId: string | number }
  | { readonly ok: false; readonly error: CallingError };

export class WidgetLink {
  /** Makes an id for a message. All ids of this link's messages come from here. */
  readonly createMessageId: () => string;
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #profile: LinkProfile;
  readonly #options: WidgetLinkOptions;
  readonly #observer: WidgetLinkObserver;
  readonly #isTrusted: (origin: string) => boolean;
  readonly #handshake: Handshake;
  readonly #queue = new OutboundQueue(outboundMessages);
  readonly #recent = new RecentMessages();
  readonly #rejections = new Rejections((rejection) => this.#observer.rejected(rejection));
  readonly #teardown: (() => void)[] = [];
  #pageLock: PageLock | undefined;
  #state: ConnectionState = 'idle';
  /** Whether messages leave at once and no longer wait for the handshake and INITIALIZED. */
  #isSending = false;
  #isForeignSourceReported = false;

  constructor(
    { wire, clock, profile }: WidgetLinkParts,
    options: WidgetLinkOptions,
    observer: WidgetLinkObserver,
  ) {
    this.#wire = wire;
    this.#clock = clock;
    this.#profile = profile;
    this.#options = options;
    this.#observer = observer;
    this.#isTrusted = trustedOrigins(options);
    this.#handshake = new Handshake(wire, clock);
    this.createMessageId = messageIds(wire.createId());
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Whether the handshake is done and the link was not disconnected since. */
  get isReady(): boolean {
    return this.#state === 'connected';
  }

  /** Whether INITIALIZED was sent, or will be as soon as the handshake is done. */
  get isInitialized(): boolean {
    return this.#isSending || this.#queue.hasInitialized;
  }

  /** The origin that the handshake has bound the link to; undefined before it. */
  get boundOrigin(): string | undefined {
    return this.#handshake.accepted?.origin;
  }

  /** Starts to listen. What speaks against it is reported; unless it is only a notice, the link fails. */
  connect(): void {
    if (this.#state !== 'idle') return;
    const { strictAncestors } = this.#options;
    const [code, detail] = runPreflight(this.#wire, this.#options, this.#isTrusted) ?? [];
    if (code) {
      // Without `strictAncestors` the code itself says whether the error is fatal.
      const error = this.#profile.createError(code, detail, strictAncestors || undefined);
      if (strictAncestors || code !== 'FOREIGN_ANCESTOR') {
        this.#fail(error);
        return;
      }
      this.#observer.failed(error);
    }
    const lock = (this.#pageLock = this.#wire.links.requestLock(this.#profile.sharesPage === true, () => {
      this.#listen();
    }));
    if (lock.isHeld) this.#listen();
    else this.#waitForLock();
  }

  /** Stops listening and sending, for good. What is still queued is dropped: `QUEUE_DROPPED` says how many messages. */
  disconnect(): void {
    const dropped = this.release().length;
    if (dropped > 0) this.#report('QUEUE_DROPPED', String(dropped));
  }

  /** Ends the link like `disconnect`, but returns the queued messages, so that the next link can send them. */
  release(): readonly Envelope[] {
    if (this.#state === 'idle') return [];
    for (const undo of this.#teardown.splice(0)) undo();
    this.#pageLock?.release();
    const queued = [...this.#queue.takeAll()];
    this.#enter('idle');
    return queued;
  }

  /** Sends a message, or queues it until HubSpot is ready for it. */
  send(message: Omit<Envelope, 'messageId'> & Partial<Envelope>): SendResult {
    const { type } = message;
    if (this.#state === 'idle') return this.#refuse('DISCONNECTED', type);
    // Copied now, so that what the app changes afterwards is not sent.
    const copy = tryClone(message);
    if (!copy) return this.#refuse('NOT_CLONEABLE', type);
    const messageId = copy.messageId ?? this.createMessageId();
    const envelope: Envelope = { ...copy, messageId };
    const isInitialized = envelope.type === 'INITIALIZED';
    if (this.#isSending && this.#queue.size === 0 && !isInitialized) this.#post(envelope);
    else if (!this.#queue.add(envelope)) return this.#refuse('QUEUE_FULL', type);
    else if (isInitialized && this.#handshake.accepted) this.#sendQueue();
    return { ok: true, messageId };
  }

  // Where one element replaces another, the one before goes a moment later: that is no problem to tell of.
  #waitForLock(): void {
    this.#enter('connecting');
    const cancel = this.#clock.after(0, () => {
      this.#fail(this.#profile.createError('DUPLICATE_BRIDGE'));
    });
    this.#teardown.push(cancel);
  }

  #listen(): void {
    for (const undo of this.#teardown.splice(0)) undo();
    if (this.#state !== 'connecting') this.#enter('connecting');
    this.#teardown.push(
      this.#wire.listen(
        (arrival) => {
          this.#onArrival(arrival);
        },
        (arrival) => {
          if (this.#wire.isPeer(arrival.source))
            this.#rejections.count({ kind: 'rejected', code: 'UNREADABLE' }, arrival.origin);
        },
      ),
      this.#clock.after(this.#options.handshakeTimeout ?? 30_000, () => {
        if (this.#state === 'connecting') this.#fail(this.#profile.createError('SYNC_TIMEOUT'));
      }),
    );
    const kept = this.#wire.links.handshake;
    // A moment later, as a message arrives: the app has its own part ready by then.
    if (kept) this.#teardown.push(this.#clock.after(0, () => this.#takeUp(kept)));
  }

  /** Takes up a handshake that another link of this page has made, if it passes the gates of this one. */
  #takeUp(kept: KeptHandshake): void {
    if (this.#handshake.accepted) return;
    const result = this.#passGates(kept);
    if (result.kind === 'handshake') this.#onSync(result.envelope, kept);
  }

  #passGates(arrival: Arrival): GateResult {
    return passGates(arrival, {
      wire: this.#wire,
      sourceCheck: this.#options.sourceCheck,
      isTrusted: this.#isTrusted,
      boundOrigin: this.boundOrigin,
      recent: this.#recent,
      handshakeType: 'SYNC',
      createSyncId: this.createMessageId,
      records: inboundMessages,
      profile: this.#profile,
    });
  }

  #onArrival(arrival: Arrival): void {
    const result = this.#passGates(arrival);
    this.#rejections.count(result, arrival.origin);
    if (result.kind === 'rejected') {
      if (result.code === 'BAD_SOURCE') this.#reportForeignSource(arrival);
      return;
    }
    const { envelope } = result;
    this.#log('from HubSpot', envelope);
    if (result.kind === 'handshake') this.#onSync(envelope, arrival);
    else if (result.kind === 'known') this.#observer.received(envelope as Message<InboundType>);
    else this.#onUnknown(envelope);
  }

  #onSync(sync: Envelope, arrival: Arrival): void {
    const previous = this.#handshake.accepted?.context;
    const answer = this.#handshake.answer(sync, arrival, this.#options.debug === true);
    if (!answer) return;
    const { context, isPosted } = answer;
    if (isPosted) this.#observer.sent({ type: 'SYNC_ACK', messageId: sync.messageId });
    const isNew = !previous || !isSameContext(previous, context);
    if (isNew && context.hostUrl !== undefined && context.hostUrl !== arrival.origin) {
      this.#report('HOST_URL_MISMATCH', arrival.origin);
    }
    // The app may have disconnected when it was told.
    if (this.#state === 'idle') return;
    if (previous) {
      this.#observer.readyAgain(context, isNew ? previous : undefined, sync);
      return;
    }
    this.#enter('connected');
    this.#observer.ready(context, sync);
    if (this.#queue.hasInitialized || this.#profile.sendsBeforeInitialized) this.#sendQueue();
  }

  // One by one, so that what the app sends when it is told of one goes behind those that are queued already.
  #sendQueue(): void {
    this.#isSending = true;
    for (const message of this.#queue.takeAll()) this.#post(message);
  }

  #onUnknown(message: Envelope): void {
    const isExpected = this.#observer.receivedUnknown(message) === false;
    if (!isExpected && this.#wire.links.isAnswerDue(message.type)) this.send(unknownTypeError(message));
  }

  #post(message: Envelope): void {
    const { accepted } = this.#handshake;
    if (!accepted) return;
    if (this.#wire.links.isKnown(message, this)) return;
    this.#wire.post(message, accepted.origin, accepted.window);
    this.#log('to HubSpot', message);
    this.#observer.sent(message);
  }

  // A trusted origin in another window than the parent: the host may be built differently from HubSpot's.
  #reportForeignSource({ origin }: Arrival): void {
    if (this.#isForeignSourceReported || !this.#isTrusted(origin)) return;
    if (this.#options.sourceCheck === 'origin') return;
    this.#isForeignSourceReported = true;
    this.#report('BAD_SOURCE', `${origin}; source-check="origin" lets it in`);
  }

  #refuse(code: CallingErrorCode, type: string): SendResult {
    return { ok: false, error: this.#report(code, maskNumbers(type)) };
  }

  #report(code: CallingErrorCode, detail: string): CallingError {
    const error = this.#profile.createError(code, detail);
    this.#observer.failed(error);
    return error;
  }

  #fail(problem: CallingError): void {
    this.#enter('failed', problem);
    this.#observer.failed(problem);
  }

  #enter(state: ConnectionState, problem?: CallingError): void {
    this.#state = state;
    this.#observer.connectionChanged(state, problem);
  }

  #log(direction: string, message: Envelope): void {
    if (this.#options.debug) logMessage(direction, message);
  }
}
