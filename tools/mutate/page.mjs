// Runs the tests of one file in the page, as often as the page is opened: once. Bundled with mocha by pages.mjs.
import { mocha } from '@web/test-runner-mocha';

/** What the page is to do; written into it by pages.mjs. */
const { file, titles, slowestMs, shouldStop, mutant, isFromTheStart } = globalThis.plan;

/** What Stryker's changes in the sources look at: which of them is the one that counts, and who came by. */
const stryker = globalThis.__stryker__;

function everyTest(suite) {
  return [...suite.tests, ...suite.suites.flatMap(everyTest)];
}

function exactly(wanted) {
  const escaped = wanted.map((title) => title.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  return new RegExp(`^(?:${escaped.join('|')})$`);
}

/** A test that waits for what a change prevents need not wait as long as one that a busy machine holds up. */
function hurry(suite) {
  const ofHooks = ['_beforeAll', '_beforeEach', '_afterEach', '_afterAll'].flatMap((kind) => suite[kind]);
  for (const hook of ofHooks) hook.timeout(slowestMs['']);
  for (const test of suite.tests) test.timeout(slowestMs[test.fullTitle()] ?? slowestMs['']);
  for (const inner of suite.suites) hurry(inner);
}

async function run() {
  mocha.setup({ ui: 'bdd', reporter: function Silent() {}, timeout: 10_000, bail: shouldStop });
  if (isFromTheStart) stryker.activeMutant = mutant;
  await import(file);
  stryker.activeMutant = mutant;

  const { suite } = mocha;
  if (titles) {
    const present = new Set(everyTest(suite).map((test) => test.fullTitle()));
    // Where a change gives the tests other names, all of them run.
    if (titles.every((title) => present.has(title))) mocha.grep(exactly(titles));
  }
  if (slowestMs) hurry(suite);

  return new Promise((resolve) => {
    const tests = [];
    const failures = [];
    const runner = mocha.run(() => resolve({ tests, failures }));
    const nobody = () => delete stryker.currentTestId;
    runner.on('test', (test) => (stryker.currentTestId = `${file.slice(1)}: ${test.fullTitle()}`));
    // What is prepared for all tests of a group belongs to each of them.
    runner.on('hook', ({ title }) => title.includes(' all"') && nobody());
    runner.on('suite end', nobody);
    runner.on('pass', (test) => tests.push({ title: test.fullTitle(), ms: test.duration ?? 0 }));
    runner.on('fail', (test, error) =>
      failures.push({ title: test.fullTitle(), message: String(error?.message ?? error) }),
    );
  });
}

globalThis.finished = run()
  .catch((error) => ({ tests: [], failures: [{ title: '', message: String(error?.message ?? error) }] }))
  .then((result) => ({ ...result, coverage: stryker.mutantCoverage, hitCount: stryker.hitCount }));
