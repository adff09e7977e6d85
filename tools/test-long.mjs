// `npm run test:long`: a million made-up messages at a link on a fake wire. Takes a few minutes.
//
//   npm run test:long -- --seed 7 --amount 30000     other messages, or fewer
//   npm run test:long -- --seed 7 --kind 'spoilt messages' --path 4711:0:1
//                                                    one message again, by what a failure printed
import { parseArgs } from 'node:util';
import { countsLine } from './counts.mjs';
import { loadSources } from './load-sources.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    amount: { type: 'string', default: '1000000' },
    kind: { type: 'string' },
    path: { type: 'string' },
  },
});
const firstSeed = Number(values.seed);
const amount = Number(values.amount);

/** Messages that are sent to the same two links. Then come new ones, for what a link does only at its beginning. */
const RUNS = 25_000;

/** fast-check, and the tests' own fakes, which the build leaves out. */
const load = () =>
  loadSources(`
    export * as fc from 'fast-check';
    export * from './src/link/testing/fake-messages.ts';
    export * from './src/link/testing/fake-siege.ts';`);

const { fc, harmless, messageKinds } = await load();
if (values.kind && !(values.kind in messageKinds)) {
  throw new Error(`--kind is one of: ${Object.keys(messageKinds).join(', ')}. Got: ${values.kind}`);
}
const kinds = values.kind ? [values.kind] : Object.keys(messageKinds);
const total = { passed: 0, failed: 0, skipped: 0 };
const fates = {};

/** Sends so many messages of a kind to new links, and counts. What comes after a failure is skipped. */
function send(kind, { seed, numRuns, path }) {
  const { property, counts, isAlive } = harmless(messageKinds[kind]);
  const details = fc.check(property, { seed, numRuns, path, includeErrorInReport: true });
  const isDead = !details.failed && !isAlive();
  if (details.failed) console.log(`--kind '${kind}'\n${fc.defaultReportMessage(details)}`);
  if (isDead) console.log(`--kind '${kind}' --seed ${seed}: ${numRuns} messages leave the links dead`);
  const failed = details.failed || isDead ? 1 : 0;
  const passed = details.numRuns - failed;
  total.passed += passed;
  total.failed += failed;
  total.skipped += numRuns - passed - failed;
  for (const [fate, number] of Object.entries(counts)) fates[fate] = (fates[fate] ?? 0) + number;
}

const share = Math.ceil(amount / kinds.length);
if (values.path) send(kinds[0], { seed: firstSeed, numRuns: 1, path: values.path });
else {
  for (const kind of kinds) {
    const startedAt = performance.now();
    for (let start = 0; start < share; start += RUNS) {
      send(kind, { seed: firstSeed + start / RUNS, numRuns: Math.min(RUNS, share - start) });
    }
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${kind.padEnd(17)} ${share} messages (seed ${firstSeed} and up, ${seconds} s)`);
  }
}
for (const [fate, number] of Object.entries(fates)) console.log(`${fate.padEnd(17)} ${number}`);
console.log(countsLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
