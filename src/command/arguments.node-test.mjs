// The command line, in Node, after the build.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readArguments } from '../../dist/src/command/arguments.js';
import { browserOpener } from '../../dist/src/command/open-browser.js';

const WIDGET = 'https://localhost:9025/';

describe('the command line', () => {
  test('needs no more than an address', () => {
    const { does, settings } = readArguments([WIDGET]);
    assert.equal(does, 'run');
    assert.equal(settings.widget.href, WIDGET);
    assert.equal(settings.port, undefined);
    assert.equal(settings.hostName, 'localhost');
    assert.equal(settings.isCheck, false);
    assert.equal(settings.mayOpen, true);
  });

  test('takes its options', () => {
    const { settings } = readArguments([
      ...['--port', '0', '--host-name', '127.0.0.1', '--no-open', WIDGET],
      ...['--also', 'https://login.example', '--also=https://sso.example:8443'],
    ]);
    assert.equal(settings.port, 0);
    assert.equal(settings.hostName, '127.0.0.1');
    assert.deepEqual(settings.also, ['https://login.example', 'https://sso.example:8443']);
    assert.equal(settings.mayOpen, false);
  });

  for (const [does, ...words] of [
    ['help', '--help'],
    ['help', '-h', 'nonsense'],
    ['version', '--version'],
  ]) {
    test(`${words.join(' ')}: ${does}`, () => assert.equal(readArguments(words).does, does));
  }

  for (const [words, why] of [
    [[], 'missing'],
    [[WIDGET, 'https://other.example'], 'one too many'],
    [['localhost:9025'], 'such as https://localhost:9025/'],
    [['localhost'], 'such as https://localhost/'],
    [['//phone.example/x?y'], 'such as https://phone.example/x?y'],
    [['127.0.0.1:9025/widget'], 'such as https://127.0.0.1:9025/widget'],
    [['file:///etc/passwd'], 'an address with http:// or https://.'],
    [['javascript:alert(1)'], 'an address with http:// or https://.'],
    [['http://'], 'is not an address'],
    [['https://localhost:99999'], 'is not an address'],
    [['https://user:secret@phone.example'], 'leave them out'],
    [[WIDGET, '--bogus'], "Unknown option '--bogus'"],
    [[WIDGET, '--port'], '--port'],
    [[WIDGET, '--port', 'abc'], '“abc”'],
    [[WIDGET, '--port', '65536'], '0 to 65535'],
    [[WIDGET, '--port=-1'], '“-1”'],
    [[WIDGET, '--host-name', '0.0.0.0'], 'localhost or 127.0.0.1'],
    [[WIDGET, '--also', 'https://login.example/path'], 'no path'],
    [[WIDGET, '--also', '*'], 'an origin such as'],
    [[WIDGET, '--also', "https://a.example; script-src 'unsafe-inline'"], 'an origin such as'],
    [[WIDGET, '--framed-by', 'https://app.hubspot.com'], 'needs --check'],
    [[WIDGET, '--check', '--framed-by', 'hubspot.com'], 'an origin such as'],
    [['http://localhost:9031/', '--port', '9031'], 'another origin'],
  ]) {
    test(`refuses “${words.join(' ')}” in one sentence or two`, () => {
      const order = readArguments(words);
      assert.equal(order.does, 'refuse');
      assert.ok(order.why.includes(why), order.why);
      assert.doesNotMatch(order.why, /\n|secret/);
    });
  }
});

// Node reads a group of short options in time that grows with its square.
for (const part of ['-p=/', '-h', '%0a', 'https://a@']) {
  test(
    `an argument of 100,000 characters is refused at once, whatever it says: ${part}`,
    { timeout: 5000 },
    () => {
      const startedAt = performance.now();
      for (const words of [[part.padEnd(100_000, part)], [WIDGET, '--also', part.padEnd(100_000, part)]]) {
        const order = readArguments(words);
        assert.equal(order.does, 'refuse');
        assert.match(order.why, /100000 characters/);
      }
      assert.ok(performance.now() - startedAt < 1000);
    },
  );
}

describe('a browser is opened', () => {
  const opener = (around) =>
    browserOpener('http://localhost:9026/', {
      platform: 'linux',
      env: { DISPLAY: ':0' },
      isTTY: true,
      ...around,
    });

  test('on a desktop', () => {
    assert.deepEqual(opener({}), ['xdg-open', 'http://localhost:9026/']);
    assert.deepEqual(opener({ env: { WAYLAND_DISPLAY: 'wayland-0' } }), [
      'xdg-open',
      'http://localhost:9026/',
    ]);
    assert.equal(opener({ platform: 'darwin', env: {} })[0], 'open');
    assert.equal(opener({ platform: 'win32', env: {} })[0], 'cmd');
  });

  for (const [where, around] of [
    ['without a terminal', { isTTY: false }],
    ['without a desktop', { env: {} }],
    ['in CI', { env: { DISPLAY: ':0', CI: 'true' } }],
    ['where nobody wants one', { env: { DISPLAY: ':0', BROWSER: 'none' } }],
  ]) {
    test(`not ${where}`, () => assert.equal(opener(around), undefined));
  }
});
