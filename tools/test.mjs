// `npm test`: everything, in every browser of this machine. The last line counts what passed, failed and was skipped.
//
//   npm test -- --browser chromium     only this browser (may be given more than once)
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browsers.mjs';
import { countsLine, lastCounts, sum } from './counts.mjs';
import { run } from './run.mjs';
import { ensureSipPrograms } from './sip-server.mjs';

const { values } = parseArgs({ options: { browser: { type: 'string', multiple: true } } });
if (values.browser) process.env.BROWSERS = values.browser.join(',');

const FAILED = { passed: 0, failed: 1, skipped: 0 };
const parts = [];

async function part(name, command, ...args) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`);
  const startedAt = Date.now();
  const { ok, output } = await run(command, args);
  const counts = lastCounts(output) ?? { passed: 0, failed: 0, skipped: 0 };
  // A part that failed without a failing test (a type error, a crash) still is one failure.
  const honest = ok || counts.failed > 0 ? counts : sum([counts, FAILED]);
  parts.push({ name, ok, counts: honest, seconds: (Date.now() - startedAt) / 1000 });
  return ok;
}

function skip(name, reason) {
  console.log(`\n── ${name}: not run, ${reason}`);
  parts.push({ name, ok: false, counts: FAILED, seconds: 0 });
}

let browsers = {};
try {
  browsers = ensureBrowsers();
  if (browsers.chromium) ensureSipPrograms();
} catch (error) {
  console.error(error.message);
}

await part('typecheck', 'npm', 'run', '--silent', 'typecheck');
await part('lint', 'npm', 'run', '--silent', 'lint');
const built = await part('build', 'npm', 'run', '--silent', 'build');

if (Object.values(browsers).some(Boolean)) await part('unit', 'wtr');
else skip('unit', 'no browser');

if (browsers.chromium) await part('e2e', 'playwright', 'test');
else if (!process.env.BROWSERS) skip('e2e', 'no Chromium');

if (built) await part('package', 'npm', 'run', '--silent', 'test:node');
else skip('package', 'the build failed');

console.log(`\n── summary ${'─'.repeat(69)}`);
for (const { name, ok, counts, seconds } of parts) {
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${countsLine(counts)} (${seconds.toFixed(1)} s)`,
  );
}
process.exitCode = parts.every(({ ok }) => ok) ? 0 : 1;
console.log(`\n${countsLine(sum(parts.map(({ counts }) => counts)))}`);
