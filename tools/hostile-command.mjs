// Hostile arguments and HTTP requests to the command `hs-calling-host`, for `npm run test:hostile`.
import { connect } from 'node:net';
import { loadSources } from './load-sources.mjs';

/** How long one input may take, in ms. */
const maxMs = 1000;

const load = () =>
  loadSources(`
    export * as fc from 'fast-check';
    export { anyText, anyValue } from './src/link/testing/fake-values.ts';
    export { readArguments } from './src/command/arguments.ts';
    export { listenerFor } from './src/command/host-server.ts';
    export { listenOn } from './src/command/loopback.ts';
    export { filesOf, policyFor } from './src/command/page.ts';`);

/** Sends text to a port, and resolves with what comes back until the other end closes, or a moment has passed. */
function send(port, text) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(maxMs, done);
    socket
      .on('data', (chunk) => (answer += chunk))
      .on('close', done)
      .on('error', done);
  });
}

/** Tries so many inputs. Resolves with the counts. */
export async function tryCommand(seed, amount) {
  const { fc, anyText, anyValue, readArguments, listenerFor, listenOn, filesOf, policyFor } = await load();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const uncaught = [];
  process.on('uncaughtException', (error) => uncaught.push(error));
  process.on('unhandledRejection', (error) => uncaught.push(error));
  const judge = (what, input, wrong) => {
    if (wrong === undefined && uncaught.length === 0) counts.passed += 1;
    else {
      counts.failed += 1;
      console.log(
        `${what}, seed ${seed}: ${wrong ?? uncaught.splice(0).join('\n')}\n${fc.stringify(input).slice(0, 300)}`,
      );
    }
  };

  const long = fc.tuple(
    fc.constantFrom('a', '/', ' ', '%0a', '\u202e', 'https://a@'),
    fc.constantFrom(100, 20_000),
  );
  const text = fc.oneof(
    anyText,
    long.map(([part, times]) => part.repeat(times)),
  );
  const option = fc.constantFrom(
    '--port',
    '--host-name',
    '--also',
    '--check',
    '--framed-by',
    '--no-open',
    '-h',
    '--',
    '-p',
  );
  const word = fc.oneof(
    text,
    option,
    fc.tuple(option, text).map(([name, value]) => `${name}=${value}`),
    fc.constant('https://a.example'),
    text.map((rest) => `https://${rest}`),
  );
  for (const input of fc.sample(fc.array(word, { maxLength: 6 }), { seed, numRuns: amount })) {
    const startedAt = performance.now();
    let wrong;
    try {
      const order = readArguments(input);
      if (order.does === 'run' && !/^https?:$/.test(order.settings.widget.protocol)) wrong = 'another scheme';
      if (order.does === 'refuse' && order.why === '') wrong = 'no reason';
    } catch (error) {
      wrong = `thrown: ${error?.stack ?? error}`;
    }
    if (performance.now() - startedAt > maxMs) wrong ??= 'took too long';
    judge('arguments', input, wrong);
  }

  const widget = new URL('https://phone.example/');
  const secret = { element: Buffer.from('/* element */'), reporter: Buffer.from('/* reporter */') };
  let port = 0;
  const server = await listenOn(0, false, (chosen) => {
    port = chosen;
    const site = {
      origin: `http://localhost:${chosen}`,
      policy: policyFor(widget, []),
      files: filesOf(widget, secret),
    };
    return listenerFor({ ...site, onReport: () => undefined });
  });
  const request = fc.record({
    method: fc.oneof(fc.constantFrom('GET', 'POST', 'OPTIONS', 'PUT', 'HEAD'), text),
    path: fc.oneof(
      fc.constantFrom('/', '/report', '/../../etc/hosts', '/.git/config', '//a', '*'),
      text.map((rest) => `/${rest}`),
    ),
    host: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('localhost', '127.0.0.1') },
      { weight: 1, arbitrary: text },
    ),
    origin: fc.oneof(fc.constantFrom('own', 'null'), text),
    extra: fc.tuple(text, text),
    body: fc.oneof(
      text,
      anyValue.map((value) => {
        try {
          return JSON.stringify(value) ?? '';
        } catch {
          return '';
        }
      }),
    ),
  });
  for (const input of fc.sample(request, { seed, numRuns: amount })) {
    const { method, path, host, origin, extra, body } = input;
    const isOwn = host === 'localhost' || host === '127.0.0.1';
    const answer = await send(
      port,
      [
        `${method} ${path} HTTP/1.1`,
        `Host: ${isOwn ? `${host}:${port}` : host}`,
        `Origin: ${origin === 'own' ? `http://localhost:${port}` : origin}`,
        'Content-Type: application/json',
        `${extra[0]}: ${extra[1]}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    );
    const isGiven = /^HTTP\/1\.1 2/.test(answer) && /<hs-calling-host|element \*\//.test(answer);
    judge(
      'request',
      input,
      isGiven && !isOwn && !/^Host: (localhost|127)/.test(extra.join(': '))
        ? 'served under another name'
        : undefined,
    );
  }
  const alive = await send(port, `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
  judge(
    'request',
    'a good one afterwards',
    /<hs-calling-host/.test(alive) ? undefined : 'the server does not answer any more',
  );
  await server.close();
  return counts;
}
