// What the command writes, on a terminal and elsewhere, in Node, after the build.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Terminal } from '../../dist/src/command/terminal.js';

const ESCAPE = '\u001b';

function written(write, { isTTY = false, env = {} } = {}) {
  let text = '';
  write(new Terminal({ isTTY, write: (more) => (text += more) }, env));
  return text;
}

const good = (terminal) => terminal.say('Reached', 'It answers.', 'good');

describe('a line', () => {
  test('is coloured on a terminal', () => {
    assert.equal(written(good, { isTTY: true }), `${ESCAPE}[32mReached     ${ESCAPE}[0mIt answers.\n`);
  });

  for (const [where, around] of [
    ['elsewhere', {}],
    ['with NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }],
    ['on a dumb terminal', { isTTY: true, env: { TERM: 'dumb' } }],
  ]) {
    test(`is plain ${where}`, () => assert.equal(written(good, around), 'Reached     It answers.\n'));
  }
});

describe('what a server says', () => {
  for (const [trick, text] of [
    ['escape sequences', `a${ESCAPE}[2J`],
    ['sequences of one character', 'a\u009b2J'],
    ['new lines', 'a\r\nReached'],
    ['other new lines', 'a\u2028Reached'],
    ['text turned around', 'a\u202eb'],
    ['a bell', 'a\u0007'],
  ]) {
    test(`cannot write ${trick}`, () => {
      const lines = written((terminal) => {
        terminal.finding({ trouble: 'NOT_SHOWN', isNote: false, what: text, todo: [text] });
      });
      assert.equal(lines.split('\n').length, 3);
      assert.doesNotMatch(lines.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      assert.match(lines, /\ufffd/);
    });
  }

  test('is cut where it is endless', () => {
    const lines = written((terminal) => terminal.say('Note', 'x'.repeat(100_000)));
    assert.ok(lines.length < 3000);
  });
});
