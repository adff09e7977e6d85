// `npm run bench:handshake`: from the start of the widget's script to SYNC_ACK, and messages a second each way; ours
// and the official SDK's in the same run, in turns. Numbers only: nothing here can fail.
//
//   npm run bench:handshake -- --rounds 15 --amount 20000
import { parseArgs } from 'node:util';
import { median, withPages } from './pages.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, amount: { type: 'string', default: '10000' } },
});

const results = { ours: [], official: [] };
await withPages(async (call) => {
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const which of round % 2 === 0 ? ['ours', 'official'] : ['official', 'ours']) {
      const result = await call(`handshake.html?with=${which}&amount=${values.amount}`, 'shakeHands');
      // The first round warms up.
      if (round > 0) results[which].push(result);
    }
  }
});

console.log(`medians of ${values.rounds} rounds, ${values.amount} messages each way`);
console.log(
  `${''.padEnd(12)}${'SYNC_ACK'.padStart(12)}${'to widget'.padStart(14)}${'to HubSpot'.padStart(14)}`,
);
for (const [which, all] of Object.entries(results)) {
  const of = (name) => median(all.map((one) => one[name]));
  const row = [`${of('handshake').toFixed(1)} ms`.padStart(12)];
  for (const name of ['toWidget', 'toHost']) row.push(`${Math.round(of(name))} /s`.padStart(14));
  console.log(which.padEnd(12) + row.join(''));
}
