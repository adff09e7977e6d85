/**
 * Serves the drop-in of the official SDK with a bridge that is one of several frames. What HubSpot says of calls reaches the
 * handlers of the owner only, and what the app says of them in any frame is said once.
 */
import type { BridgeSettings, CallingBridge, EventDetails } from '../bridge/index.js';
import type {
  Envelope,
  SendResult,
  ServedLink,
  WidgetLinkObserver,
  WidgetLinkOptions,
} from '../link/index.js';
import { systemClock } from '../link/index.js';
import { isSameMessage } from '../link/recent-messages.js';
import {
  callingError,
  eventName,
  inboundMessages,
  type CallingError,
  type HostContext,
  type InboundType,
  type Message,
} from '../protocol/index.js';
import type { Frames } from './frames.js';

/** Ms that a number which was pressed waits for the calling window. After that, nobody expects the call any more. */
const dialWaitsMs = 60_000;

/** The options of the drop-in that are settings of a bridge, too. */
const settingNames = [
  'allowedOrigins',
  'environment',
  'handshakeTimeout',
  'strictAncestors',
  'sourceCheck',
  'debug',
] as const satisfies readonly (keyof WidgetLinkOptions)[];

export class DropInLinks {
  readonly #bridge: CallingBridge;
  readonly #frames: Frames;
  /** Of each instance of the drop-in that is connected. */
  readonly #observers = new Set<WidgetLinkObserver>();
  /** The last INITIALIZED of the app since the handshake. */
  #initialized: Envelope | undefined;
  /** The types of messages that are this frame's business, and are being told right now. */
  readonly #heard = new Set<string>();
  /** The number that was pressed while there was no window to call in. */
  #pressed: { readonly message: Envelope; readonly at: number } | undefined;

  constructor(bridge: CallingBridge, frames: Frames) {
    this.#bridge = bridge;
    this.#frames = frames;
    this.#listen();
    bridge.subscribe(({ frame }) => {
      if (!this.#pressed || frame.role === 'undecided' || frame.needsWindow) return;
      queueMicrotask(() => {
        this.#handOn();
      });
    });
  }

  create(options: WidgetLinkOptions, observer: WidgetLinkObserver): ServedLink {
    const bridge = this.#bridge;
    const observers = this.#observers;
    return {
      get isReady() {
        return observers.has(observer) && bridge.getState().connection === 'connected';
      },
      get boundOrigin() {
        return bridge.hostOrigin;
      },
      connect: () => {
        this.#connect(options, observer);
      },
      send: (message) => this.#say(observer, message),
      disconnect: () => {
        observers.delete(observer);
        // A framework makes the next instance at once: the connection goes on with that.
        queueMicrotask(() => {
          if (observers.size === 0) bridge.disconnect();
        });
      },
    };
  }

  #connect(options: WidgetLinkOptions, observer: WidgetLinkObserver): void {
    const { connection, host } = this.#bridge.getState();
    this.#observers.add(observer);
    if (connection === 'connected' && host) {
      // A moment later, as a message arrives: the app has its own part ready by then.
      queueMicrotask(() => {
        if (this.#observers.has(observer)) observer.ready(host, syncOf(host));
      });
    } else if (this.#observers.size === 1) {
      const given = settingNames.map((name) => [name, options[name]] as const);
      const settings: BridgeSettings = Object.fromEntries(given.filter(([, value]) => value !== undefined));
      this.#bridge.configure({ ...settings, manual: true });
      this.#bridge.connect();
    }
  }

  #say(observer: WidgetLinkObserver, { type, data }: Pick<Envelope, 'type' | 'data'>): SendResult {
    if (!this.#observers.has(observer)) {
      const error = callingError('DISCONNECTED', type);
      observer.failed(error);
      return { ok: false, error };
    }
    if (type === 'INITIALIZED') {
      const said = { type, messageId: '', data };
      const isKnown = this.#initialized && isSameMessage(said, this.#initialized);
      // To a host that starts again the bridge says it again by itself.
      if (isKnown) return { ok: true, messageId: '' };
      this.#initialized = said;
    }
    return this.#bridge.sendMessage({ type, data });
  }

  #listen(): void {
    const { target } = this.#frames.reports;
    const on = <K extends keyof EventDetails>(name: K, listener: (detail: EventDetails[K]) => void) => {
      target.addEventListener(name, (event) => {
        listener((event as CustomEvent<EventDetails[K]>).detail);
      });
    };
    on('hs-ready', (host) => {
      this.#initialized = undefined;
      this.#tell((observer) => observer.ready(host, syncOf(host)));
    });
    on('hs-context-change', ({ context, previous }) => {
      this.#tell((observer) => observer.readyAgain(context, previous, syncOf(context)));
    });
    on('hs-unknown-message', (message) => {
      this.#tell((observer) => observer.receivedUnknown(message));
    });
    on('hs-rejected', (rejection) => {
      this.#tell((observer) => observer.rejected(rejection));
    });
    on('hs-error', (error) => {
      this.#tell((observer) => observer.failed(error as CallingError));
    });
    // Only the frame whose business a message is raises the message's own event. ERROR has none, and is each frame's own.
    for (const type of inboundMessages.keys()) {
      if (type === 'ERROR') continue;
      target.addEventListener(eventName(type), (event) => {
        this.#heard.add(type);
        // The app's own handler hangs up.
        if (type === 'END_CALL') event.preventDefault();
      });
    }
    on('hs-message', (message) => {
      const isHeard = this.#heard.delete(message.type) || message.type === 'ERROR';
      // Once it is true: a call that the app starts by it is one with the person whose number was pressed.
      if (isHeard)
        queueMicrotask(() => {
          this.#receive(message);
        });
    });
  }

  #receive(message: Envelope): void {
    const isToWait = message.type === 'DIAL_NUMBER' && this.#bridge.getState().frame.needsWindow;
    if (!isToWait) {
      // It has passed the gates.
      this.#tell((observer) => observer.received(message as Message<InboundType>));
      return;
    }
    this.#pressed = { message, at: systemClock.now() };
    this.#tell((observer) => observer.failed(callingError('NEEDS_WINDOW', message.type)));
  }

  /** The window is there: it calls the number that was pressed before. */
  #handOn(): void {
    const { message, at } = this.#pressed ?? {};
    this.#pressed = undefined;
    if (!message || systemClock.now() - (at ?? 0) > dialWaitsMs) return;
    const what = { kind: 'received', message: message as Message<InboundType> } as const;
    if (!this.#frames.forward(what)) this.#frames.reports.perform(what);
  }

  #tell(news: (observer: WidgetLinkObserver) => unknown): void {
    for (const observer of this.#observers) news(observer);
  }
}

/** A SYNC that tells the same. */
const syncOf = (context: HostContext): Envelope => ({ ...context, type: 'SYNC', messageId: '' });
