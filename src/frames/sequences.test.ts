import { expect } from '@open-wc/testing';
import { play } from './testing/play.js';

describe('frames that come and go in any order', () => {
  for (let first = 1; first <= 50; first += 10) {
    it(`lose no call, tell none twice and leave no ghost: seeds ${String(first)} to ${String(first + 9)}`, async function () {
      this.timeout(120_000);
      for (let seed = first; seed < first + 10; seed += 1) expect(await play(seed)).to.deep.equal([]);
    });
  }
});
