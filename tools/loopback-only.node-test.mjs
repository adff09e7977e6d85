// What the development servers give to whom: the real ones, started on free ports and asked over plain sockets, since
// a client for HTTP would correct the requests.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freePort } from './free-port.mjs';
import { ROOT } from './root.mjs';

/** How long a server may take to start. */
const START_TIMEOUT_MS = 60_000;

const running = new Set();
after(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Sends these bytes, and resolves with all that comes back: an error's code where there is no connection. */
function send(port, text, address = '127.0.0.1') {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, address, () => socket.write(text));
    socket.setEncoding('latin1').on('data', (chunk) => {
      answer += chunk;
      // What follows is no HTTP, and nobody ends it.
      if (answer.startsWith('HTTP/1.1 101 ')) socket.destroy();
    });
    socket.on('error', ({ code }) => resolve(code)).on('close', () => resolve(answer));
  });
}

/** Asks for a path, exactly as it is written here. */
async function ask(port, path, { host = `localhost:${port}`, address, headers = '' } = {}) {
  const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${headers}Connection: close\r\n\r\n`;
  const answer = await send(port, request, address);
  const [head] = answer.split('\r\n\r\n');
  return {
    answer,
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]),
    text: answer.slice(head.length).trim(),
  };
}

/** Starts a server, and resolves with its port once it answers. */
async function start(program, args, env = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/@web', program), ...args(port)], {
    cwd: ROOT,
    env: { ...process.env, BROWSER: 'none', BROWSERS: 'chromium', PORT: String(port), ...env },
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${program}:\n${output}`);
    const { status } = await ask(port, '/');
    if (status) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const SERVERS = {
  'npm start': {
    start: () => start('dev-server/dist/bin.js', () => []),
    served: [
      '/demo/',
      '/demo/widget.html',
      '/demo/widget.ts',
      '/demo/widget.css?x=/../y',
      '/cdn/hs-calling-elements.iife.min.js',
      '/node_modules/@hubspot/calling-extensions-sdk/dist/main.js',
    ],
    folder: 'demo',
  },
  'the runner of the unit tests': {
    // It stays, and starts no browser.
    start: () => start('test-runner/dist/bin.js', (port) => ['--manual', '--port', String(port)]),
    served: [
      '/',
      '/package.json',
      '/src/call/advance.ts',
      '/components/dialer/dialer.ts',
      '/node_modules/lit/index.js',
    ],
    folder: 'src',
  },
};

/** What is on every machine, and what is in this checkout but for nobody else. */
const outside = '/etc/passwd';
const upFrom = (levels) => `/__wds-outside-root__/${levels}`;
const up = upFrom(ROOT.split('/').length - 2);

for (const [name, { start: startServer, served, folder }] of Object.entries(SERVERS)) {
  describe(name, () => {
    let port;
    /** What may not be seen: a folder outside, links to it and into it, and a hidden file. */
    const secrets = mkdtempSync(join(tmpdir(), 'outside-'));
    const link = `link-${basename(secrets)}`;
    const made = [link, `${link}.txt`, '.hidden-for-test'].map((file) => join(ROOT, folder, file));
    before(async () => {
      for (const file of ['secret.txt', 'index.html']) writeFileSync(join(secrets, file), 'root:secret');
      symlinkSync(secrets, made[0]);
      symlinkSync(join(secrets, 'secret.txt'), made[1]);
      writeFileSync(made[2], 'root:secret');
      port = await startServer();
    });
    after(() => {
      for (const path of [...made, secrets]) rmSync(path, { recursive: true });
    });

    for (const path of served) {
      test(`serves ${path}`, async () => {
        for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `LocalHost:${port}`]) {
          assert.equal((await ask(port, path, { host })).status, 200, host);
        }
      });
    }

    test('answers at both addresses of this machine', async () => {
      const [path] = served;
      assert.equal((await ask(port, path)).status, 200);
      const hasIpv6 = Object.values(networkInterfaces())
        .flat()
        .some(({ address }) => address === '::1');
      if (!hasIpv6) return;
      assert.equal((await ask(port, path, { address: '::1' })).status, 200);
      assert.equal((await ask(port, path, { address: '::1', host: `[::1]:${port}` })).status, 200);
    });

    test('listens at no other address', async () => {
      const others = Object.values(networkInterfaces())
        .flat()
        .filter(({ internal }) => !internal);
      for (const { address, scopeid } of others) {
        const at = scopeid ? `${address}%${scopeid}` : address;
        assert.match(await send(port, 'GET / HTTP/1.0\r\n\r\n', at), /^E[A-Z]+$/, at);
      }
      // All of 127.0.0.0/8 is this machine, but only one of its addresses is asked for.
      assert.equal(await send(port, 'GET / HTTP/1.0\r\n\r\n', '127.0.0.2'), 'ECONNREFUSED');
    });

    for (const host of [
      'evil.example',
      'evil.example:PORT',
      'localhost',
      'localhost:1',
      'localhost:PORT0',
      'localhost.:PORT',
      'localhost.evil.example:PORT',
      '127.0.0.1.nip.example:PORT',
      '127.0.0.2:PORT',
      '0.0.0.0:PORT',
      '[::]:PORT',
      'me@localhost:PORT',
      '',
    ]) {
      test(`refuses who calls it “${host}”, and says why`, async () => {
        const { status, text } = await ask(port, served[0], { host: host.replace('PORT', port) });
        assert.equal(status, 403);
        assert.match(text, new RegExp(`^[^\n]*http://localhost:${port}/[^\n]*$`));
      });
    }

    test('refuses who does not say how it is called', async () => {
      assert.match(await send(port, `GET ${served[0]} HTTP/1.0\r\n\r\n`), /^HTTP\/1\.1 403 /);
      assert.match(await send(port, `GET ${served[0]} HTTP/1.1\r\n\r\n`), /^HTTP\/1\.1 400 /);
    });

    test('refuses sockets of other pages', async () => {
      const upgrade = (origin) =>
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${origin && `Origin: ${origin}\r\n`}`;
      const open = (host, origin) =>
        send(port, `GET /wds HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\n${upgrade(origin)}\r\n`);
      for (const own of [`http://localhost:${port}`, `http://127.0.0.1:${port}`, '']) {
        assert.match(await open(`localhost:${port}`, own), /^HTTP\/1\.1 101 /, own);
      }
      for (const [host, origin] of [
        ['evil.example', ''],
        [`evil.example:${port}`, `http://evil.example:${port}`],
        [`localhost:${port}`, 'https://evil.example'],
        [`localhost:${port}`, `http://localhost:${port + 1}`],
        [`localhost:${port}`, `https://localhost:${port}`],
        [`localhost:${port}`, 'null'],
      ]) {
        assert.match(await open(host, origin), /^HTTP\/1\.1 403 /, `${host} ${origin}`);
      }
    });

    const hidden = [
      '/.git/config',
      '/.git/HEAD',
      '/.git',
      '/.GIT/config',
      '/%2egit/config',
      '/%2Egit/HEAD',
      '/%252egit/config',
      '/.%67it/config',
      '/.ci/run',
      '/.npmrc',
      '/.prettierrc.json',
      '/package-lock.json',
      '/PACKAGE-LOCK.JSON',
      '/web-dev-server.config.mjs',
      '/tools/root.mjs',
      '/node_modules/.package-lock.json',
      '/node_modules/%2epackage-lock.json',
      `/${folder}/.hidden-for-test`,
      `/${folder}/%2ehidden-for-test`,
      `/${folder}/%252ehidden-for-test`,
      `/${folder}/../package-lock.json`,
      `/${folder}/%2e%2e/package-lock.json`,
      `/${folder}/%2e./package-lock.json`,
      `/${folder}/..%2fpackage-lock.json`,
      `/${folder}/%252e%252e%252fpackage-lock.json`,
      `/${folder}/..\\package-lock.json`,
      `/${folder}\\..\\package-lock.json`,
      `/${folder}/..%5cpackage-lock.json`,
      `/${folder}//../package-lock.json`,
      `/${folder}/./../.git/config`,
      `/${folder.toUpperCase()}/../package-lock.json`,
      `/../../../../../..${outside}`,
      `//etc/passwd`,
      `///etc/passwd`,
      `/%2fetc/passwd`,
      `${up}${outside}`,
      `${up.replace('/__', '/%5f_')}${outside}`,
      `${upFrom(99)}${outside}`,
      `${upFrom(0)}/.git/config`,
      `${upFrom(0)}/package-lock.json`,
      `${upFrom(1)}/${basename(ROOT)}/package-lock.json`,
      `${upFrom('0x63')}${outside}`,
      `/${folder}/..${up}${outside}`,
      `/__web-test-runner__/test-framework${outside}`,
      `/__web-test-runner__/test-framework/${outside}`,
      `/__web-test-runner__/test-framework${join(ROOT, 'package-lock.json')}`,
      `/__web-dev-server__/rollup/x?web-dev-server-rollup-null-byte=${encodeURIComponent(outside)}`,
      `http://localhost${outside}`,
      `http://evil.example/package-lock.json`,
      `file://${outside}`,
    ];
    for (const path of hidden) {
      test(`keeps ${path} to itself`, async () => {
        const { status, text } = await ask(port, path);
        assert.equal(status, 403);
        assert.match(text, /^[^\n]*not served[^\n]*$/);
      });
    }

    test('keeps to itself what a link leads to', async () => {
      for (const path of [link, `${link}/`, `${link}/index.html`, `${link}/secret.txt`, `${link}.txt`]) {
        const { status, answer } = await ask(port, `/${folder}/${path}`);
        assert.equal(status, 403, path);
        assert.ok(!answer.includes('root:'), path);
      }
    });

    test('refuses a path that is no path', async () => {
      for (const path of ['*', 'demo/', `/${folder}/%`, `/${folder}/%00`, `/${folder}/%ff`, '?/demo/']) {
        const { status } = await ask(port, path);
        assert.ok(status === 403 || status === 400, `${path}: ${status}`);
      }
    });

    test('says that there is no such file where files are served', async () => {
      assert.equal((await ask(port, `/${folder}/no-such-file.html`)).status, 404);
    });
  });
}
