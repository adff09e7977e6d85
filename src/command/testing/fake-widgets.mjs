// Servers of widgets as they are met in the field, on ports that the system chooses, and how a request to one is made.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whom a certificate is for, and what is wrong with it: one that says no more is for localhost and signed by itself. */
const CERTIFICATES = {
  'self-signed': {},
  expired: { days: -1 },
  'for another name': { name: 'other.example' },
  'expired and for another name': { days: -1, name: 'other.example' },
  'of an authority': { isSigned: true },
  'of an authority, expired': { isSigned: true, days: -1 },
  'of an authority, for another name': { isSigned: true, name: 'other.example' },
};

/** Makes certificates anew each time. Nothing of them stays on the disk but what a test asks for. */
class Authority {
  #folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  /** The file with the certificate that the others are signed with: for NODE_EXTRA_CA_CERTS. */
  file = join(this.#folder, 'authority.pem');

  constructor() {
    const order = 'req -x509 -newkey rsa:2048 -nodes -days 1 -keyout authority.key -out authority.pem -subj';
    this.#openssl([...order.split(' '), '/CN=An authority']);
  }

  make({ name = 'localhost', days = 1, isSigned = false }) {
    this.#openssl(
      `req -new -newkey rsa:2048 -nodes -subj /CN=${name} -addext subjectAltName=DNS:${name} -keyout key.pem -out order.csr`.split(
        ' ',
      ),
    );
    const signer = isSigned ? '-CA authority.pem -CAkey authority.key -CAcreateserial' : '-signkey key.pem';
    this.#openssl(
      `x509 -req -in order.csr ${signer} -copy_extensions copy -days ${days} -out cert.pem`.split(' '),
    );
    const [key, cert] = ['key.pem', 'cert.pem'].map((file) => readFileSync(join(this.#folder, file), 'utf8'));
    return { key, cert };
  }

  close() {
    rmSync(this.#folder, { recursive: true });
  }

  #openssl(args) {
    execFileSync('openssl', args, { cwd: this.#folder, stdio: 'pipe' });
  }
}

/** All servers of a test file, and one way to end them. */
export class FakeWidgets {
  #servers = [];
  #authority;
  #certificates = new Map();
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

  /** Behind a certificate of this kind. */
  async serveSecurely(listener, kind = 'self-signed') {
    if (!this.#certificates.has(kind)) {
      this.#authority ??= new Authority();
      this.#certificates.set(kind, this.#authority.make(CERTIFICATES[kind]));
    }
    const server = https.createServer(this.#certificates.get(kind), listener);
    return `https://localhost:${await this.#listen(server)}/`;
  }

  /** The file of the authority that some certificates are of, once there is one. */
  get authorityFile() {
    return this.#authority?.file;
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
    this.#authority?.close();
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
