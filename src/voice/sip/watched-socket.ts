/** A WebSocket of the engine that can be given up: a dead one looks to the engine like one that was closed. */
import type { Clock } from '../../link/index.js';
import type { EngineSocket } from './engine.js';

/** A connection that does not open in this time, in ms, is given up. */
const openTimeoutMs = 10_000;

/** A longer message, in characters or bytes, is not read: no datagram carries one, and the engine would read it for long. */
const maxMessageLength = 65_535;

/** The engine sets what it wants to be called back with, as on a socket of its own. */
export class WatchedSocket implements EngineSocket {
  onconnect: EngineSocket['onconnect'] = () => undefined;
  ondisconnect: EngineSocket['ondisconnect'] = () => undefined;
  ondata: EngineSocket['ondata'] = () => undefined;
  readonly #inner: EngineSocket;
  readonly #clock: Clock;
  readonly #onHeard: () => void;
  #isInUse = false;
  #stopTimer = () => {};

  /** @param onHeard Called with everything that comes in. */
  constructor(inner: EngineSocket, clock: Clock, onHeard: () => void) {
    this.#inner = inner;
    this.#clock = clock;
    this.#onHeard = onHeard;
  }

  get url(): string {
    return this.#inner.url;
  }

  get sip_uri(): string {
    return this.#inner.sip_uri;
  }

  get via_transport(): string {
    return this.#inner.via_transport;
  }

  connect(): void {
    this.#isInUse = true;
    this.#inner.onconnect = () => {
      this.#stopTimer();
      this.onconnect();
    };
    this.#inner.ondisconnect = (...how) => {
      this.#leave();
      this.ondisconnect(...how);
    };
    this.#inner.ondata = (data) => {
      this.#onHeard();
      if (lengthOf(data) <= maxMessageLength) this.#read(data);
    };
    this.#stopTimer();
    this.#stopTimer = this.#clock.after(openTimeoutMs, () => this.drop());
    this.#inner.connect();
  }

  disconnect(): void {
    this.#leave();
    this.#inner.disconnect();
  }

  send(message: string): boolean {
    return this.#inner.send(message);
  }

  /** Gives the connection up, if there is one or one opens. The engine connects anew, to the next server if there is one. */
  drop(): void {
    if (!this.#isInUse) return;
    this.disconnect();
    this.ondisconnect(true);
  }

  // The engine throws at some headers that it cannot parse, such as an empty CSeq.
  #read(data: unknown): void {
    try {
      this.ondata(data);
    } catch (error) {
      console.debug('[hs-calling] A message of the SIP server cannot be read. It is dropped.', error);
    }
  }

  #leave(): void {
    this.#isInUse = false;
    this.#stopTimer();
  }
}

function lengthOf(data: unknown): number {
  return typeof data === 'string' ? data.length : (data as ArrayBuffer).byteLength;
}
