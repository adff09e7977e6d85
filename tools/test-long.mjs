// `npm run test:long`: a million made-up messages at a link on a fake wire. Takes a minute or two.
//
//   npm run test:long -- --seed 7                                    other messages
//   npm run test:long -- --seed 7 --kind 'spoilt messages' --only 4711   one message again, shown
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { countsLine } from './counts.mjs';
import { ROOT } from './root.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    amount: { type: 'string', default: '1000000' },
    kind: { type: 'string' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const amount = Number(values.amount);

/** The tests' own fakes, which the build leaves out. */
async function load() {
  const folder = await mkdtemp(join(tmpdir(), 'test-long-'));
  const outfile = join(folder, 'fakes.mjs');
  try {
    await build({
      absWorkingDir: ROOT,
      stdin: {
        contents: `export * from './src/link/testing/fake-messages.ts'; export * from './src/link/testing/fake-siege.ts';`,
        resolveDir: ROOT,
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const { fuzzed, messageKinds, Siege } = await load();
const kinds = values.kind ? [values.kind] : messageKinds;

/** Sends its share of the messages; a new siege now and then, for what a link does only at its beginning. */
function besiege(kind, count) {
  let [passed, failed] = [0, 0];
  for (let start = 0; start < count; start += 25_000) {
    const siege = new Siege();
    const end = Math.min(start + 25_000, count);
    for (let i = start; i < end; i += 1) {
      const before = siege.faults.length;
      siege.send(fuzzed(kind, seed, i), `fuzzed('${kind}', ${seed}, ${i})`);
      if (siege.faults.length > before) failed += 1;
      else passed += 1;
    }
    for (const [fate, number] of Object.entries(siege.counts)) fates[fate] = (fates[fate] ?? 0) + number;
    for (const fault of siege.faults) console.log(fault);
    if (!siege.isAlive()) {
      failed += 1;
      console.log(`fuzzed('${kind}', ${seed}, ${start}…${end - 1}) leave the link dead`);
    }
  }
  return { passed, failed };
}

const fates = {};
if (values.only) {
  const siege = new Siege();
  const data = fuzzed(kinds[0], seed, Number(values.only));
  siege.send(data, `fuzzed('${kinds[0]}', ${seed}, ${values.only})`);
  console.dir({ data, counts: siege.counts, faults: siege.faults, alive: siege.isAlive() }, { depth: null });
} else {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [index, kind] of kinds.entries()) {
    const startedAt = performance.now();
    const share =
      Math.floor((amount * (index + 1)) / kinds.length) - Math.floor((amount * index) / kinds.length);
    const { passed, failed } = besiege(kind, share);
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${kind.padEnd(17)} ${share} messages, ${failed} failed (seed ${seed}, ${seconds} s)`);
  }
  for (const [fate, number] of Object.entries(fates)) console.log(`${fate.padEnd(17)} ${number}`);
  console.log(countsLine(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}
