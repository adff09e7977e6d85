// What the command serves, to whom, and whom it hears, in Node, after the build.
import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { after, beforeEach, describe, test } from 'node:test';
import { listenerFor } from '../../dist/src/command/host-server.js';
import { listenOn } from '../../dist/src/command/loopback.js';
import { filesOf, policyFor } from '../../dist/src/command/page.js';
import { ask } from './testing/fake-widgets.mjs';

const WIDGET = new URL(`https://phone.example:9025/?a="><script>alert(1)</script>&b='`);

const reports = [];
const scripts = { element: Buffer.from('/* element */'), reporter: Buffer.from('/* reporter */') };
let origin;
const server = await listenOn(0, false, (port) => {
  origin = `http://localhost:${port}`;
  const policy = policyFor(WIDGET, ['https://login.example']);
  return listenerFor({
    origin,
    policy,
    files: filesOf(WIDGET, scripts),
    onReport: (report) => reports.push(report),
  });
});
after(() => server.close());
beforeEach(() => reports.splice(0));

const host = new URL(origin).host;
const get = (path, headers = {}, method = 'GET') =>
  ask(origin, { path, method, headers: { Host: host, ...headers } });
const report = (body, headers = {}) =>
  ask(origin, {
    path: '/report',
    method: 'POST',
    headers: { Host: host, Origin: origin, 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the page', () => {
  test('holds the element around the widget, escaped', async () => {
    const { status, headers, text } = await get('/');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.match(
      text,
      /<hs-calling-host src="https:\/\/phone\.example:9025\/\?a=[^"<>]*&amp;b=[^"<>']*" shared>/,
    );
    assert.doesNotMatch(text, /<script>|alert\(1\)<|style=|onload/);
  });

  for (const [query, isHubSpots] of [
    ['', true],
    ['?usesCallingWindow=false', false],
  ]) {
    test(`is also that of a calling window, of any account: ${query}`, async () => {
      const { status, text } = await get(`/calling-integration-popup-ui/7654321${query}`);
      assert.equal(status, 200);
      assert.match(text, /<hs-calling-host src="[^"<>]*" shared widget-only place="window"/);
      assert.equal(text.includes('uses-calling-window'), isHubSpots);
      assert.doesNotMatch(text, /<script>|alert\(1\)<|report-start/);
    });
  }

  test('is that of no other window', async () => {
    for (const path of ['7a', '..', '7/8', '7?usesCallingWindow=maybe'])
      assert.equal((await get(`/calling-integration-popup-ui/${path}`)).status, 404);
  });

  test('has a strict policy', async () => {
    const { headers } = await get('/');
    assert.deepEqual(headers['content-security-policy'].split('; '), [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self' https://phone.example:9025",
      'frame-src https://phone.example:9025 https://login.example',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
  });

  test('names no origin in its policy that could be more than one', () => {
    assert.match(policyFor(new URL('http://[::1]:9025/'), []), /frame-src http:;/);
    assert.match(policyFor(new URL("https://a;script-src'x"), []), /frame-src https:;/);
  });

  test('brings its scripts', async () => {
    assert.equal((await get('/hs-calling-host.js')).text, '/* element */');
    assert.equal((await get('/report-start.js')).text, '/* reporter */');
    assert.equal((await get('/page.css')).headers['content-type'], 'text/css; charset=utf-8');
    assert.equal((await get('/favicon.ico')).status, 204);
    assert.equal((await get('/', {}, 'HEAD')).text, '');
  });

  test('has one address: the other name of this machine leads there', async () => {
    const { status, headers } = await get('/', { Host: `127.0.0.1:${server.port}` });
    assert.equal(status, 307);
    assert.equal(headers.location, `${origin}/`);
  });
});

describe('nothing else is served', () => {
  for (const path of [
    '/package.json',
    '/hs-calling-host.js/',
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '/.',
    '/constructor',
    '/__proto__',
    'http://localhost/',
    '*',
  ]) {
    test(`at ${path}`, async () => assert.equal((await get(path)).status, 404));
  }

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    test(`by ${method}`, async () => {
      const { status, headers } = await get('/', {}, method);
      assert.equal(status, 405);
      assert.equal(headers.allow, 'GET, HEAD');
    });
  }

  for (const name of ['evil.example', 'localhost', 'localhost:1', 'localhost.evil.example', '[::1]']) {
    test(`to somebody who calls it “${name}”`, async () => {
      assert.equal((await get('/', { Host: name })).status, 421);
      assert.equal((await report({ ok: true }, { Host: name })).status, 421);
      assert.deepEqual(reports, []);
    });
  }

  test('at another address of this machine', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) {
      const outcome = await new Promise((resolve) => {
        const socket = connect(server.port, address, () => {
          socket.destroy();
          resolve('connected');
        }).on('error', ({ code }) => resolve(code));
      });
      assert.equal(outcome, 'ECONNREFUSED', address);
    }
  });
});

describe('a report', () => {
  test('is taken', async () => {
    assert.equal((await report({ ok: true })).status, 204);
    assert.equal((await report({ ok: false, code: 'BLANK', message: 'Blank.' })).status, 204);
    assert.deepEqual(reports, [{ ok: true }, { ok: false, code: 'BLANK', message: 'Blank.' }]);
  });

  test('is taken without the phone numbers in it', async () => {
    await report({ ok: false, code: 'NOT_INITIALIZED', message: 'Got: +1 (202) 555-0101' });
    assert.equal(reports[0].message, 'Got: +1•••••0101');
  });

  for (const [from, headers] of [
    ['another site', { Origin: 'https://evil.example' }],
    ['the widget', { Origin: WIDGET.origin }],
    ['the other name', { Origin: `http://127.0.0.1:${server.port}` }],
    ['a sandbox', { Origin: 'null' }],
    ['nobody', { Origin: '' }],
  ]) {
    test(`from ${from} is refused`, async () => {
      assert.equal((await report({ ok: true }, headers)).status, 403);
      assert.deepEqual(reports, []);
    });
  }

  test('of another type is refused: a form could send it', async () => {
    assert.equal((await report({ ok: true }, { 'Content-Type': 'text/plain' })).status, 415);
    assert.deepEqual(reports, []);
  });

  test('by GET is refused', async () => assert.equal((await get('/report')).status, 405));

  test('that is large is refused, whatever its length is said to be', async () => {
    const large = { ok: false, code: 'BLANK', message: 'x'.repeat(10_000) };
    assert.equal((await report(large)).status, 413);
    assert.equal((await report(large, { 'Transfer-Encoding': 'chunked' })).status, 413);
    assert.deepEqual(reports, []);
  });

  for (const body of [
    '',
    'ok',
    'null',
    '[]',
    '{}',
    '{"ok":"true"}',
    '{"ok":true,"more":1}',
    '{"ok":false}',
    '{"ok":false,"code":"lower","message":""}',
    '{"ok":false,"code":"BLANK","message":1}',
    `{"ok":false,"code":"BLANK","message":"${'x'.repeat(1001)}"}`,
    '{"ok":false,"code":"BLANK","message":"","__proto__":{"ok":true}}',
  ]) {
    test(`of another shape is refused: ${body.slice(0, 60)}`, async () => {
      assert.equal((await report(body)).status, 400);
      assert.deepEqual(reports, []);
    });
  }
});
