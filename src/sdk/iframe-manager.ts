/** The official SDK's `IFrameManager` over our links: the widget's end of the wire, or the host's. */
import type { Envelope } from '../link/envelope.js';
import { HostLink } from '../link/host-link.js';
import { logMessage } from '../link/log.js';
import type { Rejection } from '../link/rejections.js';
import { unknownMessage, WidgetLink } from '../link/widget-link.js';
import { windowPort } from '../link/window-port.js';
import type { ErrorCode } from '../protocol/errors.js';
import type { HostContext } from '../protocol/sync.js';
import { attempt } from './attempt.js';
import { createIFrame, extractHostFromUrl, formatSize, getHostElement, resize } from './frame.js';
import type { HostMessage, IframeManagerOptions, IframeOptions, SizeInfo } from './types.js';

/** A message before it has an id. */
type Unsent = Omit<Envelope, 'messageId'> & Partial<Envelope>;

/** What either link can do. */
interface Wire {
  isReady(): boolean;
  origin(): string | undefined;
  send(message: Envelope): void;
  sync(): void;
  close(): void;
}

/** Messages that wait for a widget to answer, and unknown types that are answered. */
const most = 256;

let ids = 0;

/** One end of the wire: with `iFrameOptions` the host's, without them the widget's. Listens from the start. */
export class IFrameManager {
  static readonly getHostElement = getHostElement;
  static readonly extractHostFromUrl = extractHostFromUrl;
  static readonly createIFrame = createIFrame;
  static readonly formatSize = formatSize;

  /** An id that no other message of this page has. */
  static createMessageId(instanceId: string | number): string {
    ids += 1;
    return `${String(instanceId)}_${String(ids)}`;
  }

  /** The origin that a message would go to before anybody has shaken hands. */
  static getDestinationHost(iFrameOptions: IframeOptions | undefined): string {
    return extractHostFromUrl(iFrameOptions ? iFrameOptions.src : document.referrer);
  }

  /** Null after `remove` of a host. */
  options: IframeManagerOptions | null;
  onMessageHandler: IframeManagerOptions['onMessageHandler'];
  readonly isIFrameHost: boolean;
  /** Whether messages are logged, with numbers masked. */
  debugMode: boolean;
  /** Who waits for the reply to a message, by its id. */
  readonly callbacks: Record<string, CallableFunction> = {};
  /** Epoch ms of the start. */
  readonly instanceId = Date.now();
  /** What the ids of this end's messages begin with. */
  readonly instanceRegexp: RegExp;
  /** Takes what arrives, through the gates. */
  messageHandler: (event: MessageEvent) => void = () => undefined;
  /** The host's frame. */
  iFrame: HTMLIFrameElement | null = null;
  /** Epoch ms of the frame's latest load. */
  firstSyncSent = 0;
  readonly #port = windowPort({ peer: () => (this.isIFrameHost ? this.destinationWindow : framing()) });
  readonly #prefix = this.#port.createId();
  readonly #wire: Wire;
  readonly #onProblem: IframeManagerOptions['onProblem'];
  /** What the app said first: a host that starts again hears it again. */
  #opening: Envelope | undefined;

  /** Throws when an option is missing, or when there is no element for the frame. */
  constructor(options: IframeManagerOptions) {
    const { iFrameOptions, onMessageHandler, debugMode, onProblem } = options;
    if (!(onMessageHandler as unknown)) throw new Error('Invalid options: onMessageHandler is not defined');
    this.options = options;
    this.onMessageHandler = onMessageHandler;
    this.debugMode = !!debugMode;
    this.isIFrameHost = !!iFrameOptions;
    this.#onProblem = onProblem;
    this.instanceRegexp = new RegExp(`^${this.#prefix}`);
    const listen = this.#port.listen.bind(this.#port);
    this.#port.listen = (onArrival, onUnreadable) => listen((this.messageHandler = onArrival), onUnreadable);
    this.#wire = iFrameOptions ? this.#asHost(iFrameOptions) : this.#asWidget(options);
  }

  /** Whether both ends have shaken hands. */
  get isReady(): boolean {
    return this.#wire.isReady();
  }

  get destinationWindow(): Window | null {
    return this.isIFrameHost ? (this.iFrame?.contentWindow ?? null) : window.parent;
  }

  /** The origin at the other end. */
  get destinationHost(): string {
    return this.#wire.origin() ?? IFrameManager.getDestinationHost(this.options?.iFrameOptions);
  }

  /** Gives the host's frame another size. A number is px; what is 0 or missing stays. */
  updateIFrameSize(sizeInfo: SizeInfo): void {
    resize(this.iFrame, sizeInfo);
  }

  /** Stops listening and sending, for good, and takes the host's frame away. */
  remove(): void {
    this.#wire.close();
    if (!this.iFrame) return;
    this.iFrame.parentElement?.replaceChildren();
    this.iFrame = this.options = null;
  }

  /** Sends, or keeps the message in its place until both ends have shaken hands. `callback` gets the reply to it. */
  sendMessage(message: Unsent, callback?: CallableFunction): void {
    const messageId = message.messageId ?? IFrameManager.createMessageId(this.#prefix);
    if (callback) this.callbacks[messageId] = callback;
    const envelope = { ...message, messageId };
    if (envelope.type === 'INITIALIZED') this.#opening = envelope;
    this.#wire.send(envelope);
  }

  /** Takes an event as if it had arrived: through the gates. */
  onMessage(event: MessageEvent): void {
    this.messageHandler(event);
  }

  /** Has the host shake hands anew. */
  sendSync(): void {
    this.#wire.sync();
  }

  /** Tells that both ends have shaken hands. */
  onReady(data: object = {}): void {
    this.#tell({ type: 'READY', data });
  }

  /** Tells that the widget has not answered. */
  handleLoadError(): void {
    this.#tell({ type: 'SYNC_ACK_FAILED' });
  }

  /** One line, numbers masked, if `debugMode` is on. */
  logDebugMessage(...args: unknown[]): void {
    if (this.debugMode) logMessage('log', { type: '', data: args });
  }

  #log(direction: string, message: Envelope): void {
    if (this.debugMode) logMessage(direction, message);
  }

  #tell(message: Partial<HostMessage>, isUnknown = false): void {
    attempt(this.onMessageHandler, message, isUnknown);
  }

  /** Gives a message to the app, or to who waits for it; says whether it was more than a reply. */
  #receive(message: Envelope, isUnknown = false): boolean {
    const { messageId } = message;
    const isReply = this.instanceRegexp.test(String(messageId));
    if (isReply) {
      attempt(this.callbacks[messageId], message);
      Reflect.deleteProperty(this.callbacks, messageId);
    } else this.#tell(message, isUnknown);
    return !isReply;
  }

  #report(code: ErrorCode, detail = ''): void {
    this.logDebugMessage(code, detail);
    attempt(this.#onProblem, { code, detail });
  }

  #reject({ code, origin, type, at }: Rejection): void {
    this.#report(code, [origin, at ?? type].join(' ').trim());
  }

  #asWidget(options: IframeManagerOptions): Wire {
    const ready = (context: HostContext, sync: Envelope) => this.onReady(asSent(context, { ...sync }));
    const link = new WidgetLink(
      this.#port,
      Object.defineProperty({ ...options, asOfficial: true }, 'debug', { get: () => this.debugMode }),
      {
        ready,
        readyAgain: (context, previous, sync) => {
          if (previous) ready(context, sync);
          else if (this.#opening) link.send(this.#opening);
        },
        received: (message) => this.#receive(message),
        receivedUnknown: (message) => this.#receive(message, true),
        rejected: (rejection) => this.#reject(rejection),
        failed: ({ code, message }) => this.#report(code, message),
        connectionChanged() {},
        sent() {},
      },
      (code, message = '', fatal = false) => ({ code, message, fatal }),
    );
    link.connect();
    return {
      isReady: () => link.state === 'connected',
      origin: () => link.boundOrigin,
      send: (message) => link.send(message),
      sync() {},
      close: () => link.disconnect(),
    };
  }

  #asHost(options: IframeOptions): Wire {
    const widgetOrigin = extractHostFromUrl(options.src);
    const unknownTypes = new Set<string>();
    const waiting: Envelope[] = [];
    const hear = (message: Envelope, isUnknown?: boolean) => {
      this.#log('from widget', message);
      return this.#receive(message, isUnknown);
    };
    const send = (message: Envelope) => {
      if (!link.sendMessage(message) && waiting.length < most) waiting.push(message);
    };
    const link = new HostLink(
      this.#port,
      { widgetOrigin, asItCame: true },
      {
        ready: () => {
          this.onReady();
          for (const message of waiting.splice(0)) send(message);
        },
        timedOut: () => this.handleLoadError(),
        received: (message) => hear(message),
        receivedUnknown: (message) => {
          const { type } = message;
          if (!hear(message, true) || unknownTypes.has(type) || unknownTypes.size >= most) return;
          unknownTypes.add(type);
          this.sendMessage(unknownMessage(message));
        },
        sent: (message) => this.#log('to widget', message),
        rejected: (rejection) => this.#reject(rejection),
      },
    );
    const sync = () => {
      this.firstSyncSent = Date.now();
      link.connect();
    };
    this.iFrame = createIFrame(options, sync, () => this.handleLoadError());
    return {
      isReady: () => link.isReady,
      origin: () => widgetOrigin,
      send,
      sync,
      close: () => link.disconnect(),
    };
  }
}

/** The window around this one, if there is one. */
const framing = () => (window.parent === window ? null : window.parent);

/** What the handshake has told, as it was sent, where it could be read. */
const asSent = (context: HostContext, sync: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(context).map(([name, read]) => [
      name,
      read === undefined && sync[name] !== null ? undefined : sync[name],
    ]),
  );
