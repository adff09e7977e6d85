/** Where the messages of an `IFrameManager` go, and when: as the connection says, or as the app has set the fields. */
import type { Envelope } from '../link/envelope.js';
import type { AppManagerOptions, IframeManagerOptions } from './types.js';

/** What the manager does with its link, whichever end that is. */
export interface Connection {
  readonly link: {
    readonly isReady: boolean;
    readonly boundOrigin: string | undefined;
    disconnect(): void;
  };
  send(message: Envelope): void;
  sendSync(): void;
}

export abstract class Destination {
  /** Null after `remove` at the host's end. */
  options: IframeManagerOptions | null;
  /** Whether this is the host's end. */
  isIFrameHost: boolean;
  /** The widget's frame, at the host's end. */
  iFrame: HTMLIFrameElement | null = null;
  protected abstract readonly connection: Connection;
  /** The origin that a message would be sent to before the handshake. */
  protected abstract readonly unboundHost: string;
  readonly #fields: {
    isReady?: boolean | undefined;
    destinationWindow?: Window | null;
    destinationHost?: string;
  } = {};
  /** What the app says while it has set `isReady` to false. */
  readonly #held: Envelope[] = [];

  constructor(options: AppManagerOptions) {
    this.options = options as IframeManagerOptions;
    this.isIFrameHost = !!options.iFrameOptions;
  }

  /** Whether both ends have shaken hands. Set to true, messages leave at once; to false, they wait until it is true. */
  get isReady(): boolean {
    return this.#fields.isReady ?? this.connection.link.isReady;
  }
  set isReady(isReady: boolean) {
    this.#fields.isReady = isReady === this.connection.link.isReady ? undefined : isReady;
    if (isReady) for (const message of this.#held.splice(0)) this.send(message);
  }

  /** The window at the other end: the parent, or that of the host's frame. Null while there is no frame. */
  get destinationWindow(): Window | null {
    const { destinationWindow } = this.#fields;
    if (destinationWindow !== undefined) return destinationWindow;
    return this.isIFrameHost ? (this.iFrame?.contentWindow ?? null) : window.parent;
  }
  set destinationWindow(destinationWindow: Window | null) {
    this.#fields.destinationWindow = destinationWindow;
  }

  /** The origin that messages are sent to. Only HubSpot's origins and `allowedOrigins` are listened to, whatever it is. */
  get destinationHost(): string {
    return this.#fields.destinationHost ?? this.connection.link.boundOrigin ?? this.unboundHost;
  }
  set destinationHost(destinationHost: string) {
    this.#fields.destinationHost = destinationHost;
  }

  /** The window that is listened to. A page that no other frames is its own parent: then there is none. */
  protected get peer(): Window | null {
    const peer = this.destinationWindow;
    return peer === window && this.#fields.destinationWindow === undefined ? null : peer;
  }

  /** Sends a message over the connection, or straight to where the app has set that it goes. */
  protected send(message: Envelope): void {
    const { isReady, destinationWindow, destinationHost } = this.#fields;
    const isOpen = isReady === true && !this.connection.link.isReady;
    const isElsewhere = destinationWindow !== undefined || destinationHost !== undefined;
    if (isReady === false) this.#held.push(message);
    else if (isOpen || (isElsewhere && this.isReady))
      this.destinationWindow?.postMessage(message, this.destinationHost);
    else this.connection.send(message);
  }
}
