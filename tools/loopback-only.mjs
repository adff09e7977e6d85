// Keeps a development server to this machine, and to what it is there for. The servers of `npm start` and of the unit tests
// would listen on every address, answer to every name, and serve every file of the disk.
//
// 1. It listens on 127.0.0.1 and ::1, and nowhere else.
// 2. Whoever asks has to call it by one of its own names: a page whose name leads here (DNS rebinding) gets nothing.
// 3. A socket may be opened by its own pages only: browsers let any page open one.
// 4. Of the checkout it serves the folders that are named, without hidden files and without links that lead out of them.
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, sep } from 'node:path';
import { ROOT } from './root.mjs';

/** The names of this machine. All of them lead to one of the two addresses. */
const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Nothing hidden, nothing that has to be decoded, and no way up. */
const PLAIN_NAME = /^[\w@][\w@.+-]*$/;

/** What a server may be called: as in a Host header, in lower case. */
const hostsAt = (port) => NAMES.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);

/** Why a request is refused, by its Host header; undefined if it is not. */
function wrongHost({ headers: { host = '' }, socket: { localPort } }) {
  if (hostsAt(localPort).includes(host.toLowerCase())) return undefined;
  return `“${host}” is not the name of this server. It answers at http://localhost:${localPort}/ on this machine only.`;
}

/** The same by its Origin header, which programs that are no browser do not send. */
function wrongOrigin({ headers: { origin }, socket: { localPort } }) {
  if (origin === undefined || hostsAt(localPort).some((host) => origin === `http://${host}`))
    return undefined;
  return `A page of ${origin} may not open a socket here.`;
}

/** Whether a path leads to something in one of these folders; links are followed. */
async function isIn(path, folders) {
  const names = path.slice(1).split('/');
  const isFolder = names.at(-1) === '' && names.pop() === '';
  const folder = folders.find((one) => path === `/${one}` || path.startsWith(`/${one}/`));
  if (!folder || !path.startsWith('/') || !names.every((name) => PLAIN_NAME.test(name))) return false;
  try {
    const top = await realpath(join(ROOT, folder));
    const file = await realpath(join(ROOT, path, isFolder ? 'index.html' : ''));
    return file === top || file.startsWith(`${top}${sep}`);
  } catch {
    // There is no such file: it is made when it is asked for, or the server says so.
    return true;
  }
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.off('error', reject)));
  });
}

/** Ends what listens on every address, and listens on the two of this machine. Resolves with the server of the second. */
async function listenOnLoopback(server) {
  const { port } = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  await listen(server, port, '127.0.0.1');
  const second = createServer({ allowHalfOpen: true }, (socket) => server.emit('connection', socket));
  try {
    return await listen(second, port, '::1');
  } catch (error) {
    // Where the machine has no IPv6, 127.0.0.1 alone is enough.
    if (error.code === 'EADDRINUSE') throw error;
    return undefined;
  }
}

/** Has every request, and every socket that is to be opened, looked at before anything else sees it. */
function guard(server, event, whyNot) {
  const listeners = server.listeners(event);
  server.removeAllListeners(event);
  server.on(event, async (request, ...rest) => {
    const why = await whyNot(request);
    if (why !== undefined) refuse(request.socket, why);
    else for (const listener of listeners) listener.call(server, request, ...rest);
  });
}

function refuse(socket, why) {
  const body = `${why}\n`;
  const head = [
    'HTTP/1.1 403 Forbidden',
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  // Nobody else listens to a socket that was to be opened: who hangs up now would end the server.
  socket.on('error', () => {});
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * A plugin for a development server. It has to be the first of the server's plugins: they are started one after the other
 * while the server listens already, and no request is heard before the first that waits.
 *
 * @param {{ folders: string[], paths: string[] }} served - Folders of the checkout, without a slash around them; and single
 *   paths, exactly as they are asked for, whatever is behind them.
 */
export function loopbackOnly({ folders, paths }) {
  const what = [...paths, ...folders.map((folder) => `/${folder}`)].join(', ');
  async function notServed({ url }) {
    const [path] = url.split('?', 1);
    if (paths.includes(path) || (await isIn(path, folders))) return undefined;
    return `This is not served. What is: ${what}`;
  }

  let second;
  return {
    name: 'loopback-only',
    async serverStart({ server }) {
      guard(server, 'request', (request) => wrongHost(request) ?? notServed(request));
      guard(server, 'upgrade', (request) => wrongHost(request) ?? wrongOrigin(request));
      second = await listenOnLoopback(server);
    },
    serverStop: () => second?.close(),
  };
}
