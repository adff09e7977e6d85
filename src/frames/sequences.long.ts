/** `npm run test:frames`: five thousand sequences in which frames come and go. */
import { expect } from '@open-wc/testing';
import { play } from './testing/play.js';

describe('frames that come and go in any order, for long', () => {
  for (let first = 1; first <= 5000; first += 100) {
    it(`lose no call, tell none twice and leave no ghost: seeds ${String(first)} to ${String(first + 99)}`, async function () {
      this.timeout(600_000);
      for (let seed = first; seed < first + 100; seed += 1) expect(await play(seed)).to.deep.equal([]);
    });
  }
});
