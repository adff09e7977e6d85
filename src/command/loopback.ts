/** Listens at a port of both loopback addresses, 127.0.0.1 and ::1: `localhost` may resolve to either. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens, and how to close it. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** How many ports after the first are tried. */
const maxNextPorts = 20;

/** How long the whole of a request may take to arrive. */
const requestTimeoutMs = 10_000;

/**
 * Listens at the first of these ports that is free. Rejects with the system's error: EADDRINUSE, EACCES.
 *
 * @param first - The first port to try. 0: any free one, chosen by the system.
 * @param isFixed - Whether only the first port may be used.
 * @param listener - Makes the function that answers requests, once the port is known.
 */
export async function listenOn(
  first: number,
  isFixed: boolean,
  listener: (port: number) => RequestListener,
): Promise<Listening> {
  const last = isFixed && first !== 0 ? first : first + maxNextPorts;
  for (let port = first; ; port += 1) {
    try {
      return await listenOnBoth(first === 0 ? 0 : port, listener);
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || port >= last) throw error;
    }
  }
}

async function listenOnBoth(port: number, listener: (port: number) => RequestListener): Promise<Listening> {
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(shut));
  };
  const first = await open(port, '127.0.0.1');
  servers.push(first);
  const actual = (first.address() as AddressInfo).port;
  try {
    servers.push(await open(actual, '::1'));
  } catch (error) {
    // Where the machine has no IPv6, 127.0.0.1 alone is enough.
    if (codeOf(error) === 'EADDRINUSE') {
      await close();
      throw error;
    }
  }
  const answer = listener(actual);
  for (const server of servers) server.on('request', answer);
  return { port: actual, close };
}

function open(port: number, address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs });
    server.once('error', reject);
    server.listen(port, address, () => resolve(server));
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The code of a system error, such as `EADDRINUSE`; of any other error its text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
