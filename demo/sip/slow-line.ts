/** A line between the browser and the SIP server that a test can freeze or slow down: a TCP proxy. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class SlowLine {
  readonly #server: Server;
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #isFrozen = false;
  /** Ms by which everything from the server is late. */
  delayMs = 0;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((browser) => this.#join(browser));
  }

  /** @param url The server's address, `ws:`. */
  static async open(url: string): Promise<SlowLine> {
    const line = new SlowLine(new URL(url));
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  /** The address that the browser connects to. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `ws://127.0.0.1:${port}${this.#target.pathname}`;
  }

  /** From now on nothing gets through and nothing is closed, as when the network is gone without a word. */
  freeze(): void {
    this.#isFrozen = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** New connections work. Those that were frozen stay as they are. */
  thaw(): void {
    this.#isFrozen = false;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #join(browser: Socket): void {
    this.#keep(browser);
    if (this.#isFrozen) {
      browser.pause();
      return;
    }
    const server = connect(Number(this.#target.port), this.#target.hostname);
    this.#keep(server);
    browser.on('data', (data) => server.write(data));
    server.on('data', (data) => {
      setTimeout(() => browser.write(data), this.delayMs);
    });
    browser.on('close', () => server.destroy());
    server.on('close', () => browser.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
