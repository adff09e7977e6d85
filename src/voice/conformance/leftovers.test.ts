import { expect } from '@open-wc/testing';
import { watchLeftovers } from './leftovers.js';

describe('watchLeftovers', () => {
  it('lists what is taken until it is given back', async () => {
    const leftovers = watchLeftovers();
    const timer = setTimeout(() => undefined, 60_000);
    const interval = setInterval(() => undefined, 50_000);
    const context = new AudioContext();
    const all = leftovers.list().join();
    for (const words of ['an AudioContext', 'a timer of 60000 ms', 'an interval of 50000 ms'])
      expect(all).to.contain(words);
    clearTimeout(timer);
    clearInterval(interval);
    await context.close();
    expect(leftovers.list()).to.deep.equal([]);
    leftovers.stop();
  });

  it('forgets a timer that has run', async () => {
    const leftovers = watchLeftovers();
    await new Promise((resolve) => setTimeout(resolve));
    expect(leftovers.list()).to.deep.equal([]);
    leftovers.stop();
  });

  it('gives the page back what it replaced', () => {
    const { setTimeout: before, AudioContext: Context } = globalThis;
    watchLeftovers().stop();
    expect(globalThis.setTimeout).to.equal(before);
    expect(globalThis.AudioContext).to.equal(Context);
  });
});
