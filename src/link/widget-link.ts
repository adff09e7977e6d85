/** The widget's end of the wire: shakes hands, lets messages in, sends messages out. */
import {
  inboundMessages,
  isExactOrigin,
  isHubSpotOrigin,
  outboundMessages,
  type CallingError,
  type Environment,
  type CallingErrorCode,
  type HostContext,
  type InboundType,
  type Message,
} from '../protocol/index.js';
import { tryClone } from './clone.js';
import type { Envelope } from './envelope.js';
import { admit, type Passage, type SourceCheck } from './gates.js';
import { Handshake } from './handshake.js';
import { logMessage } from './log.js';
import { maskNumbers } from './mask.js';
import type { Arrival, Claim, Port } from './port.js';
import { WaitingMessages } from './queue.js';
import { RecentMessages } from './recent.js';
import { Rejections, type Rejection } from './rejections.js';

/** How far the way to HubSpot is open. */
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'failed';

/** Whom to trust and how long to wait. */
export interface WidgetLinkOptions {
  /** Exact origins trusted besides HubSpot's own. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Whether HubSpot's QA and local origins count. Default: `production`. */
  readonly environment?: Environment;
  /** Ms until a missing host is reported. Listening goes on. Default: 30000. */
  readonly handshakeTimeout?: number;
  /** Refuse to connect when a frame further up is not trusted. Default: false. */
  readonly strictAncestors?: boolean;
  /** Who may speak. `origin` is for hosts that write from another window than the parent. Default: `parent`. */
  readonly sourceCheck?: SourceCheck;
  /** Log one line a message, numbers masked. Default: false. */
  readonly debug?: boolean;
  /**
   * Serve an app as the official SDK does: hand payloads over as HubSpot sent them once they have passed the gates, and
   * open with the handshake, not with INITIALIZED. Default: false.
   */
  readonly asOfficial?: boolean;
}

/** What a link tells its owner. */
export interface WidgetLinkObserver {
  connectionChanged(state: ConnectionState, problem?: CallingError): void;
  /** The first handshake is done. INITIALIZED is due. `sync` is what the host said. */
  ready(context: HostContext, sync: Envelope): void;
  /** The host shook hands again: it has to hear INITIALIZED again. */
  readyAgain(context: HostContext, previous: HostContext | undefined, sync: Envelope): void;
  received(message: Message<InboundType>): void;
  /** `false`: it is known after all, and needs no answer. */
  receivedUnknown(message: Envelope): unknown;
  /** A message left for HubSpot, just now. */
  sent(message: Envelope): void;
  rejected(rejection: Rejection): void;
  failed(error: CallingError): void;
}

/** Whether a message is on its way (or waits in order), under which id, or why not. */
export type SendResult =
  | { readonly ok: true; readonly messageId: string | number }
  | { readonly ok: false; readonly error: CallingError };

/** Unknown types that are answered, so that a host inventing names cannot fill the memory. */
const mostUnknownTypes = 256;

/** The answer to a message that has no meaning. */
export const unknownMessage = (originalMessage: Envelope) => ({
  type: 'ERROR',
  data: { type: 'UNKNOWN_MESSAGE_TYPE', data: { originalMessage } },
});

/** Says in words what went wrong: `callingError`, or less where there is no room for its texts. */
export type Describe = (code: CallingErrorCode, got?: string, isFatal?: boolean) => CallingError;

export class WidgetLink {
  readonly #port: Port;
  readonly #observer: WidgetLinkObserver;
  readonly #describe: Describe;
  readonly #trusted: ReadonlySet<string>;
  readonly #options: WidgetLinkOptions;
  readonly #idPrefix: string;
  #ids = 0;
  #state: ConnectionState = 'idle';
  #isForeignSourceTold = false;
  readonly #teardown: (() => void)[] = [];
  #claim: Claim | undefined;
  readonly #handshake: Handshake;
  #initialized = false;
  /** INITIALIZED, said before the handshake. It goes first. */
  #opening: Envelope | undefined;
  readonly #waiting = new WaitingMessages(outboundMessages);
  readonly #recent = new RecentMessages();
  readonly #rejections = new Rejections();
  readonly #unknownTypes = new Set<string>();

  constructor(port: Port, options: WidgetLinkOptions, observer: WidgetLinkObserver, describe: Describe) {
    this.#port = port;
    this.#describe = describe;
    this.#options = options;
    this.#observer = observer;
    this.#trusted = new Set(options.allowedOrigins);
    this.#idPrefix = port.createId();
    this.#handshake = new Handshake(port, () => options.debug === true);
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Whether the host was told that the widget is ready, or will be as soon as it is there. */
  get isInitialized(): boolean {
    return this.#initialized || this.#opening !== undefined;
  }

  /** The origin at the other end, once it has shaken hands. */
  get boundOrigin(): string | undefined {
    return this.#handshake.boundOrigin;
  }

  /** Starts to listen, unless something makes that pointless. */
  connect(): void {
    if (this.#state !== 'idle') return;
    const obstacle = this.#obstacle();
    if (obstacle) {
      this.#fail(obstacle);
      return;
    }
    this.#claim = this.#port.claim(() => {
      this.#listen();
    });
    if (this.#claim.isOwner) this.#listen();
    else this.#fail(this.#describe('DUPLICATE_BRIDGE'));
  }

  /** Stops listening and sending, for good: nothing is left behind. What waits is dropped, and that is told. */
  disconnect(): void {
    const dropped = this.release().length;
    if (dropped > 0) this.#observer.failed(this.#describe('QUEUE_DROPPED', String(dropped)));
  }

  /** Ends the link like `disconnect`, and hands over what waits to be sent by the next one. */
  release(): readonly Envelope[] {
    if (this.#state === 'idle') return [];
    for (const undo of this.#teardown) undo();
    this.#claim?.release();
    const waiting = [...(this.#opening ? [this.#opening] : []), ...this.#waiting.takeAll()];
    this.#opening = undefined;
    this.#enter('idle');
    return waiting;
  }

  /** The next id. Ids come from here only. */
  createMessageId(): string {
    this.#ids += 1;
    return `${this.#idPrefix}-${this.#ids}`;
  }

  /** Sends now, or keeps the message in its place until HubSpot is there. */
  send(message: Omit<Envelope, 'messageId'> & Partial<Envelope>): SendResult {
    if (this.#state === 'idle') return this.#refuse('DISCONNECTED', message.type);
    // Copied now: what the app changes afterwards does not count.
    const copy = tryClone(message);
    if (!copy) return this.#refuse('NOT_CLONEABLE', message.type);
    const messageId = copy.messageId ?? this.createMessageId();
    const envelope: Envelope = { ...copy, messageId };
    if (envelope.type === 'INITIALIZED') {
      if (this.#handshake.boundOrigin === undefined) this.#opening = envelope;
      else this.#open(envelope);
    } else if (this.#initialized && this.#waiting.size === 0) {
      this.#post(envelope);
    } else if (!this.#waiting.add(envelope)) {
      return this.#refuse('QUEUE_FULL', message.type);
    }
    return { ok: true, messageId };
  }

  #obstacle(): CallingError | undefined {
    const bad = [...this.#trusted].find((origin) => !isExactOrigin(origin));
    if (bad !== undefined) {
      return this.#describe(
        'INVALID_CONFIG',
        `allowed-origins “${bad}”, not an origin such as https://crm.example`,
      );
    }
    if (!this.#port.hasPeer) return this.#describe('NOT_FRAMED');
    if (this.#port.origin === 'null') return this.#describe('OPAQUE_ORIGIN');
    // Frames the browser does not tell about are unknown, not hostile.
    const foreign = this.#port.ancestorOrigins.find(
      (origin) => origin !== '' && origin !== 'null' && !this.#isTrusted(origin),
    );
    if (foreign === undefined) return undefined;
    const error = this.#describe('FOREIGN_ANCESTOR', foreign, this.#options.strictAncestors);
    if (error.fatal) return error;
    this.#observer.failed(error);
    return undefined;
  }

  #isTrusted(origin: string): boolean {
    return isHubSpotOrigin(origin, this.#options.environment) || this.#trusted.has(origin);
  }

  #listen(): void {
    this.#enter('connecting');
    this.#teardown.push(
      this.#port.listen(
        (arrival) => {
          this.#onArrival(arrival);
        },
        (arrival) => {
          if (this.#port.isPeer(arrival.source))
            this.#reject({ to: 'rejected', code: 'UNREADABLE' }, arrival);
        },
      ),
      this.#port.after(this.#options.handshakeTimeout ?? 30_000, () => {
        if (this.#state === 'connecting') this.#fail(this.#describe('SYNC_TIMEOUT'));
      }),
    );
  }

  #onArrival(arrival: Arrival): void {
    const passage = admit(arrival, {
      port: this.#port,
      sourceCheck: this.#options.sourceCheck,
      boundOrigin: this.#handshake.boundOrigin,
      recent: this.#recent,
      handshake: 'SYNC',
      known: inboundMessages,
      asItCame: this.#options.asOfficial,
      isTrusted: (origin) => this.#isTrusted(origin),
    });
    if (passage.to === 'rejected') {
      this.#reject(passage, arrival);
      return;
    }
    const { envelope } = passage;
    this.#log('from HubSpot', envelope);
    if (passage.to === 'handshake') this.#onSync(envelope, arrival);
    else if (passage.to === 'known') this.#observer.received(envelope as Message<InboundType>);
    else this.#onUnknown(envelope);
  }

  #onSync(sync: Envelope, { origin, source }: Arrival): void {
    const answer = this.#handshake.answer(sync, origin, source);
    if (answer.was === 'too soon') return;
    this.#observer.sent({ type: 'SYNC_ACK', messageId: sync.messageId });
    const { hostUrl } = answer.context;
    const isNews = answer.was === 'first' || answer.previous;
    if (isNews && hostUrl !== undefined && hostUrl !== origin) {
      this.#observer.failed(this.#describe('HOST_URL_MISMATCH', origin));
    }
    // Told of it, the app may have disconnected.
    if (this.#state === 'idle') return;
    if (answer.was === 'again') {
      this.#observer.readyAgain(answer.context, answer.previous, sync);
      return;
    }
    this.#enter('connected');
    this.#observer.ready(answer.context, sync);
    if (this.#opening || this.#options.asOfficial) this.#open(this.#opening);
  }

  #open(opening: Envelope | undefined): void {
    this.#opening = undefined;
    this.#initialized = true;
    // One by one: what the app sends on hearing of one goes behind those that wait.
    for (let next = opening ?? this.#waiting.take(); next; next = this.#waiting.take()) this.#post(next);
  }

  #onUnknown(message: Envelope): void {
    const isKnown = this.#observer.receivedUnknown(message) === false;
    const { type } = message;
    if (isKnown || this.#unknownTypes.has(type) || this.#unknownTypes.size >= mostUnknownTypes) return;
    this.#unknownTypes.add(type);
    this.send(unknownMessage(message));
  }

  #post(message: Envelope): void {
    const { boundOrigin, boundWindow } = this.#handshake;
    if (boundOrigin === undefined) return;
    this.#port.post(message, boundOrigin, boundWindow);
    this.#log('to HubSpot', message);
    this.#observer.sent(message);
  }

  #reject({ code, type, at }: Passage & { to: 'rejected' }, { origin }: Arrival): void {
    const rejection = this.#rejections.add(code, origin, type, at);
    if (rejection) this.#observer.rejected(rejection);
    // A trusted origin in the wrong window: perhaps a host that is built otherwise than we know.
    if (code !== 'BAD_SOURCE' || this.#options.sourceCheck === 'origin') return;
    if (this.#isForeignSourceTold || !this.#isTrusted(origin)) return;
    this.#isForeignSourceTold = true;
    this.#observer.failed(
      this.#describe(code, `${origin}, which is trusted; source-check="origin" lets it in`),
    );
  }

  #refuse(code: CallingErrorCode, type: string): SendResult {
    const error = this.#describe(code, maskNumbers(type));
    this.#observer.failed(error);
    return { ok: false, error };
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
