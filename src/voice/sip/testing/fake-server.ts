/** A SIP server and an engine without a network: a request is a line, and time passes only when the test says so. */
import { FakeWindow } from '../../../link/testing/fake-window.js';
import type { EngineSocket, SipEngine, SipMessage, UserAgent } from '../engine.js';
import type { LineClock } from '../line-check.js';

/** A clock that tests advance, with timers that repeat. */
export class FakeLineClock extends FakeWindow implements LineClock {
  #asleepMs = 0;

  every(ms: number, action: () => void): () => void {
    let stop = () => {};
    const next = () => {
      stop = this.after(ms, () => {
        next();
        action();
      });
    };
    next();
    return () => stop();
  }

  override now(): number {
    return super.now() + this.#asleepMs;
  }

  /** The computer sleeps: time goes on, timers do not. */
  sleep(ms: number): void {
    this.#asleepMs += ms;
  }
}

/** What the server does with what it gets. `frozen`: it takes everything in and says nothing. */
export class FakeServer {
  /** Every request so far: `REGISTER`, `OPTIONS`. */
  readonly requests: string[] = [];
  /** The statuses of the next responses to REGISTER; then 200. */
  readonly registerStatuses: number[] = [];
  isFrozen = false;
  /** Whether it opens connections; otherwise they neither open nor fail. */
  isOpening = true;
  /** Whether it drops OPTIONS. */
  ignoresOptions = false;
  /** The addresses of every connection so far. */
  readonly connections: string[] = [];

  answer(method: string): string | undefined {
    this.requests.push(method);
    if (this.isFrozen || (method === 'OPTIONS' && this.ignoresOptions)) return undefined;
    return method === 'REGISTER' ? `REGISTER ${String(this.registerStatuses.shift() ?? 200)}` : 'OPTIONS 404';
  }
}

/** JsSIP, as far as a registration needs it, at a fake server. It connects anew only when it is asked. */
export function fakeEngine(server: FakeServer): SipEngine {
  class Socket implements EngineSocket {
    readonly sip_uri = 'sip:fake';
    readonly via_transport = 'WSS';
    onconnect: EngineSocket['onconnect'] = () => undefined;
    ondisconnect: EngineSocket['ondisconnect'] = () => undefined;
    ondata: EngineSocket['ondata'] = () => undefined;
    #isOpen = false;

    constructor(readonly url: string) {}

    connect(): void {
      server.connections.push(this.url);
      if (!server.isOpening) return;
      this.#isOpen = true;
      this.onconnect();
    }

    disconnect(): void {
      this.#isOpen = false;
    }

    send(message: string): boolean {
      const answer = server.answer(message);
      if (answer !== undefined && this.#isOpen) this.ondata(answer);
      return true;
    }
  }

  return {
    UA: class extends FakeAgent {},
    WebSocketInterface: Socket,
    URI: { parse: (uri) => uri },
  };
}

type Listener = (event: never) => void;

class FakeAgent implements UserAgent {
  readonly transport: UserAgent['transport'];
  readonly #listeners = new Map<string, Listener[]>();
  readonly #sockets: EngineSocket[];
  #socket: EngineSocket | undefined;
  #isRegistered = false;

  constructor({ sockets }: ConstructorParameters<SipEngine['UA']>[0]) {
    this.#sockets = (sockets as readonly { socket: EngineSocket }[]).map(({ socket }) => socket);
    this.transport = {
      connect: () => this.#connect(),
      disconnect: () => {
        this.#socket?.disconnect();
        this.#socket = undefined;
      },
      send: (message) => this.#socket?.send(message) ?? false,
    };
  }

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  removeAllListeners(): void {
    this.#listeners.clear();
  }

  start(): void {
    this.#connect();
  }

  stop(): void {
    this.transport.disconnect();
  }

  unregister(): void {
    this.#isRegistered = false;
  }

  isRegistered(): boolean {
    return this.#isRegistered;
  }

  registrator(): { register(): void } {
    return { register: () => this.#socket?.send('REGISTER') };
  }

  sendOptions(): void {
    this.#socket?.send('OPTIONS');
  }

  call(): never {
    throw new Error('There are no calls here.');
  }

  set(): boolean {
    return true;
  }

  // Its servers in turn.
  #connect(): void {
    if (this.#socket) return;
    const socket = this.#sockets.shift();
    if (!socket) return;
    this.#sockets.push(socket);
    this.#socket = socket;
    socket.onconnect = () => this.#emit('connected', {});
    socket.ondisconnect = () => {
      this.#socket = undefined;
      this.#isRegistered = false;
      this.#emit('disconnected', {});
    };
    socket.ondata = (data) => this.#onData(String(data));
    socket.connect();
  }

  #onData(line: string): void {
    const [method, status] = line.split(' ');
    if (method !== 'REGISTER') return;
    const isAccepted = status === '200';
    const isNew = isAccepted && !this.#isRegistered;
    this.#isRegistered = isAccepted;
    if (isNew) this.#emit('registered', {});
    if (!isAccepted) {
      const response = { status_code: Number(status) } as SipMessage;
      this.#emit('registrationFailed', { response });
    }
  }

  #emit(name: string, event: object): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never);
  }
}
