// What a probe finds at real servers, and the words for it, in Node, after the build.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { explain, findingsOf } from '../../dist/src/command/findings.js';
import { probe } from '../../dist/src/command/probe.js';

import { FakeWidgets } from './testing/fake-widgets.mjs';

const HOST = 'http://localhost:9026';
const widgets = new FakeWidgets();
after(() => widgets.close());

async function look(address, { also = [], ...options } = {}) {
  const widget = new URL(address);
  return findingsOf(await probe(widget, options), { widget, host: HOST, also });
}

const troubles = (findings) => findings.map(({ trouble }) => trouble);
const text = (findings) => findings.map(({ what, todo }) => [what, ...todo].join('\n')).join('\n');

describe('a widget that can be framed', () => {
  test('has nothing said about it', async () => {
    assert.deepEqual(await look(await widgets.page()), []);
    const policy = { 'Content-Security-Policy': `frame-ancestors ${HOST}` };
    assert.deepEqual(await look(await widgets.page(policy)), []);
  });

  test('may redirect within its origin', async () => {
    const address = await widgets.serve(({ url }, response) => {
      if (url === '/') response.writeHead(302, { Location: '/app?x=1' }).end();
      else response.end('Phone');
    });
    assert.deepEqual(await look(address), []);
  });

  test('may redirect to an origin that is allowed', async () => {
    const login = await widgets.page();
    const address = await widgets.page({ Location: login }, 302);
    assert.deepEqual(await look(address, { also: [new URL(login).origin] }), []);
  });
});

describe('a widget that cannot be reached', () => {
  const never = () => {};

  test('because nothing listens', async () => {
    assert.deepEqual(troubles(await look(await widgets.nowhere())), ['CONNECTION_REFUSED']);
  });

  test('because its name is not known', async () => {
    assert.deepEqual(troubles(await look('http://no-such-host.invalid/')), ['UNKNOWN_HOST']);
  });

  test('because it takes too long', async () => {
    assert.deepEqual(troubles(await look(await widgets.serve(never), { timeoutMs: 200 })), ['TIMEOUT']);
  });

  test('because it has no certificate', async () => {
    const address = await widgets.page();
    const findings = await look(address.replace('http:', 'https:'));
    assert.deepEqual(troubles(findings), ['NO_TLS']);
    assert.ok(text(findings).includes(address));
  });

  test('because it speaks TLS only', async () => {
    const address = await widgets.serveSecurely(never);
    const findings = await look(address.replace('https:', 'http:'));
    assert.deepEqual(troubles(findings), ['HUNG_UP']);
    assert.ok(text(findings).includes(address));
  });

  test('because it is no web server', async () => {
    const address = await widgets.serveRaw((socket) => socket.end('220 mail.example ESMTP\r\n'));
    assert.deepEqual(troubles(await look(address)), ['NOT_HTTP']);
  });

  test('because it redirects for ever', async () => {
    let asked = 0;
    const address = await widgets.serve((request, response) => {
      asked += 1;
      response.writeHead(302, { Location: `/${asked}` }).end();
    });
    assert.deepEqual(troubles(await look(address)), ['TOO_MANY_REDIRECTS']);
    assert.equal(asked, 6);
  });

  for (const status of [404, 500]) {
    test(`because it answers ${status}`, async () => {
      const findings = await look(await widgets.page({}, status));
      assert.deepEqual(troubles(findings), ['HTTP_STATUS']);
      assert.ok(text(findings).includes(`status ${status}`));
    });
  }
});

describe('a widget behind a certificate of its own', () => {
  const answer = (request, response) => response.end('Phone');

  test('is reached, and the browser’s question is announced', async () => {
    const address = await widgets.serveSecurely(answer);
    const [note, ...others] = await look(address);
    assert.deepEqual(others, []);
    assert.equal(note.trouble, 'CERTIFICATE');
    assert.equal(note.isNote, true);
    assert.match(note.what, /self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    assert.ok(text([note]).includes(`Open ${address} once`));
  });

  test('is named where it only redirects', async () => {
    const secure = await widgets.serveSecurely(answer);
    const findings = await look(await widgets.page({ Location: secure }, 301));
    assert.deepEqual(troubles(findings), ['CERTIFICATE', 'LEADS_ELSEWHERE']);
  });
});

describe('a widget that leads elsewhere', () => {
  test('is given its final address', async () => {
    const final = `${await widgets.page()}app`;
    const findings = await look(await widgets.page({ Location: final }, 307));
    assert.deepEqual(troubles(findings), ['LEADS_ELSEWHERE']);
    assert.ok(text(findings).includes(`hs-calling-host ${final}`));
    assert.ok(text(findings).includes(`--also ${new URL(final).origin}`));
  });

  test('stays with the page where the redirect is none a browser follows', async () => {
    for (const location of ['ftp://files.example/', 'http://[', '']) {
      const findings = await look(await widgets.page({ Location: location }, 302));
      assert.ok(!troubles(findings).includes('LEADS_ELSEWHERE'), location);
    }
  });
});

describe('a widget that refuses to be framed', () => {
  test('by X-Frame-Options', async () => {
    const findings = await look(await widgets.page({ 'X-Frame-Options': 'SAMEORIGIN' }));
    assert.deepEqual(troubles(findings), ['REFUSES_FRAMING']);
    assert.match(text(findings), /It says +X-Frame-Options: SAMEORIGIN\n/);
    assert.match(
      text(findings),
      new RegExp(`Right is +Content-Security-Policy: frame-ancestors .* ${HOST}\n`),
    );
  });

  test('by a policy, also by one of several lines', async () => {
    const lines = [`frame-ancestors ${HOST}`, "frame-ancestors 'none'"];
    const findings = await look(await widgets.page({ 'Content-Security-Policy': lines }));
    assert.deepEqual(troubles(findings), ['REFUSES_FRAMING']);
    assert.match(text(findings), /It says +Content-Security-Policy: frame-ancestors 'none'/);
  });

  test('not by a policy that only reports', async () => {
    const headers = { 'Content-Security-Policy-Report-Only': "frame-ancestors 'none'" };
    assert.deepEqual(await look(await widgets.page(headers)), []);
  });
});

describe('a widget that does not start in the page', () => {
  const explained = async (address, code, message = '') => {
    const widget = new URL(address);
    return explain({ ok: false, code, message }, await probe(widget), { widget, host: HOST, also: [] });
  };

  test('for want of trust is told what to add', async () => {
    const findings = await explained(await widgets.page(), 'NO_ACKNOWLEDGEMENT');
    assert.deepEqual(troubles(findings), ['NO_ACKNOWLEDGEMENT']);
    assert.ok(text(findings).includes(`<hs-calling-bridge allowed-origins="${HOST}">`));
    assert.ok(text(findings).includes(`new CallingBridge({ allowedOrigins: ['${HOST}'] })`));
  });

  test('and whose server refuses by now is told that', async () => {
    const findings = await explained(await widgets.page({ 'X-Frame-Options': 'DENY' }), 'NO_ACKNOWLEDGEMENT');
    assert.deepEqual(troubles(findings), ['REFUSES_FRAMING']);
  });

  test('after the handshake is told so, with the page’s word', async () => {
    const findings = await explained(await widgets.page(), 'NOT_INITIALIZED', 'isLoggedIn is “yes”.');
    assert.deepEqual(troubles(findings), ['NOT_INITIALIZED']);
    assert.ok(text(findings).includes('isLoggedIn is “yes”.'));
  });

  test('because it speaks from elsewhere', async () => {
    const findings = await explained(await widgets.page(), 'OTHER_ORIGIN', 'From https://other.example');
    assert.deepEqual(troubles(findings), ['OTHER_ORIGIN']);
    assert.ok(text(findings).includes('https://other.example'));
  });

  test('though it answers here, is to be opened in a tab', async () => {
    const findings = await explained(await widgets.page(), 'UNREACHABLE', 'Cannot be reached.');
    assert.deepEqual(troubles(findings), ['NOT_SHOWN']);
    assert.match(text(findings), /Open .* in a tab .*\n.*Cannot be reached\./);
  });

  test('though it answers here, for its certificate, is told that', async () => {
    const address = await widgets.serveSecurely((request, response) => response.end('Phone'));
    const [problem, ...others] = await explained(address, 'UNREACHABLE', 'Cannot be reached.');
    assert.deepEqual(others, []);
    assert.equal(problem.trouble, 'CERTIFICATE');
    assert.equal(problem.isNote, false);
  });
});
