/** A port of this machine's own addresses, both of them: `localhost` may lead to either. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that listens, and how to end it. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** How many ports are tried after the first. */
const tries = 20;

/** Ms within which a request must have come whole. */
const patience = 10_000;

/**
 * Listens at the first of these ports that is free. Rejects with the system's error: EADDRINUSE, EACCES.
 *
 * @param first - 0: any that is free.
 * @param isFixed - Whether no other port will do.
 * @param listener - Answers requests. Is made when the port is known.
 */
export async function listenOn(
  first: number,
  isFixed: boolean,
  listener: (port: number) => RequestListener,
): Promise<Listening> {
  const last = isFixed && first !== 0 ? first : first + tries;
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
    // Without version 6 of IP, the other address is enough.
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
    const server = createServer({ requestTimeout: patience, headersTimeout: patience });
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

/** The system's word for an error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
