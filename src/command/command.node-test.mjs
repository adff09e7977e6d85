// The command as it is started and ended, and what it prints, in Node, after the build.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { accessSync, constants, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ask, FakeWidgets } from './testing/fake-widgets.mjs';

const BIN = fileURLToPath(new URL('../../dist/src/command/hs-calling-host.js', import.meta.url));

const widgets = new FakeWidgets();
const running = new Set();
after(async () => {
  for (const child of running) child.kill('SIGKILL');
  await widgets.close();
});

/** A command that runs: what it has printed, and how it ends. */
class Command {
  output = '';
  errors = '';
  #child;
  #waiting = new Set();

  constructor(args, { env = {}, bin = BIN } = {}) {
    this.#child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env } });
    running.add(this.#child);
    this.#child.stdout.setEncoding('utf8').on('data', (text) => {
      this.output += text;
      for (const look of this.#waiting) look();
    });
    this.#child.stderr.setEncoding('utf8').on('data', (text) => (this.errors += text));
    this.ended = new Promise((resolve) =>
      this.#child.once('close', (code, signal) => {
        running.delete(this.#child);
        for (const look of this.#waiting) look();
        resolve(code ?? signal);
      }),
    );
  }

  /** Resolves with the match when it has printed this. Fails when it has ended without. */
  prints(pattern) {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(this.output);
        if (found) resolve(found);
        else if (!running.has(this.#child)) reject(new Error(`Never printed ${pattern}:\n${this.output}`));
        else return;
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** The origin that it serves. */
  async origin() {
    const [, origin] = await this.prints(/^Open +(http:\/\/\S+)\/$/m);
    return origin;
  }

  /** Says what the page would say. */
  async report(start) {
    const origin = await this.origin();
    const headers = { Host: new URL(origin).host, Origin: origin, 'Content-Type': 'application/json' };
    const { status } = await ask(`${origin}/report`, {
      method: 'POST',
      headers,
      body: JSON.stringify(start),
    });
    assert.equal(status, 204);
  }

  /** As Ctrl+C does. */
  async end(signal = 'SIGINT') {
    this.#child.kill(signal);
    return this.ended;
  }
}

/** Serves a widget on any free port. */
const around = (address, ...options) => new Command([address, '--port', '0', '--no-open', ...options]);

describe('hs-calling-host around a widget', () => {
  test('says where to look, that the widget is reached, and when it is connected', async () => {
    const address = await widgets.page();
    const command = around(address);
    assert.match(await command.origin(), /^http:\/\/localhost:\d+$/);
    await command.prints(/^Reached +http/m);
    await command.report({ ok: true });
    await command.prints(/^Connected +The widget has answered SYNC and said INITIALIZED\.$/m);
    assert.equal(await command.end(), 0);
    assert.ok(command.output.startsWith('hs-calling-host '));
    assert.ok(command.output.includes(address));
    assert.doesNotMatch(command.output, /Problem|Note/);
    assert.ok(!command.output.includes('\u001b'));
    assert.equal(command.errors, '');
  });

  test('serves the page with the element, and the element', async () => {
    const command = around(await widgets.page());
    const origin = await command.origin();
    const { text } = await ask(origin, { headers: { Host: new URL(origin).host } });
    assert.match(text, /<hs-calling-host src="http:\/\/localhost:\d+\/" shared>/);
    for (const [, path] of text.matchAll(/src="(\/[^"]+)"/g)) {
      const { status, text: script } = await ask(origin, { path, headers: { Host: new URL(origin).host } });
      assert.equal(status, 200);
      assert.match(script, /hs-calling-host/);
    }
    await command.end();
  });

  test('serves under the other name of this machine if told to', async () => {
    const command = around(await widgets.page(), '--host-name', '127.0.0.1');
    assert.match(await command.origin(), /^http:\/\/127\.0\.0\.1:\d+$/);
    await command.end();
  });

  for (const [problem, start, pattern] of [
    ['nothing listens', () => widgets.nowhere(), /^Problem +Nothing listens at .*\[CONNECTION_REFUSED\]$/m],
    ['the answer is 404', () => widgets.page({}, 404), /^Problem .*status 404.*\[HTTP_STATUS\]$/m],
    [
      'X-Frame-Options refuses',
      () => widgets.page({ 'X-Frame-Options': 'DENY' }),
      /\[REFUSES_FRAMING\]\n +It says +X-Frame-Options: DENY\n +Right is +Content-Security-Policy: frame-ancestors /,
    ],
    [
      'a policy refuses',
      () => widgets.page({ 'Content-Security-Policy': "frame-ancestors 'self'" }),
      /\[REFUSES_FRAMING\]\n +It says .* frame-ancestors 'self'\n +Right is .* 'self' http:\/\/localhost:\d+\n/,
    ],
    [
      'it leads to another origin',
      async () => widgets.page({ Location: await widgets.page() }, 302),
      /\[LEADS_ELSEWHERE\]\n.*Give the final address: hs-calling-host http:\/\/localhost:\d+\/\n/,
    ],
  ]) {
    test(`says that ${problem}, and goes on`, async () => {
      const command = around(await start());
      await command.prints(pattern);
      await command.prints(/Put it right, then reload the page\./);
      assert.doesNotMatch(command.output, /^Reached/m);
      await command.report({ ok: true });
      await command.prints(/^Connected/m);
      assert.equal(await command.end(), 0);
    });
  }

  test('accepts a certificate of the widget’s own, and says so', async () => {
    const command = around(await widgets.serveSecurely((request, response) => response.end('Phone')));
    await command.prints(/^Reached +https/m);
    await command.prints(/^Note .*self-signed.*\[CERTIFICATE\]\n +.*Open https:\/\/localhost:\d+\/ once/m);
    await command.end();
  });

  test('says what to add when the widget does not answer', async () => {
    const command = around(await widgets.page());
    const origin = await command.origin();
    await command.report({ ok: false, code: 'NO_ACKNOWLEDGEMENT', message: '' });
    await command.prints(/^Problem .*\[NO_ACKNOWLEDGEMENT\]$/m);
    await command.prints(/allowedOrigins/);
    assert.ok(command.output.includes(`<hs-calling-bridge allowed-origins="${origin}">`));
    await command.end();
  });

  test('says when a widget has answered and gone no further', async () => {
    const command = around(await widgets.page());
    await command.report({
      ok: false,
      code: 'NOT_INITIALIZED',
      message: 'It sent +12025550101\x1b[2J\nProblem',
    });
    await command.prints(
      /\[NOT_INITIALIZED\]\n.*\n +The page says: It sent \+1•••••0101\ufffd\[2J\ufffdProblem\n/,
    );
    await command.end();
  });

  test('ends at once, also while it still waits for the widget', async () => {
    const command = around(await widgets.serve(() => {}));
    await command.origin();
    const startedAt = performance.now();
    assert.equal(await command.end('SIGTERM'), 0);
    assert.ok(performance.now() - startedAt < 3000);
    assert.doesNotMatch(command.output, /Problem/);
  });
});

describe('the port', () => {
  /** Takes a port, as another program would. */
  async function take(t) {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => new Promise((resolve) => server.close(resolve)));
    return server.address().port;
  }

  test('that was asked for and is taken is refused', async (t) => {
    const port = await take(t);
    const command = new Command([await widgets.page(), '--port', String(port)]);
    assert.equal(await command.ended, 1);
    assert.equal(
      command.errors,
      `hs-calling-host: Port ${port} is taken. Give another --port, or 0 for any.\n`,
    );
  });

  test('is never that of the widget', async () => {
    const command = new Command(['http://localhost:9026/', '--no-open']);
    const origin = await command.origin();
    assert.notEqual(origin, 'http://localhost:9026');
    await command.prints(/^Note +Port 9026 is taken: this is 90\d\d\.$/m);
    await command.end();
  });
});

describe('hs-calling-host --check', () => {
  const checkWith = async (env, address, ...options) => {
    const command = new Command(['--check', address, ...options], { env });
    return { code: await command.ended, output: command.output };
  };
  const check = (...args) => checkWith({}, ...args);

  test('ends with 0 where nothing is wrong', async () => {
    const { code, output } = await check(await widgets.page());
    assert.match(output, /^Reached .* http:\/\/localhost:9026 may frame it\.\n$/);
    assert.equal(code, 0);
  });

  test('ends with 1 where something is', async () => {
    const { code, output } = await check(await widgets.page({ 'X-Frame-Options': 'DENY' }));
    assert.match(output, /\[REFUSES_FRAMING\]/);
    assert.equal(code, 1);
    assert.equal((await check(await widgets.nowhere())).code, 1);
  });

  test('asks for another origin that is to frame it', async () => {
    const address = await widgets.page({
      'Content-Security-Policy': 'frame-ancestors https://app.hubspot.com',
    });
    assert.equal((await check(address)).code, 1);
    assert.equal((await check(address, '--framed-by', 'https://app.hubspot.com')).code, 0);
    assert.equal((await check(address, '--framed-by', 'https://app.hubspot.example')).code, 1);
  });

  const phone = (request, response) => response.end('Phone');

  for (const [kind, why] of [
    ['self-signed', /: it is self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\)\./],
    ['expired', /: it has expired \(CERT_HAS_EXPIRED\)\./],
    ['for another name', /self-signed .*, and it is for another name \(ERR_TLS_CERT_ALTNAME_INVALID\)\./],
    ['expired and for another name', /: it has expired .*, and it is for another name \(/],
    ['of an authority', /: its authority is unknown.* \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)\./],
    ['of an authority, expired', /: it has expired \(CERT_HAS_EXPIRED\)\./],
    ['of an authority, for another name', /: its authority is unknown.*, and it is for another name \(/],
  ]) {
    test(`ends with 1 where the certificate is ${kind}, and says what to do`, async () => {
      const address = await widgets.serveSecurely(phone, kind);
      const { code, output } = await check(address);
      assert.equal(code, 1);
      assert.match(output, /^Problem .*\[CERTIFICATE\]$/m);
      assert.match(output, why);
      assert.match(output, /mkcert localhost$/m);
      assert.ok(output.includes(`Open ${address} once`), output);
      assert.equal(output.includes('NODE_EXTRA_CA_CERTS'), !kind.includes('expired'), output);
      assert.doesNotMatch(output, /Reached|may frame|Note/);
    });
  }

  test('ends with 1 also where only a page on the way has such a certificate', async () => {
    const address = await widgets.page();
    const way = await widgets.serveSecurely((request, response) =>
      response.writeHead(302, { Location: address }).end(),
    );
    const { code, output } = await check(way, '--also', new URL(address).origin);
    assert.equal(code, 1);
    assert.ok(output.includes(`The certificate of ${way} is`), output);
  });

  test('says the rest too where the certificate is not all that is wrong', async () => {
    const address = await widgets.serveSecurely((request, response) =>
      response.writeHead(200, { 'X-Frame-Options': 'DENY' }).end(),
    );
    const { code, output } = await check(address);
    assert.equal(code, 1);
    assert.match(output, /\[CERTIFICATE\][^]*\[REFUSES_FRAMING\]/);
  });

  test('ends with 0 where Node is told the authority, unless something else is wrong with it', async () => {
    const checkTrusting = async (kind) => {
      const address = await widgets.serveSecurely(phone, kind);
      return checkWith({ NODE_EXTRA_CA_CERTS: widgets.authorityFile }, address);
    };
    const { code, output } = await checkTrusting('of an authority');
    assert.match(output, /^Reached .* http:\/\/localhost:9026 may frame it\.\n$/);
    assert.equal(code, 0);
    for (const [kind, why] of [
      ['of an authority, expired', /: it has expired \(CERT_HAS_EXPIRED\)\./],
      ['of an authority, for another name', /: it is for another name \(ERR_TLS_CERT_ALTNAME_INVALID\)\./],
    ]) {
      const refused = await checkTrusting(kind);
      assert.equal(refused.code, 1);
      assert.match(refused.output, why);
      assert.doesNotMatch(refused.output, /NODE_EXTRA_CA_CERTS/);
    }
  });

  test('is not talked out of it by the setting that switches Node’s own check off', async () => {
    const address = await widgets.serveSecurely(phone, 'for another name');
    assert.equal((await checkWith({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, address)).code, 1);
  });
});

describe('hs-calling-host', () => {
  test('can be executed', () => accessSync(BIN, constants.X_OK));

  test('tells its options and its version', async () => {
    const help = new Command(['--help']);
    assert.equal(await help.ended, 0);
    for (const option of ['--port', '--host-name', '--also', '--no-open', '--check', '--framed-by']) {
      assert.ok(help.output.includes(option), option);
    }
    const version = new Command(['--version']);
    assert.equal(await version.ended, 0);
    assert.match(version.output, /^\d+\.\d+\.\d+\S*\n$/);
  });

  for (const words of [
    [],
    ['localhost:9025'],
    ['https://x.example', '--bogus'],
    ['https://x.example', 'y'],
  ]) {
    test(`refuses “${words.join(' ')}” in one line`, async () => {
      const command = new Command(words);
      assert.equal(await command.ended, 1);
      assert.match(command.errors, /^hs-calling-host: .+\n$/);
      assert.equal(command.output, '');
    });
  }

  test('says what to run where the package is not built', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'unbuilt-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const root = fileURLToPath(new URL('../../', import.meta.url));
    for (const path of ['package.json', 'dist/src/command', 'dist/src/protocol', 'dist/src/link']) {
      cpSync(join(root, path), join(folder, path), { recursive: true });
    }
    const command = new Command([await widgets.page()], {
      bin: join(folder, 'dist/src/command/hs-calling-host.js'),
    });
    assert.equal(await command.ended, 1);
    assert.match(command.errors, /not built\. Run: npm ci && npm run build\n$/);
  });
});
