// Servers of widgets as they are met in the field, on ports that the system chooses, and how a request to one is made.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate for nobody in particular: made anew each time, and gone from the disk at once. */
function selfSigned() {
  const cwd = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const order =
      'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem';
    execFileSync('openssl', order.split(' '), { cwd, stdio: 'pipe' });
    const read = (name) => readFileSync(join(cwd, name), 'utf8');
    return { key: read('key.pem'), cert: read('cert.pem') };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** All servers of a test file, and one way to end them. */
export class FakeWidgets {
  #servers = [];
  #sockets = new Set();

  /** A page with these headers. */
  page(headers = {}, status = 200) {
    return this.serve((request, response) => {
      response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end('<!doctype html><p>Phone');
    });
  }

  async serve(listener) {
    return `http://localhost:${await this.#listen(http.createServer(listener))}/`;
  }

  async serveSecurely(listener) {
    this.certificate ??= selfSigned();
    return `https://localhost:${await this.#listen(https.createServer(this.certificate, listener))}/`;
  }

  /** A server that is none of the web's. */
  async serveRaw(onSocket) {
    return `http://localhost:${await this.#listen(net.createServer(onSocket))}/`;
  }

  /** An address where nothing listens. */
  async nowhere() {
    const server = net.createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return `http://127.0.0.1:${port}/`;
  }

  async close() {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(this.#servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }

  async #listen(server) {
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {}).on('close', () => this.#sockets.delete(socket));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#servers.push(server);
    return server.address().port;
  }
}

/** Asks a server on this machine, with whatever headers: `fetch` would correct some of them. */
export function ask(address, { path, body, ...options } = {}) {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port: url.port, path: path ?? url.pathname, agent: false, ...options },
      async (response) => {
        const chunks = await response.toArray();
        resolve({
          status: response.statusCode,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
