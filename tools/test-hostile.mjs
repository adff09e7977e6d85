// `npm run test:hostile`: a thousand made-up hostile inputs to each door, in Chromium and, for the command, in Node.
//
//   npm run test:hostile -- --seed 7 --amount 50     other inputs, or fewer
//   npm run test:hostile -- --door sip               one door
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countsLine, lastCounts, ONE_FAILURE, sum } from './counts.mjs';
import { tryCommand } from './hostile-command.mjs';
import { ROOT } from './root.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    amount: { type: 'string', default: '1000' },
    door: { type: 'string' },
  },
});

const inBrowser = readdirSync(join(ROOT, 'demo/hostile'))
  .filter((file) => file.endsWith('.long.ts'))
  .map((file) => file.replace('.long.ts', ''));
const doors = [...inBrowser, 'command'];
for (const name of ['seed', 'amount']) {
  if (!/^\d+$/.test(values[name])) throw new Error(`--${name} is a whole number. Got: ${values[name]}`);
}
if (values.door !== undefined && !doors.includes(values.door)) {
  throw new Error(`--door is one of: ${doors.join(', ')}. Got: ${values.door}`);
}

/** Tries one door in Chromium. Resolves with the counts. */
function tryInBrowser(door) {
  const runner = join(ROOT, 'node_modules/.bin/wtr');
  const args = ['--config', 'tools/hostile-config.mjs', '--files', `demo/hostile/${door}.long.ts`];
  const env = {
    ...process.env,
    BROWSERS: 'chromium',
    HOSTILE_SEED: values.seed,
    HOSTILE_AMOUNT: values.amount,
  };
  return new Promise((resolve) => {
    let output = '';
    const run = spawn(runner, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
    run.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    run.on('close', (code, signal) => {
      const counts = lastCounts(output);
      if (!counts) console.error(`${door}: the runner ended without counting: ${signal ?? `exit ${code}`}.`);
      resolve(counts ?? ONE_FAILURE);
    });
  });
}

const all = [];
for (const door of values.door === undefined ? doors : [values.door]) {
  const counts =
    door === 'command'
      ? await tryCommand(Number(values.seed), Number(values.amount))
      : await tryInBrowser(door);
  console.log(`${door.padEnd(13)} ${countsLine(counts)}`);
  all.push(counts);
}
const total = sum(all);
console.log(countsLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
