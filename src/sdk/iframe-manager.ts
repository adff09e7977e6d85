/** The official SDK's `IFrameManager` over our links: the widget's end of the connection, or the host's. */
import { systemClock } from '../link/clock.js';
import type { Envelope } from '../link/envelope.js';
import { HostLink } from '../link/host-link.js';
import type { LinkSource } from '../link/link-source.js';
import { logMessage } from '../link/log.js';
import type { Rejection } from '../link/rejections.js';
import { answerOncePerType, unknownTypeError } from '../link/unknown-types.js';
import { WidgetLink } from '../link/widget-link.js';
import type { WidgetLinkObserver } from '../link/widget-link-observer.js';
import { windowWire } from '../link/window-wire.js';
import type { Wire } from '../link/wire.js';
import type { ErrorCode } from '../protocol/errors.js';
import type { HostContext } from '../protocol/sync.js';
import { asSent } from './as-sent.js';
import { attempt } from './attempt.js';
import { Destination, type Connection } from './destination.js';
import {
  createIFrame,
  extractHostFromUrl,
  formatSize,
  getHostElement,
  resize,
  widgetOriginOf,
} from './frame.js';
import { warnOfSeveral, warnOfTag, warnOnce } from './warnings.js';
import { officialProfile } from './official-profile.js';
import type {
  AppManagerOptions,
  HostMessage,
  IframeManagerOptions,
  IframeOptions,
  SizeInfo,
} from './types.js';

/** A message before it has an id. */
type Unsent = Omit<Envelope, 'messageId'> & Partial<Envelope>;

/** Messages that a host queues until the widget has answered SYNC. */
const maxQueued = 256;

/** Why a message of the app's own was not sent. */
const ofOwnMessages: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'DISCONNECTED',
  'NOT_CLONEABLE',
  'QUEUE_DROPPED',
  'QUEUE_FULL',
]);

let lastMessageNumber = 0;

/** One end of the connection: the host's with `iFrameOptions`, the widget's without. Listens from the start. */
export class IFrameManager extends Destination {
  static getHostElement = getHostElement;
  static extractHostFromUrl = extractHostFromUrl;
  static formatSize = formatSize;

  /** Makes the frame and replaces the content of the host element with it. Throws when an option is missing or wrong. */
  static createIFrame(
    options: IframeOptions,
    onLoad: (event: Event) => void,
    onError: OnErrorEventHandler,
  ): HTMLIFrameElement | null {
    return createIFrame(options, onLoad, onError, IFrameManager.getHostElement);
  }

  /** A message id that no other message of this page has. */
  static createMessageId(instanceId: string | number): string {
    lastMessageNumber += 1;
    return `${String(instanceId)}_${String(lastMessageNumber)}`;
  }

  /** The origin that a message would be sent to before the handshake. */
  static getDestinationHost(iFrameOptions: IframeOptions | undefined): string {
    return IFrameManager.extractHostFromUrl(iFrameOptions ? iFrameOptions.src : document.referrer);
  }

  /** Gets each message that passed the gates. */
  onMessageHandler: IframeManagerOptions['onMessageHandler'];
  /** Whether messages are logged, phone numbers masked. */
  debugMode: boolean;
  /** The functions that get the reply to a message, by the id of the message. */
  callbacks: Record<string, CallableFunction> = {};
  /** The time at which this manager was made, in epoch ms. */
  instanceId = Date.now();
  /** Matches the ids of the messages that this manager has sent. */
  instanceRegexp: RegExp;
  /** Handles a `message` event of the window: it has to pass the gates. */
  messageHandler: (event: MessageEvent) => void = () => undefined;
  /** The time of the frame's latest load, in epoch ms; 0 before. */
  firstSyncSent = 0;
  readonly #wire: Wire;
  readonly #idPrefix: string;
  protected readonly connection: Connection;
  readonly #onProblem: AppManagerOptions['onProblem'];
  /** The app's latest INITIALIZED, to be sent again to a host that shakes hands again. */
  #initialized: Envelope | undefined;

  /** Throws when an option is missing or wrong, or when there is no element for the frame. */
  constructor(options: AppManagerOptions) {
    const { iFrameOptions, onMessageHandler, debugMode, onProblem } = options;
    super(options);
    if (!(onMessageHandler as unknown)) throw new Error('Invalid options: onMessageHandler is not defined');
    this.onMessageHandler = onMessageHandler;
    this.debugMode = !!debugMode;
    this.#onProblem = onProblem;
    this.#wire = windowWire({ peer: () => this.peer });
    this.#idPrefix = this.#wire.links.createIdPrefix(() => this.#wire.createId());
    this.instanceRegexp = new RegExp(`^${this.#idPrefix}_`);
    // The link's own listener is also what `messageHandler` and `onMessage` have to call.
    const listen = this.#wire.listen.bind(this.#wire);
    this.#wire.listen = (onArrival, onUnreadable) => listen((this.messageHandler = onArrival), onUnreadable);
    this.connection = iFrameOptions ? this.#connectAsHost(iFrameOptions) : this.#connectAsWidget(options);
  }

  protected get unboundHost(): string {
    return IFrameManager.getDestinationHost(this.options?.iFrameOptions);
  }

  /** Changes the size of the host's frame: 50 to 5000 px a side. A side that is 0, missing or no size stays as it is. */
  updateIFrameSize(sizeInfo: SizeInfo): void {
    resize(this.iFrame, sizeInfo, IFrameManager.formatSize);
  }

  /** Stops listening and sending, for good, and removes the host's frame. */
  remove(): void {
    this.connection.link.disconnect();
    if (!this.iFrame) return;
    this.iFrame.parentElement?.replaceChildren();
    this.iFrame = this.options = null;
  }

  /** Sends a message, or queues it until both ends have shaken hands. `callback` gets the reply to it. */
  sendMessage(message: Unsent, callback?: CallableFunction): void {
    const messageId = message.messageId ?? IFrameManager.createMessageId(this.#idPrefix);
    if (callback) this.callbacks[messageId] = callback;
    const envelope = { ...message, messageId };
    if (envelope.type === 'INITIALIZED') this.#initialized = envelope;
    this.send(envelope);
  }

  /** Handles an event as if it had arrived: it has to pass the gates. */
  onMessage(event: MessageEvent): void {
    this.messageHandler(event);
  }

  /** Starts the handshake again, at the host's end. At the widget's end it does nothing. */
  sendSync(): void {
    this.connection.sendSync();
  }

  /** Tells the app that both ends have shaken hands. */
  onReady(data: object = {}): void {
    this.isReady = true;
    this.#callHandler({ type: 'READY', data });
  }

  /** Tells the app, at the host's end, that the widget has not answered SYNC. */
  handleLoadError(): void {
    this.#callHandler({ type: 'SYNC_ACK_FAILED' });
  }

  /** Writes one line to the console, phone numbers masked, if `debugMode` is on. */
  logDebugMessage(...args: unknown[]): void {
    this.#log('log', { type: '', data: args });
  }

  #log(direction: string, message: Pick<Envelope, 'type' | 'data'>): void {
    if (this.debugMode) logMessage(direction, message);
  }

  #callHandler(message: Partial<HostMessage>, isUnknown = false): void {
    attempt(this.onMessageHandler, message, isUnknown);
  }

  /** Gives a message to the app, or a reply to its callback. Returns false for a reply: it needs no answer. */
  #receive(message: Envelope, isUnknown = false): boolean {
    const { messageId } = message;
    const isReply = this.instanceRegexp.test(String(messageId));
    if (isReply) {
      attempt(this.callbacks[messageId], message);
      Reflect.deleteProperty(this.callbacks, messageId);
    } else this.#callHandler(message, isUnknown);
    return !String(messageId).startsWith(this.#wire.links.idPrefix);
  }

  /** Tells a problem. What was `lost` by it is one line on the console for each kind, also without `debugMode`. */
  #report(code: ErrorCode, detail: string, lost?: string): void {
    this.logDebugMessage(code, detail);
    attempt(this.#onProblem, { code, detail });
    if (lost) warnOnce(this.#wire.links, code, lost);
  }

  #reject({ code, origin, type, at, count }: Rejection): void {
    const what = at ?? type;
    // Without a type it is the noise of other scripts. With one, it comes from the host that is trusted.
    this.#report(code, [origin, what].join(' ').trim(), count === 1 ? what : undefined);
  }

  #connectAsWidget(options: AppManagerOptions): Connection {
    const ready = (context: HostContext, sync: Envelope) => this.onReady(asSent(context, { ...sync }));
    // `debugMode` may change at any time.
    const settings = Object.defineProperty({ ...options }, 'debug', { get: () => this.debugMode });
    const observer: WidgetLinkObserver = {
      ready,
      readyAgain: (context, previous, sync) => {
        if (previous) ready(context, sync);
        else if (this.#initialized) link.send(this.#initialized);
      },
      received: (message) => this.#receive(message),
      receivedUnknown: (message) => this.#receive(message, true),
      rejected: (rejection) => this.#reject(rejection),
      failed: ({ code, message }) => {
        warnOfTag(this.#wire.links, code);
        this.#report(code, message, ofOwnMessages.has(code) ? message : undefined);
      },
      sent() {},
      connectionChanged() {},
    };
    const link =
      (options.frames as LinkSource | undefined)?.createLink(settings, observer) ??
      new WidgetLink({ wire: this.#wire, clock: systemClock, profile: officialProfile }, settings, observer);
    link.connect();
    warnOfSeveral(this.#wire.links);
    return { link, send: (message) => link.send(message), sendSync() {} };
  }

  #connectAsHost(options: IframeOptions): Connection {
    const widgetOrigin = widgetOriginOf(options);
    const isAnswerDue = answerOncePerType();
    const queue: Envelope[] = [];
    const receive = (message: Envelope, isUnknown?: boolean) => {
      this.#log('from widget', message);
      return this.#receive(message, isUnknown);
    };
    const send = (message: Envelope) => {
      if (link.sendMessage(message)) return;
      if (queue.length < maxQueued) queue.push(message);
      else this.#report('QUEUE_FULL', message.type, message.type);
    };
    const link = new HostLink(
      { wire: this.#wire, clock: systemClock, profile: officialProfile },
      { widgetOrigin },
      {
        ready: () => {
          this.onReady();
          for (const message of queue.splice(0)) send(message);
        },
        timedOut: () => this.handleLoadError(),
        received: (message) => receive(message),
        receivedUnknown: (message) => {
          if (receive(message, true) && isAnswerDue(message.type)) {
            this.sendMessage(unknownTypeError(message));
          }
        },
        sent: (message) => this.#log('to widget', message),
        rejected: (rejection) => this.#reject(rejection),
      },
    );
    const sendSync = () => {
      this.firstSyncSent = Date.now();
      link.connect();
    };
    const manager = this.constructor as typeof IFrameManager;
    this.iFrame = manager.createIFrame(options, sendSync, () => this.handleLoadError());
    return { link, send, sendSync };
  }
}
