// `npm run bench:flood`: how long a page with our bridge takes for 100,000 messages from another origin, compared with a
// page that has no listener at all. Both are measured by turns in the same browser. Fails above 1.25 times.
//
//   npm run bench:flood -- --rounds 15
import { parseArgs } from 'node:util';
import { median, withPages } from './pages.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, amount: { type: 'string', default: '100000' } },
});
const rounds = Number(values.rounds);
const amount = Number(values.amount);
/** The most that a page with our bridge may take, compared with one without a listener. */
const maxRatio = 1.25;

const ms = (time) => `${time.toFixed(0)} ms`.padStart(8);

await withPages(async (call) => {
  const flood = async (more) => {
    const { time, turnedAway } = await call(`flood.html?amount=${amount}&${more}`, 'flood');
    if (more.includes('bridge') && turnedAway !== amount) throw new Error(`Only ${turnedAway} arrived.`);
    return time;
  };

  async function compare(name, more) {
    const times = { idle: [], ours: [] };
    for (let round = 0; round <= rounds; round += 1) {
      // In turns, and not always the same one first. The first round warms up and does not count.
      for (const which of round % 2 === 0 ? ['idle', 'ours'] : ['ours', 'idle']) {
        const time = await flood(which === 'ours' ? `bridge&${more}` : more);
        if (round > 0) times[which].push(time);
      }
    }
    const { idle, ours } = times;
    // Of the two of each round: a machine that is busy for a while is busy for both.
    const ratio = median(ours.map((time, round) => time / idle[round]));
    console.log(
      `${name.padEnd(24)} idle ${ms(median(idle))}   ours ${ms(median(ours))}   ratio ${ratio.toFixed(2)}`,
    );
    return ratio;
  }

  console.log(`${amount} messages of another origin, medians of ${rounds} rounds of both`);
  const ratios = [await compare('dials', 'kind=dials'), await compare('SYNCs', 'kind=syncs')];
  await compare('dials, all at once (*)', 'kind=dials&hold=2500');
  console.log('(*) queued first and then let in: only what the receiving page does. Told, not judged.');
  const isFine = ratios.every((ratio) => ratio <= maxRatio);
  console.log(isFine ? `ok: at most ${maxRatio}` : `FAILED: more than ${maxRatio}`);
  process.exitCode = isFine ? 0 : 1;
});
