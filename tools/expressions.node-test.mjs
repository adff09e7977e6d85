// Every regular expression of what is published takes time that grows with its text, and not with its square: each is
// pumped with every pair of characters that the readers know, repeated.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { ROOT } from './root.mjs';

const ALPHABET = [...'+01ax \t\n,;"\\<>@#*()/-.:=[%_', '\u0300', '\u202E'];
const REPEATED = [...ALPHABET, ...ALPHABET.flatMap((one) => ALPHABET.map((other) => one + other))];

/** Eight times the text takes eight times as long, or, with its square, 64 times. */
const FACTOR = 8;
const TOO_MUCH = 24;
const LENGTH = 4000;
const LEAST_MS = 1;

function isPublished(file) {
  return /\.ts$/.test(file) && !/\.(?:test|long|e2e)\.ts$|[/\\]testing[/\\]/.test(file);
}

function expressionsIn(file) {
  const found = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const look = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text);
      found.push(new RegExp(pattern, flags));
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** What an expression wants to see first, such as `tel:`; else nothing. */
function beginningOf({ source }) {
  return /^\^?((?:\w|[:;=,<"@])+)(?![*?{+])/.exec(source)?.[1] ?? '';
}

function msOf(expression, text) {
  const startedAt = performance.now();
  text.replace(expression, '');
  return performance.now() - startedAt;
}

/** The shortest time of three: the machine may have been busy. */
function leastMsOf(expression, text) {
  return Math.min(...[1, 2, 3].map(() => msOf(expression, text)));
}

function growsTooFast(expression, part, beginning) {
  const text = (length) => `${beginning}${part.repeat(length / part.length)}\0`;
  const short = text(LENGTH);
  // What is too short to be measured cannot be the square of this length.
  if (msOf(expression, short) < LEAST_MS) return false;
  const ms = leastMsOf(expression, short);
  return ms >= LEAST_MS && leastMsOf(expression, text(LENGTH * FACTOR)) > TOO_MUCH * ms;
}

function weakness(expression) {
  for (const beginning of new Set(['', beginningOf(expression), '1', '"'])) {
    const part = REPEATED.find((each) => growsTooFast(expression, each, beginning));
    if (part !== undefined) return `${String(expression)}: ${JSON.stringify(beginning + part)} repeated`;
  }
  return undefined;
}

for (const folder of ['src', 'components']) {
  test(`the regular expressions in ${folder} take time that grows with their text`, () => {
    const files = readdirSync(join(ROOT, folder), { recursive: true }).filter(isPublished);
    const expressions = files.flatMap((file) => expressionsIn(join(ROOT, folder, file)));
    assert.ok(expressions.length > 0);
    const weak = expressions.map(weakness).filter((each) => each !== undefined);
    assert.deepEqual(weak, []);
  });
}

test('an expression whose time grows with the square is found', () => {
  assert.ok(growsTooFast(/,+$/, ',', ''));
  assert.ok(growsTooFast(/(?:"(?:[^"\\]|\\.)*"|[^",<])+/gs, '"\\', ''));
  assert.ok(!growsTooFast(/(?<!,),+$/, ',', ''));
});
