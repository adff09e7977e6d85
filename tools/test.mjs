// `npm test`: everything, in every browser of this machine. Names what failed; the last line counts what passed, failed
// and was skipped.
//
//   npm test -- --browser chromium     only this browser (may be given more than once)
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browsers.mjs';
import { countsLine, lastCounts, NO_TESTS, ONE_FAILURE, sum } from './counts.mjs';
import { failuresOf } from './junit.mjs';
import { run } from './run.mjs';
import { ensureSipPrograms } from './sip-server.mjs';

const { values } = parseArgs({ options: { browser: { type: 'string', multiple: true } } });
if (values.browser) process.env.BROWSERS = values.browser.join(',');

const parts = [];
const heading = (text) => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}`);

/** Runs a part of the tests, and shows its output when it has ended: two parts at a time would mix theirs. */
async function part(name, command, ...args) {
  console.log(`started: ${name}`);
  const startedAt = Date.now();
  let { ok, output } = await run(command, args, { isQuiet: true });
  // A browser's driver may take the runner down with it. That says nothing about the tests: it is told, and they run again.
  if (name === 'unit' && !ok && !lastCounts(output)) {
    console.log(`${output.trimEnd()}\nThe test runner ended without a result. Once more:`);
    ({ ok, output } = await run(command, args, { isQuiet: true }));
  }
  const seconds = (Date.now() - startedAt) / 1000;
  heading(name);
  console.log(output.trimEnd());
  const counts = lastCounts(output) ?? NO_TESTS;
  // A part that failed without a failed test (a type error, a crash) is one failure.
  parts.push({ name, ok, counts: ok || counts.failed > 0 ? counts : sum([counts, ONE_FAILURE]), seconds });
  return ok;
}

/** Counts a part that cannot run as a failure. */
function cannotRun(name, reason) {
  heading(`${name}: not run, ${reason}`);
  parts.push({ name, ok: false, counts: ONE_FAILURE, seconds: 0 });
}

const npmScript = (name, script) => part(name, 'npm', 'run', '--silent', script);

/** What must be right before the end-to-end tests, and needs no browser. */
async function buildAndCheck() {
  await npmScript('typecheck', 'typecheck');
  if (await npmScript('build', 'build')) await npmScript('node', 'test:node');
  else cannotRun('node', 'the build failed');
}

let browsers = {};
try {
  browsers = ensureBrowsers();
  if (browsers.chromium) ensureSipPrograms();
} catch (error) {
  console.error(error.message);
}

async function runUnitTests() {
  if (Object.values(browsers).some(Boolean)) await part('unit', 'wtr');
  else cannotRun('unit', 'no browser');
}

/** Opens what the build has written. */
async function runEndToEndTests() {
  if (browsers.chromium) await part('e2e', 'playwright', 'test');
  else if (!process.env.BROWSERS) cannotRun('e2e', 'no Chromium');
}

/** A widget in two of the frameworks, in turn by the day of the year: `npm run test:frameworks` runs all of them. */
async function runFrameworkTests() {
  if (browsers.chromium) await part('frameworks', 'node', 'tools/test-frameworks.mjs', '--today');
}

/** The quick part of what the documentation is tested by. */
async function lintAndCheckDocs() {
  await npmScript('lint', 'lint');
  if (browsers.chromium) await part('docs', 'npm', 'run', '--silent', 'test:docs', '--', 'links', 'code');
}

// Both kinds of browser tests wait often: what needs no browser runs beside them.
await Promise.all([runUnitTests(), buildAndCheck()]);
await Promise.all([runEndToEndTests(), lintAndCheckDocs()]);
await runFrameworkTests();

heading('summary');
for (const { name, ok, counts, seconds } of parts) {
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${countsLine(counts)} (${seconds.toFixed(1)} s)`,
  );
}
for (const { name, ok } of parts) {
  if (!ok) for (const failure of failuresOf(name)) console.log(`FAILED ${name}: ${failure}`);
}
process.exitCode = parts.every(({ ok }) => ok) ? 0 : 1;
console.log(`\n${countsLine(sum(parts.map(({ counts }) => counts)))}`);
