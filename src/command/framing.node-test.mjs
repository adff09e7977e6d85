// Which headers let a page be framed: the rules of Content Security Policy and X-Frame-Options, in Node, after the build.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusals } from '../../dist/src/command/framing.js';

const HOST = 'http://localhost:9026';
const refusalsOf = (headers, { from = 'https://localhost:9025/', by = HOST } = {}) =>
  refusals(headers, new URL(from), by);

const isAllowed = (policy, places) => refusalsOf({ 'content-security-policy': policy }, places).length === 0;

describe('framing is allowed', () => {
  test('without a header', () => assert.deepEqual(refusalsOf({}), []));

  for (const policy of [
    "default-src 'none'",
    'frame-ancestors *',
    'frame-ancestors http:',
    `frame-ancestors ${HOST}`,
    `frame-ancestors ${HOST}/`,
    `frame-ancestors https://app.hubspot.com ${HOST}`,
    `FRAME-ANCESTORS HTTP://LOCALHOST:9026`,
    `default-src 'self';frame-ancestors\t${HOST} ;`,
    'frame-ancestors http://localhost:*',
    'frame-ancestors http://*:9026',
    'frame-ancestors http://*:*',
    // Beside others, 'none' is a word nobody knows.
    `frame-ancestors 'none' ${HOST}`,
    // The second of a name is not looked at.
    `frame-ancestors ${HOST}; frame-ancestors 'none'`,
    `frame-ancestors ${HOST}, frame-ancestors *`,
  ]) {
    test(`with “${policy}”`, () => assert.ok(isAllowed(policy)));
  }

  test('by a host without a scheme, if the page itself is of http', () => {
    assert.ok(isAllowed('frame-ancestors localhost:9026', { from: 'http://localhost:9025/' }));
  });

  test("by 'self', for the page's own origin", () => {
    assert.ok(isAllowed("frame-ancestors 'self'", { from: `${HOST}/widget` }));
  });

  test('by a domain, for the names below it', () => {
    const by = 'https://app.hubspot.com';
    assert.ok(isAllowed('frame-ancestors https://*.hubspot.com', { by }));
    assert.ok(isAllowed('frame-ancestors http://*.hubspot.com', { by }));
    assert.ok(isAllowed('frame-ancestors https://app.hubspot.com:443', { by }));
    assert.ok(isAllowed('frame-ancestors *.hubspot.com', { by }));
  });

  for (const value of ['ALLOWALL', 'ALLOW-FROM https://app.hubspot.com', 'nonsense', '']) {
    test(`with an X-Frame-Options that browsers do not know: “${value}”`, () => {
      assert.deepEqual(refusalsOf({ 'x-frame-options': value }), []);
    });
  }

  test('with X-Frame-Options beside a policy that speaks of ancestors', () => {
    const headers = { 'x-frame-options': 'DENY', 'content-security-policy': `frame-ancestors ${HOST}` };
    assert.deepEqual(refusalsOf(headers), []);
  });
});

describe('framing is refused', () => {
  for (const policy of [
    "frame-ancestors 'none'",
    'frame-ancestors',
    "frame-ancestors 'self'",
    'frame-ancestors https:',
    'frame-ancestors https://localhost:9026',
    'frame-ancestors http://localhost',
    'frame-ancestors http://localhost:9025',
    'frame-ancestors http://localhost:90260',
    'frame-ancestors http://127.0.0.1:9026',
    'frame-ancestors http://*.localhost:9026',
    'frame-ancestors http://evil-localhost:9026',
    `frame-ancestors ${HOST}/page`,
    'frame-ancestors localhost:', // no scheme, no port: nothing
    // Without a scheme that of the page counts, which is https.
    'frame-ancestors localhost:9026',
    "frame-ancestors 'nonce-abc' 'unsafe-inline'",
    `frame-ancestors ${HOST}, frame-ancestors 'none'`,
    `frame-ancestors 'none'; frame-ancestors ${HOST}`,
  ]) {
    test(`with “${policy}”`, () => assert.ok(!isAllowed(policy)));
  }

  test('to look-alikes of a domain', () => {
    const policy = 'frame-ancestors https://*.hubspot.com';
    for (const by of ['https://hubspot.com', 'https://evilhubspot.com', 'http://app.hubspot.com']) {
      assert.ok(!isAllowed(policy, { by }), by);
    }
  });

  for (const value of ['DENY', 'deny', 'SAMEORIGIN', 'SAMEORIGIN, DENY', 'DENY, DENY', 'ALLOWALL, other']) {
    test(`with X-Frame-Options: ${value}`, () => {
      const [refusal, ...others] = refusalsOf({ 'x-frame-options': value });
      assert.deepEqual(others, []);
      assert.equal(refusal.line, `X-Frame-Options: ${value}`);
      assert.match(refusal.right, /^Content-Security-Policy: frame-ancestors https:\/\/app\.hubspot\.com /);
      assert.ok(refusal.right.endsWith(` ${HOST}`));
    });
  }

  test('with X-Frame-Options beside a policy without ancestors', () => {
    const headers = { 'x-frame-options': 'DENY', 'content-security-policy': "default-src 'self'" };
    assert.equal(refusalsOf(headers).length, 1);
  });
});

describe('what to write', () => {
  const rightFor = (policy) => refusalsOf({ 'content-security-policy': policy }).map(({ right }) => right);

  test('adds the origin to those that are there', () => {
    assert.deepEqual(rightFor('default-src x; frame-ancestors https://app.hubspot.com'), [
      `Content-Security-Policy: frame-ancestors https://app.hubspot.com ${HOST}`,
    ]);
  });

  test("replaces 'none'", () => {
    assert.deepEqual(rightFor("frame-ancestors 'NONE'"), [
      `Content-Security-Policy: frame-ancestors ${HOST}`,
    ]);
  });

  test('is said for each policy that refuses', () => {
    assert.equal(rightFor("frame-ancestors 'none', frame-ancestors *, frame-ancestors 'self'").length, 2);
  });

  test('is itself allowed', () => {
    for (const headers of [
      { 'x-frame-options': 'DENY' },
      { 'content-security-policy': "frame-ancestors 'none'" },
      { 'content-security-policy': 'frame-ancestors localhost:9026' },
    ]) {
      const [{ right }] = refusalsOf(headers);
      assert.ok(isAllowed(right.replace('Content-Security-Policy: ', '')), right);
    }
  });
});
