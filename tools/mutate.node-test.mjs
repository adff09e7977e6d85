// What `npm run test:mutate` says at its end: a change that no test told of is shown, counted, and too many of them fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeRun } from './mutate/describe-run.mjs';

const source = 'export const isLate = (ms) =>\n  ms > 5_000 &&\n  ms < 9_000;\n';
const read = () => source;

const change = (status, start, end, replacement) => ({
  fileName: 'src/late.ts',
  status,
  location: { start, end },
  replacement,
});
const told = change('Killed', { line: 1, column: 23 }, { line: 3, column: 13 }, '() => undefined');
const endless = change('Timeout', { line: 2, column: 3 }, { line: 2, column: 13 }, 'true');
const survivor = change('Survived', { line: 2, column: 3 }, { line: 2, column: 13 }, 'ms >= 5_000');
const neverRun = change('NoCoverage', { line: 2, column: 3 }, { line: 3, column: 13 }, 'false');

test('A survivor is shown with its place, what stood there and what became of it', () => {
  const { text } = describeRun([told, survivor], { leftOut: [], below: 5, read });
  assert.match(text, /^src\/late\.ts:2:3 {2}ms > 5_000 {2}became {2}ms >= 5_000$/m);
});

test('What no test comes by is a survivor too, and told apart', () => {
  const { text } = describeRun([told, neverRun], { leftOut: [], below: 5, read });
  assert.match(
    text,
    /^src\/late\.ts:2:3 {2}ms > 5_000 && ms < 9_000 {2}became {2}false \(no test comes here\)$/m,
  );
});

test('The last line counts: told is passed, survived is failed, a test left out is skipped', () => {
  const { text } = describeRun([told, endless, survivor, neverRun], {
    leftOut: ['src/x.test.ts: late'],
    below: 5,
    read,
  });
  assert.match(
    text,
    /\n50\.0 % of 4 changes survived; less than 5 % are wanted\.\n2 passed, 2 failed, 1 skipped$/,
  );
});

test('It is enough below the threshold, and not at it', () => {
  const nineteen = Array.from({ length: 19 }, () => told);
  const isEnough = (below) => describeRun([...nineteen, survivor], { leftOut: [], below, read }).isEnough;
  assert.deepEqual([isEnough(5.1), isEnough(5)], [true, false]);
});

test('A change that only does not compile, or that was ignored, counts for nothing', () => {
  const { text } = describeRun([told, { ...survivor, status: 'Ignored' }], { leftOut: [], below: 5, read });
  assert.match(text, /\n?0\.0 % of 1 changes survived.*\n1 passed, 0 failed, 0 skipped$/);
});

test('Where nothing could be changed, it is not enough', () => {
  assert.equal(describeRun([], { leftOut: [], below: 5, read }).isEnough, false);
});
