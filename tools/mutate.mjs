// Breaks the sources on purpose, one `if`, comparison or constant at a time, and runs the unit tests: a change that no
// test tells of is a rule that nobody guards.
//
//   npm run test:mutate -- src/call                                 a folder, with the tests in it
//   npm run test:mutate -- src/call/advance.ts                      a file, with the tests of its folder
//   npm run test:mutate -- src/call/advance.ts:20-40                these lines of it
//   npm run test:mutate -- src/call --tests 'src/bridge/*.test.ts'  with further tests
//   npm run test:mutate -- src/call --below 3                       fails at 3 % survivors or more; 5 unless said
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { describeRun } from './mutate/describe-run.mjs';
import { ROOT } from './root.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', multiple: true, default: [] },
    below: { type: 'string', default: '5' },
    concurrency: { type: 'string', default: '2' },
  },
});

/** The files to change and the tests to run, as patterns. */
function patternsOf(named) {
  const path = named.replace(/:\d+-\d+$/, '');
  const isFolder = statSync(join(ROOT, path)).isDirectory();
  const folder = isFolder ? path.replace(/\/+$/, '') : posix.dirname(path);
  return { changed: isFolder ? `${folder}/**/*.ts` : named, tests: `${folder}/**/*.test.ts` };
}

if (positionals.length === 0) throw new Error('Name a file or a folder: npm run test:mutate -- src/call');
const patterns = positionals.map(patternsOf);

process.chdir(ROOT);
mkdirSync('reports', { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
process.env.MUTATE_UNCHANGED = join(folder, 'unchanged.json');

const mutants = await new Stryker({
  mutate: [
    ...patterns.map(({ changed }) => changed),
    '!**/*.{test,long,e2e}.ts',
    '!**/testing/**',
    '!**/*.d.ts',
  ],
  testFiles: [...new Set([...patterns.map(({ tests }) => tests), ...values.tests])],
  plugins: [fileURLToPath(new URL('mutate/plugin.mjs', import.meta.url))],
  testRunner: 'pages',
  ignorers: ['wording'],
  coverageAnalysis: 'perTest',
  concurrency: Number(values.concurrency),
  // What is copied for the changes.
  ignorePatterns: ['*', '!src/**', '!components/**', '!demo/**', '!*.json', '!*.md', '*.png'],
  tempDirName: join('reports', 'mutate'),
  cleanTempDir: 'always',
  reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only'],
  logLevel: 'error',
  dryRunTimeoutMinutes: 15,
  allowEmpty: true,
  disableTypeChecks: false,
}).runMutationTest();

const { leftOut } = JSON.parse(readFileSync(process.env.MUTATE_UNCHANGED, 'utf8'));
rmSync(folder, { recursive: true });
const { text, isEnough } = describeRun(
  mutants.map((mutant) => ({ ...mutant, fileName: relative(ROOT, mutant.fileName) })),
  { leftOut, below: Number(values.below) },
);
console.log(text);
process.exitCode = isEnough ? 0 : 1;
